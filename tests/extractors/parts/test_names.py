from __future__ import annotations

import pytest

from trigpoint.extractors.parts.names import authority_name, listed


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Northmoor Local Education Authority", "Northmoor"),
        ("Northmoor Metropolitan Borough Council", "Northmoor"),
        ("Northmoor City Council", "Northmoor"),
        ("The London Borough of Eastgate", "Eastgate"),
        ("Royal Borough of Eastgate and Hill", "Eastgate and Hill"),
        ("NORTHMOOR-ON-SEA LEA", "Northmoor-on-Sea"),
        ("ST ANSELM'S", "St Anselm's"),
        ("County Westmoor", "County Westmoor"),
    ],
)
def test_the_name_is_left_of_an_authority(printed: str, name: str) -> None:
    assert authority_name(printed) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ashby, Birch and Cole", ["Ashby", "Birch", "Cole"]),
        ("Ashby and Birch, Cole and Dale", ["Ashby and Birch", "Cole", "Dale"]),
        ("Ashby, Birch, and Cole", ["Ashby", "Birch", "Cole"]),
        ("Ashby", ["Ashby"]),
    ],
)
def test_lists_of_names_come_apart(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in listed(text)] == names
