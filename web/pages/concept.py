"""What pages about functions and themes share: the words about them, and what reports say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from trigpoint.web.holdings import Row, all_reviews
from trigpoint.web.library import Library


@dataclass(frozen=True, slots=True)
class Share:
    """Of how many authorities of a framework something is said."""

    framework: str
    authorities: int
    of_authorities: int
    reports: int
    of_reports: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where nothing is loaded."""
        return self.authorities / self.of_authorities if self.of_authorities else 0.0


def words_about(library: Library, iri: str) -> Mapping[str, Sequence[str]]:
    """Return definition, scope, examples, other names, broader and narrower concepts."""
    words: dict[str, list[str]] = defaultdict(list)
    for row in library.texts("pages/thing/concept", _thing=NamedNode(iri)):
        words[row["what"]].append(row["value"])
    return words


def shares(library: Library, asked: Sequence[Row]) -> list[Share]:
    """Return, framework by framework, how many of the authorities with recommendations are here."""
    whole = [one for one in all_reviews(library) if one["framework"] and one["asks"] != "0"]
    frameworks = sorted({one["framework"] for one in asked if one["framework"]})
    return [
        Share(
            framework,
            len({one["authority_iri"] for one in asked if one["framework"] == framework}),
            len({one["authority_iri"] for one in whole if one["framework"] == framework}),
            len({one["review_iri"] for one in asked if one["framework"] == framework}),
            len({one["review_iri"] for one in whole if one["framework"] == framework}),
        )
        for framework in frameworks
    ]
