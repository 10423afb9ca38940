"""The kinds of things that are found, in the order in which they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Kind:
    """`named`: its things are called by names, and so are suggested while one types."""

    name: str
    singular: str
    plural: str
    named: bool = True


KINDS: Final = (
    Kind("authority", "Authority", "Authorities"),
    Kind("theme", "Theme", "Themes"),
    Kind("function", "Function", "Functions"),
    Kind("partner", "Partner", "Partners"),
    Kind("question", "Question", "Questions"),
    Kind("report", "Report", "Reports"),
    Kind("recommendation", "Recommendation", "Recommendations", named=False),
    Kind("strength", "Strength", "Strengths", named=False),
    Kind("weakness", "Weakness", "Weaknesses", named=False),
    Kind("effective-practice", "Effective practice", "Effective practice", named=False),
    Kind("cluster", "Recurring recommendation", "Recurring recommendations", named=False),
)

BY_NAME: Final = {kind.name: kind for kind in KINDS}
