"""What somebody looks at in the explorer. The address of the page says all of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from trigpoint.web.explorer.drawing import Link, Thing
from trigpoint.web.explorer.kinds import KINDS

_YEAR: Final = re.compile(r"[12]\d{3}", re.ASCII)
RINGS: Final = 2
_MOST: Final = 100  # things opened, closed or shown in full by hand


@dataclass(frozen=True, slots=True)
class Look:
    """The thing in the centre, what was opened, closed and shown in full, kinds and years.

    No kinds are all kinds; `first` and `last` are years, or None.
    """

    iri: str = ""
    rings: int = RINGS
    opened: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    first: int | None = None
    last: int | None = None

    def shows_kind(self, kind: str) -> bool:
        """Say whether things of a kind are wanted."""
        return not self.kinds or kind in self.kinds

    def shows_time(self, dated: Thing | Link) -> bool:
        """Say whether something falls in the years; what has no date always does."""
        starts, ends = _year(dated.start or dated.end), _year(dated.end or dated.start)
        too_early = self.first is not None and ends is not None and ends < self.first
        too_late = self.last is not None and starts is not None and starts > self.last
        return not (too_early or too_late)

    @property
    def query(self) -> str:
        """The look as the query of an address, the same for equal looks."""
        pairs = [("iri", self.iri)] if self.iri else []
        pairs += [("rings", str(self.rings))] if self.rings != RINGS else []
        for name in ("opened", "closed", "whole", "kinds"):
            pairs += [(name, value) for value in sorted(getattr(self, name))]
        pairs += [("first", str(self.first))] if self.first is not None else []
        pairs += [("last", str(self.last))] if self.last is not None else []
        return urlencode(pairs)


def look_at(query: QueryParams) -> Look:
    """Read a look from an address; what makes no sense is left out."""
    return Look(
        iri=query.get("iri", ""),
        rings=1 if query.get("rings") == "1" else RINGS,
        opened=frozenset(query.getlist("opened")[:_MOST]),
        closed=frozenset(query.getlist("closed")[:_MOST]),
        whole=frozenset(query.getlist("whole")[:_MOST]),
        kinds=frozenset(kind for kind in query.getlist("kinds") if kind in KINDS),
        first=_year(query.get("first", "")),
        last=_year(query.get("last", "")),
    )


def _year(text: str) -> int | None:
    found = _YEAR.match(text)
    return int(found[0]) if found else None
