from __future__ import annotations

import pytest

from trigpoint.extractors.parts.actors import actor


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Leaders should act.", "Leaders"),
        ("The council and its partners need to act.", "The council and its partners"),
        ("To shorten waits, health leaders must act.", "health leaders"),
        ("Across the partnership, leaders should act.", "leaders"),
        ("Waits are long. The board must act.", "The board"),
        ("Leaders know the need to act. They should act.", ""),
        ("The timeliness of plans.", ""),
        ("", ""),
    ],
)
def test_the_subject_of_the_first_duty_acts(text: str, who: str) -> None:
    assert actor(text) == who
