from __future__ import annotations

import subprocess
import sys
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.errors import ReferenceDataError
from trigpoint.extractors import findings
from trigpoint.ontology import files, load
from trigpoint.ontology.namespaces import CONCEPT
from trigpoint.ontology.turtle import expand, resources, shorten
from trigpoint.ontology.vocabulary import framework, frameworks, scale

SCALES = (
    "aca-4",
    "apa-4",
    "lea-7",
    "lea-context-5",
    "ofsted-4",
    "send-3",
    "slac-4",
    "ungraded",
)


def test_files_are_listed_with_their_folder() -> None:
    assert {"core.ttl", "scales.ttl", "frameworks/ilacs.ttl"} <= set(files())
    assert files(".tsv") == ("mappings.sssom.tsv",)


def test_file_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load("none.ttl")


def test_frameworks_are_those_of_the_contract() -> None:
    expected = "aca area-send ilacs jtai lea-2000 lea-2003 lea-2004 sif slac"
    assert " ".join(frameworks()) == expected


@pytest.mark.parametrize("key", frameworks())
def test_framework_is_complete(key: str) -> None:
    found = framework(key)
    assert found.label
    assert found.in_force_from == min(version.in_force_from for version in found.versions)
    assert {item for version in found.versions for item in version.items} == set(found.items)
    assert len({item.key for item in found.items}) == len(found.items)
    assert {item.scale for item in found.items} <= set(SCALES)


@pytest.mark.parametrize("reader", [framework, scale])
def test_unknown_key_is_an_error(reader: object) -> None:
    assert callable(reader)
    with pytest.raises(ReferenceDataError, match="none"):
        reader("none")


@pytest.mark.parametrize("key", SCALES)
def test_no_two_meanings_share_a_word_or_a_digit(key: str) -> None:
    grades = scale(key).grades
    meaning = {word: grade.words for grade in grades for word in (grade.words, *grade.variants)}
    for grade in grades:
        assert {meaning[word] for word in (grade.words, *grade.variants)} == {grade.words}
        assert all(word == word.lower() for word in (grade.words, *grade.variants))
    numbers = [grade.number for grade in grades if grade.number]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("key", SCALES)
def test_grades_stand_in_order_best_first(key: str) -> None:
    ranks = [grade.rank for grade in scale(key).grades]
    assert ranks == sorted(ranks)
    assert set(ranks) == set(range(1, len(set(ranks)) + 1))


def test_one_digit_means_opposite_things_on_two_scales() -> None:
    lea, aca = scale("lea-7").numbered("1"), scale("aca-4").numbered("1")
    assert lea is not None
    assert aca is not None
    assert (lea.words, aca.words) == ("very good", "performs poorly")


@pytest.mark.parametrize(
    "printed",
    ["Requires improvement", "REQUIRE  IMPROVEMENT", "Requires improvement\nto be good"],
)
def test_printed_variants_are_one_grade(printed: str) -> None:
    grade = scale("ofsted-4").worded(printed)
    assert grade is not None
    assert (grade.words, grade.rank, grade.number) == ("requires improvement to be good", 3, "")


@given(st.text())
def test_words_off_the_scale_are_no_grade(words: str) -> None:
    found = scale("lea-7").worded(words)
    assert found is None or " ".join(words.lower().split()) in (found.words, *found.variants)


def test_care_leavers_are_a_line_of_ilacs_since_2023() -> None:
    ilacs = framework("ilacs")
    before, after = ilacs.version_at("2022-06-13"), ilacs.version_at("2023")
    assert "care-leavers" not in {item.key for item in before.items}
    assert {"care", "care-leavers"} <= {item.key for item in after.items}


def test_day_before_every_version_gets_the_first() -> None:
    assert framework("ilacs").version_at("2001").key == "2018"


@pytest.mark.parametrize(("key", "size"), [("lea-2003", 59), ("lea-2004", 51), ("sif", 7)])
def test_number_of_lines(key: str, size: int) -> None:
    assert len(framework(key).items) == size


@pytest.mark.parametrize(("key", "items"), [("lea-2003", {"1", "2"}), ("lea-2004", {"1", "2.3"})])
def test_context_lines_have_their_own_scale_and_no_function(key: str, items: set[str]) -> None:
    context = {item.key for item in framework(key).items if item.scale == "lea-context-5"}
    assert context == items
    assert {item.key for item in framework(key).items if not item.functions} == items


@pytest.mark.parametrize(
    ("scheme", "values"),
    [
        ("reason", findings.Reason),
        ("recommendation-kind", findings.RecommendationKind),
        ("stated-in", findings.StatedIn),
        ("time", findings.Time),
        ("direction", findings.Direction),
        ("level", findings.Level),
        ("report-kind", findings.ReportKind),
    ],
)
def test_closed_lists_of_the_findings_are_concepts(scheme: str, values: object) -> None:
    prefix = f"{CONCEPT}{scheme}/"
    known = {
        iri.removeprefix(prefix) for iri in resources("concepts.ttl") if iri.startswith(prefix)
    }
    assert known == set(get_args(values))


def test_prefixed_names_go_both_ways() -> None:
    assert shorten(expand("skos:prefLabel")) == "skos:prefLabel"
    assert shorten("urn:x") == "urn:x"


def test_reading_the_vocabulary_loads_no_rdflib() -> None:
    code = "import sys, trigpoint.ontology.vocabulary; sys.exit('rdflib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
