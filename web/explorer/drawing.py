"""What a drawing is made of: things, links between them, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from trigpoint.web.explorer.kinds import KINDS

_LABEL_LETTERS = 28


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing as a drawing shows it; one without `href` has no page.

    `start` and `end` are dates as precise as printed, or empty. `more` counts those that it stands
    for, where it stands for things left out.
    """

    iri: str
    name: str
    kind: str
    href: str
    start: str = ""
    end: str = ""
    more: int = 0

    @property
    def label(self) -> str:
        """The name, cut at a word where it is long."""
        if len(self.name) <= _LABEL_LETTERS:
            return self.name
        return self.name[:_LABEL_LETTERS].rpartition(" ")[0].rstrip(" ,;:") + "…"


@dataclass(frozen=True, slots=True)
class Link:
    """A link between two things, by the words for it; `weight` counts what it rests on."""

    source: str
    target: str
    relation: str
    start: str = ""
    end: str = ""
    weight: int = 1

    @property
    def key(self) -> str:
        """Its name, the same from whichever end it is found."""
        return f"{self.source} {self.relation} {self.target}"

    def other(self, end: str) -> str:
        """Return the end that is not this one."""
        return self.target if end == self.source else self.source


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing stands, in units of the drawing, down and right of the middle.

    Its label leaves it at `angle` (radians), or stands below it where there is none.
    """

    x: float
    y: float
    angle: float | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """Things and links; `parents` says on which thing each hangs, the centre on none.

    `counts` are the things of each kind before kinds were left out, `years` the first and the
    last year of all.
    """

    things: Mapping[str, Thing]
    links: tuple[Link, ...]
    centre: str = ""
    parents: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    years: tuple[int, int] | None = None

    def children(self, iri: str) -> list[str]:
        """Return what hangs on a thing, in the order of the drawing."""
        return [child for child, parent in self.parents.items() if parent == iri]


def as_json(drawing: Drawing, places: Mapping[str, Place]) -> dict[str, Any]:
    """Return a drawing as values for JSON: `nodes`, `edges` and what to know of kinds.

    An edge names its ends by their numbers among the nodes: IRIs are long, edges many.
    """
    number = {iri: n for n, iri in enumerate(drawing.things)}
    opened = set(drawing.parents.values())
    return {
        "centre": drawing.centre,
        "nodes": [
            {
                "id": iri,
                "label": each.label,
                "owner": drawing.parents.get(iri, ""),
                "open": iri in opened,
                **{name: value for name, value in asdict(each).items() if name != "iri"},
                **_rounded(places[iri]),
            }
            for iri, each in drawing.things.items()
        ],
        "edges": [
            {**asdict(link), "source": number[link.source], "target": number[link.target]}
            for link in drawing.links
        ],
        "kinds": {
            kind.name: {"one": kind.one, "many": kind.many, "corners": kind.corners}
            for kind in KINDS.values()
        },
        "counts": dict(drawing.counts),
        "years": drawing.years,
    }


def _rounded(place: Place) -> dict[str, float | None]:
    values: dict[str, float | None] = asdict(place)
    return {name: None if value is None else round(value, 3) for name, value in values.items()}
