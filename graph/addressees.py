"""Which bodies the printed addressees of recommendations mean; people in general mean none.

One way for every kind of report: the authority itself, its services, the partnership of its area,
then the bodies that names of partners mean. The management of a named service stands for the
service; "leaders" are nobody in particular: what is printed stays a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from trigpoint.extractors.findings import Evidence, PartnerMention, Report
from trigpoint.extractors.language.acronyms import is_spelt
from trigpoint.extractors.language.body_names import named_bodies
from trigpoint.extractors.language.partner_identity import same_authority
from trigpoint.extractors.language.partner_tables import plain
from trigpoint.extractors.language.partners import kind_of
from trigpoint.graph import iris
from trigpoint.graph.authorities import Authority, slug
from trigpoint.graph.partners import Entity, area_partnership, resolve_partner
from trigpoint.ontology.namespaces import ID

_ARTICLE: Final = re.compile(r"^(?:the|an?|its|their)\s+", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
_PEOPLE: Final = re.compile(
    r"\b(?:leaders?|leadership|managers?|management|members?|officers?|staff|stakeholders?"
    r"|partners|commissioners|providers|practitioners|professionals|governors|headteachers"
    r"|directors?|councillors|inspectors|agencies)\b",
    re.IGNORECASE,
)
_AUTHORITY: Final = re.compile(
    r"(?:local )?(?:education )?authority|lea|la"
    r"|(?:(?:local|city|county|borough|district|metropolitan|unitary|london) )*council",
    re.IGNORECASE,
)
_AREA: Final = re.compile(
    r"local area|(?:local )?(?:area )?(?:send )?partnership|local area send partnership",
    re.IGNORECASE,
)
_SERVICE: Final = re.compile(
    r"(?:(?:council|authority|lea|local authority)(?:'s|s')\s+)?"
    r"(?P<name>(?:[\w'&,-]+ ){1,8}(?:services?|branch|department|directorate|division))",
    re.IGNORECASE,
)
_MANAGED: Final = re.compile(
    r"(?P<name>.+?)(?:'s|s')? (?:senior )?(?:management(?: team)?|managers)"
    r"(?: and \w+ management)?",
    re.IGNORECASE,
)
_NOT_OWN: Final = re.compile(
    r"\b(?:health|nhs|police|probation|fire|ambulance|prison|hospital|court|prosecution|civil"
    r"|public|all|both|other|support|the)\b",
    re.IGNORECASE,
)
_SEVERAL: Final = re.compile(r",\s+(?:and\s+|including\s+)?|\s+and\s+")
_NOWHERE: Final = Evidence(1, 0, 0, "")


@dataclass(frozen=True, slots=True)
class Addressees:
    """The addressees of one report: what each printed one means.

    `day` is that of the review; `names` are all that the report prints, by which acronyms are read.
    """

    about: Authority | None
    framework: str
    day: str
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, report: Report, about: Authority | None, day: str) -> Addressees:
        """Return the addressees of a report on an authority."""
        asked = (name for one in report.recommendations for name in one.addressees)
        known = (one.long_name for one in report.partners if one.long_name)
        names = tuple(dict.fromkeys((*asked, *known)))
        return cls(about, report.framework, day, names)

    def bodies(self, printed: str) -> tuple[Entity, ...]:
        """Return the bodies that a printed addressee means, none where it names none."""
        if whole := self._body(printed):
            return (whole,)
        first, *others = map(self._body, _SEVERAL.split(plain(printed)))
        return tuple(dict.fromkeys(filter(None, (first, *others)))) if first else ()

    def _body(self, printed: str) -> Entity | None:
        name = _bare(printed)
        if managed := _MANAGED.fullmatch(name):
            return self._service(_spelt_out(managed["name"], self.names))
        if not name or _PEOPLE.search(name):
            return None
        return next(filter(None, self._ways(_spelt_out(name, self.names))), None)

    def _ways(self, name: str) -> Iterator[Entity | None]:
        yield self._authority(name)
        yield self._area(name)
        yield self._partner(name)
        yield self._service(name)

    def _authority(self, name: str) -> Entity | None:
        about = self.about
        if about and (_AUTHORITY.fullmatch(name) or same_authority(name, about.name)):
            iri = iris.authority(about)
            return Entity(iri, about.name, "tp:LocalAuthority", "council", described=True)
        return None

    def _area(self, name: str) -> Entity | None:
        is_area = self.about and self.framework.startswith("area-send") and _AREA.fullmatch(name)
        return area_partnership(self.about) if is_area and self.about else None

    def _partner(self, name: str) -> Entity | None:
        """Return the body of which `name`, all of it, is the name."""
        found = [one for one in named_bodies(name) if (one.start, one.end) == (0, len(name))]
        if not found or found[0].kind.use == "none" or self.about is None:
            return None
        kind = kind_of(name, self.about.name)
        return resolve_partner(PartnerMention(name, kind, _NOWHERE), self.about, self.day)

    def _service(self, name: str) -> Entity | None:
        found = _SERVICE.fullmatch(name)
        if not found or self.about is None or _NOT_OWN.search(found["name"]):
            return None
        words = re.sub(r"(?<=[a-z])s$", "", found["name"])
        label = f"{words[:1].upper()}{words[1:]} ({self.about.name})"
        iri = f"{ID}service/{self.about.key}/{slug(words)}"
        unit_of = iris.authority(self.about)
        return Entity(iri, label, "org:OrganizationalUnit", "", unit_of=unit_of)


def _bare(printed: str) -> str:
    return _ARTICLE.sub("", _BRACKETS.sub("", plain(printed)).strip(" ,.;"))


def _spelt_out(name: str, names: Iterable[str]) -> str:
    """Return the long form of an acronym, where another name of the report spells it."""
    if not name.isupper() or " " in name:
        return name
    return next((long for long in map(_bare, names) if is_spelt(name, long)), name)
