"""The bodies that a report names beside the authority: named ones, and roles in general."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from rapidfuzz import fuzz

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Evidence, PartnerMention, Report
from trigpoint.extractors.language.acronyms import acronyms
from trigpoint.extractors.language.body_names import Named, named_bodies
from trigpoint.extractors.language.cued_names import cued_names
from trigpoint.extractors.language.partner_context import (
    has_dealings,
    is_about_inspection,
    is_former,
    is_of_a_thing,
    sentence,
)
from trigpoint.extractors.language.partner_identity import identity, same_authority
from trigpoint.extractors.language.partner_tables import Kind, formed, kinds, known_names, plain
from trigpoint.extractors.parts.blocks import Block, blocks
from trigpoint.extractors.parts.names import authority_name
from trigpoint.extractors.parts.passages import Passage, unmarked

_ROLE_OF_FACT: Final = {"area-send": "responsible", "jtai": "addressed"}
_BROKEN_WORD: Final = re.compile(r"(?<=[a-z])-\s+(?=\w)")
_MISPRINTED: Final = 85.0
_ACRONYM: Final = re.compile(r"\s*\(([A-Z][A-Za-z&]{1,7})\)")
_CUT: Final = re.compile(r"(?:[A-Z][\w'’-]*|\b(?:and|of|the|for|&))\s*$")
_LONGEST_WORD: Final = 40
_SOME: Final = re.compile(r"\ban? $", re.IGNORECASE)
_OF_MANY: Final = frozenset({"health-trust", "university", "college"})
_SEVERAL: Final = re.compile(r"\b(?:ICBs|CCGs|(?:Care|care) [Bb]oards|ommissioning [Gg]roups)$")


def with_partners(document: Document, report: Report) -> Report:
    """Return the report with the bodies it names, each once, at its first mention.

    A second review in one document names none, as its words are not told apart; nor does a
    document that no family knows.
    """
    if report.part or not report.family:
        return report
    gathered = _Gathered(document, report)
    gathered.take_facts()
    gathered.take_prose()
    return replace(report, partners=tuple(gathered.partners()))


@dataclass
class _Gathered:
    """What has been found so far, one mention a body."""

    document: Document
    report: Report
    _named: dict[str, PartnerMention] = field(default_factory=dict)
    _roles: dict[str, PartnerMention] = field(default_factory=dict)
    _goes_on: bool = False  # the last block ends within a name

    def __post_init__(self) -> None:
        self.area = self.report.value("authority") or ""
        self.day = self.report.value("start") or self.report.value("published") or ""
        self.acronyms = acronyms(self.document.text)

    def partners(self) -> Iterator[PartnerMention]:
        """Yield every body, and those roles that no body of the one kind is named for."""
        yield from self._named.values()
        one_each = {one.kind for one in self._named.values() if kinds()[one.kind].one_each}
        yield from (one for one in self._roles.values() if one.kind not in one_each)

    def take_facts(self) -> None:
        """Take the bodies that the family found to be responsible or addressed."""
        role = _ROLE_OF_FACT.get(self.report.family, "")
        for fact in self.report.facts:
            if fact.field == "partner":
                kind = kind_of(fact.value, self.area)
                self._add(
                    PartnerMention(
                        fact.value, kind, fact.evidence, role=role, confidence=fact.confidence
                    )
                )

    def take_prose(self) -> None:
        """Take the bodies that paragraphs and bullets name."""
        addressed = [one.evidence.end for one in self.report.facts if one.field == "addressee_role"]
        for block in blocks(self.document):
            if block.start < max(addressed, default=0):
                continue
            self._goes_on &= block.kind != "heading"
            if block.kind in ("paragraph", "bullet", "numbered") and not is_about_inspection(
                block.raw
            ):
                self._take(block)
                self._goes_on = bool(_CUT.search(block.raw[-_LONGEST_WORD:]))

    def _take(self, block: Block) -> None:
        raw = block.raw
        named = [self._spelt(one, raw) for one in named_bodies(raw)]
        if self._goes_on and block.kind == "paragraph":  # it may begin with the rest of a name
            named = [one for one in named if one.start > len(raw) - len(unmarked(raw))]
        taken = [(one.start, one.end) for one in named]
        named += [one for one in cued_names(raw) if not _overlaps(one.start, one.end, taken)]
        for one in sorted(named, key=lambda one: one.start):
            mention = self._mention(one, block) if self._is_partner(one, raw) else None
            if mention:
                self._add(mention)
        self._take_roles(block, [(one.start, one.end) for one in named])

    def _spelt(self, one: Named, raw: str) -> Named:
        """Return a name with the words before it that its acronym in brackets spells."""
        bracket = _ACRONYM.match(raw, one.end)
        long_name = self.acronyms.get(bracket[1], "") if bracket else ""
        start = one.end - len(long_name)
        is_longer = 0 <= start < one.start and " ".join(raw[start : one.end].split()) == long_name
        return replace(one, start=start) if is_longer else one

    def _take_roles(self, block: Block, taken: list[tuple[int, int]]) -> None:
        for kind, start, end in formed("roles", plain(block.raw)):
            if kind.key not in self._roles and not _overlaps(start, end, taken):
                self._roles[kind.key] = PartnerMention(
                    name=block.raw[start:end],
                    kind=kind.key,
                    evidence=self._evidence(block, start, end),
                    proper=False,
                    confidence=0.7,
                )

    def _is_partner(self, one: Named, raw: str) -> bool:
        name = raw[one.start : one.end]
        if one.kind.use != "body" or _SEVERAL.search(name) or same_authority(name, self.area):
            return False
        if one.kind.type in _OF_MANY and _SOME.search(plain(raw[: one.start])):
            return False
        if name.isupper() and is_of_a_thing(raw, one.end):
            return False
        known = known_names().get(plain(name))
        last_day = (known and known.valid_to) or one.kind.valid_to
        if is_former(raw, one.start, one.end, last_day=last_day, today=self.day):
            return False
        return not (known and known.on_cue) or has_dealings(raw, one.start, one.end)

    def _mention(self, one: Named, block: Block) -> PartnerMention | None:
        """Return the mention, None for an acronym that means something else in this document."""
        name = _BROKEN_WORD.sub("-", block.raw[one.start : one.end])
        long_name = self.acronyms.get(name, "")
        kind = self._meant(long_name, one.kind) if long_name else one.kind.key
        if not kind:
            return None
        return PartnerMention(
            name=name,
            kind=kind,
            evidence=self._evidence(block, one.start, one.end),
            long_name=long_name,
            role="works with",
            confidence=one.sure,
        )

    def _meant(self, long_name: str, kind: Kind) -> str:
        shown = kind_of(long_name, self.area)
        if shown != "other":
            return shown
        misprint = fuzz.ratio(long_name.casefold(), kind.label.casefold()) >= _MISPRINTED
        return kind.key if misprint else ""

    def _evidence(self, block: Block, start: int, end: int) -> Evidence:
        """Return the sentence of a name, as far as it stands in one run."""
        passage = Passage(self.document, block.lines)
        at = passage.evidence(start, end)[0]
        first, last = sentence(block.raw, start, end)
        mark = len(block.raw) - len(unmarked(block.raw))
        runs = passage.evidence(max(first, min(mark, start)), last)
        return next((run for run in runs if run.start <= at.start and at.end <= run.end), at)

    def _add(self, mention: PartnerMention) -> None:
        self._named.setdefault(self._key(mention), mention)

    def _key(self, mention: PartnerMention) -> str:
        name = mention.long_name or self.acronyms.get(mention.name, mention.name)
        who = identity(name, mention.kind, self.area)
        if who.bare:
            return next(self._keys_of_the_one(mention.kind), who.key)
        if who.key not in self._named and mention.kind in self._named and self._is_own(mention):
            self._named[who.key] = self._named.pop(mention.kind)  # named by its kind alone before
        return who.key

    def _keys_of_the_one(self, kind: str) -> Iterator[str]:
        return (key for key, one in self._named.items() if one.kind == kind and self._is_own(one))

    def _is_own(self, mention: PartnerMention) -> bool:
        """Tell whether a body may be the area's own: another area's board is another board."""
        kind, name = kinds()[mention.kind], mention.long_name or mention.name
        bare = identity(name, mention.kind, self.area).bare
        return bare or not kind.one_each or authority_name(self.area) in name


def kind_of(name: str, area: str) -> str:
    """Return the key of the kind that a name of a body shows."""
    words = plain(name)
    known = known_names().get(words)
    if known:
        return known.kind
    if same_authority(name, area):
        return "council"
    bodies = [one for one in named_bodies(words) if one.kind.use != "none"]
    if bodies:
        return max(bodies, key=lambda one: (one.end, one.end - one.start)).kind.key
    return "council" if re.search(r"council|authority|borough", words, re.IGNORECASE) else "other"


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return any(start < last and first < end for first, last in taken)
