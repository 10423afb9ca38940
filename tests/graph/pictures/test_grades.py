from __future__ import annotations

import itertools

import pytest

from trigpoint.errors import NothingToShow
from trigpoint.graph.pictures.grades import Grade, Graded, keys_of, of_one_function
from trigpoint.graph.pictures.style import ink_on

WORDS = ("outstanding", "good", "requires improvement to be good", "inadequate")
SCALE = [Grade("four points", place, 4, words) for place, words in enumerate(WORDS, start=1)]


def luminance(face: str) -> float:
    red, green, blue = (int(face[n : n + 2], 16) for n in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_letters_tell_the_grades_of_a_scale_apart() -> None:
    assert [grade.letters for grade in SCALE] == ["O", "G", "RI", "I"]


def test_worse_is_darker_so_that_a_grey_copy_says_the_same() -> None:
    greys = [luminance(grade.face) for grade in SCALE]

    assert greys == sorted(greys, reverse=True)
    assert all(before - after > 40 for before, after in itertools.pairwise(greys))


@pytest.mark.parametrize("grade", SCALE, ids=[grade.letters for grade in SCALE])
def test_letters_can_be_read_on_their_face(grade: Grade) -> None:
    lighter, darker = sorted((luminance(grade.face), luminance(ink_on(grade.face))), reverse=True)

    assert lighter - darker > 90


def test_every_scale_has_a_key_of_its_own() -> None:
    other = Grade("three points", 1, 3, "good")

    keys = keys_of([SCALE[1], other, SCALE[0]])

    assert [key.label for key in keys] == ["four points", "three points"]
    assert [swatch.letters for swatch in keys[0].swatches] == ["O", "G"]


def graded(*functions: str) -> list[Graded]:
    return [Graded("A", "2019", "ilacs", function, SCALE[0]) for function in functions]


def test_overall_effectiveness_is_chosen_among_several_functions() -> None:
    chosen = of_one_function(graded("Overall effectiveness", "Adoption"))

    assert {one.function for one in chosen} == {"Overall effectiveness"}


def test_one_of_several_other_functions_must_be_chosen() -> None:
    with pytest.raises(NothingToShow, match="--function"):
        of_one_function(graded("Adoption", "Leadership"))
