"""To whom a letter on a joint targeted area inspection is written: roles and bodies, no persons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Fact
from trigpoint.extractors.parts.bodies import bodies
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.letter_heads import PERSON, entries, salutation
from trigpoint.extractors.parts.markup import clean
from trigpoint.extractors.parts.passages import Passage

Span: TypeAlias = tuple[int, int]

_ROLE: Final = re.compile(
    r"\b(?:Direct(?:or(?:y|ate)?)?|Manager|Constable|Executive|CEO|Officer|Head|Chair|Lead|Nurse"
    r"|Commander|Doctor|Superintendent|Scrutineer|Commissioner)\b(?: (?:of|for|at)\b)?(?: the\b)?",
    re.IGNORECASE,
)
_OFFICE: Final = re.compile(r"\bPolice and Crime Commissioner\b|\bPolicing and Crime\b", re.I)
_CHARGE: Final = re.compile(r",? with responsibility for (?:the )?", re.IGNORECASE)
_MANAGED: Final = re.compile(r"(?:.*, )?(?P<body>[^,]*\b(?:Service|Team)) Manager")
_TASK: Final = re.compile(
    r"(?:(?:Nursing|Quality|Safeguarding|Operations|Public Health|Place|Care|Children)\b(?!’)"
    r"(?: (?:and|&|for) )?\s*)+"
)
_FOR: Final = re.compile(r"[\w ]+ for (?=NHS\b|the\b)")
_NOUN: Final = (
    r"\b(?:Council|local authority|Police|Constabulary|CCGs?|ICB|Commissioning \w+|Boards?|LSCB"
    r"|Trust|Foundation|Service|Services|Teams?|Company|Partnership|Hospital|Cafcass|Probation"
    r"|Division|Arrangements)\b|^(?:Royal|London|Metropolitan) Borough of\b"
)
_KIND: Final = re.compile(_NOUN, re.IGNORECASE)
_BODY: Final = re.compile(rf"{_NOUN}|^NHS\b", re.IGNORECASE)
_DEPARTMENT: Final = re.compile(
    r"(?:adults?|children|communit|education|famil|health|people)", re.I
)
_DIVISION: Final = re.compile(r",?\s*[\w &]+ (?:Division|Region)$")
_PARTNERSHIP: Final = re.compile(r"\W*Dear (?:the )?(?!local partnership)(.*\w)\W*$")
_WHAT: Final = ("force", "service", "team")
_SEVERAL: Final = re.compile(r"\b(?:CCGs?|Groups?|Board|Company)$")


def addressees(document: Document, area: str) -> Iterator[Fact]:
    """Yield role and body of each addressee, and each body as a partner once."""
    named: list[Fact] = []
    for lines in entries(document):
        entry = Passage(document, lines)
        start, end = _post(entry.text)
        if start < end:
            value = clean(entry.text[start:end])
            yield Fact("addressee_role", value, entry.evidence(start, end)[0], 0.95)
        for a, b in _partners(entry.text[start:end], area):
            name = clean(entry.text[start + a : start + b])
            named.append(Fact("partner", name, entry.evidence(start + a, start + b)[0], 0.9))
    yield from _once(named)
    yield from _greeted(document)


def _once(named: Sequence[Fact]) -> Iterator[Fact]:
    """Yield each body once, by its full name: "Wold Police" is "Wold Police Service"."""
    full = {_folded(fact.value) for fact in named}
    known: set[str] = set()
    for fact in named:
        name = _folded(fact.value)
        if name not in known and not any(f"{name} {what}" in full for what in _WHAT):
            known.add(name)
            yield fact


def _folded(name: str) -> str:
    return name.casefold().removesuffix("s")


def _greeted(document: Document) -> Iterator[Fact]:
    """Yield the partnership that the salutation names."""
    line = salutation(document)
    found = _PARTNERSHIP.match(line.text) if line else None
    if line and found:
        place = evidence(document, line.start + found.start(1), line.start + found.end(1))
        yield Fact("partner", clean(place.quote), place)


def _post(entry: str) -> Span:
    """Return where role and body stand, after the person's name."""
    person = PERSON.match(entry)
    start = person.end() if person else 0
    return start, start + len(entry[start:].rstrip(" .["))


def _partners(post: str, area: str) -> Iterator[Span]:
    """Yield where the bodies stand in "Director of This, Such Council"."""
    start, end = _body(post)
    text = post[start:end]
    named = _BODY.search(text) or text.casefold() == area.casefold()
    if _OFFICE.search(text) or (named and _DIVISION.search(text)):
        yield start, end
    elif named:
        for a, b in bodies(text, area):
            yield start + a, start + b


def _body(post: str) -> Span:
    if managed := _MANAGED.fullmatch(post):
        return managed.span("body")
    if inner := re.search(r"\(((?:The )?[^()]{16,})\)$", post):
        return inner.span(1)
    if charge := _CHARGE.search(post):
        if _BODY.search(post, charge.end()):
            return charge.end(), len(post)
        return _body(post[: charge.start()])
    return _last_names(post)


def _last_names(post: str) -> Span:
    """Return the last names after a role: one chunk between commas, or a list of places in one."""
    chunks = [found.span() for found in re.finditer(r"[^,]+", post)]
    while len(chunks) > 1 and _is_post_alone(post[slice(*chunks[-1])]):
        chunks.pop()
    if not chunks:
        return 0, 0
    place = len(chunks) - 1
    while place and _joins(post[slice(*chunks[place - 1])], post[chunks[place][0] : chunks[-1][1]]):
        place -= 1
    start, end = chunks[place]
    start += _task(post[start:end], listed=place < len(chunks) - 1)
    return start + len(post[start:]) - len(post[start:].lstrip()), chunks[-1][1]


def _is_post_alone(chunk: str) -> bool:
    return bool(_ROLE.search(chunk)) and not _BODY.search(chunk) and not _OFFICE.search(chunk)


def _joins(before: str, names: str) -> bool:
    """Tell whether a chunk belongs to the names after it: a list of places, a region, a second."""
    if _DIVISION.fullmatch(names.partition(",")[0]) and not _ROLE.search(before):
        return True
    if _SEVERAL.search(before):
        return True
    first = re.split(r"\band\b|&|,", names)[0].strip()
    listed = first != names.strip() and not _BODY.search(first)
    place = re.split(r"\band\b|&", before[_task(before, listed=True) :])[-1].strip()
    return listed and bool(place) and not _KIND.search(place) and not _DEPARTMENT.match(place)


def _task(chunk: str, *, listed: bool) -> int:
    """Return where the names begin after a role and what it is for."""
    if _OFFICE.search(chunk):
        return 0
    roles = list(_ROLE.finditer(chunk))
    if not roles and (charge := _FOR.match(chunk)):
        return charge.end()
    start = roles[-1].end() if roles else 0
    start += len(chunk[start:]) - len(chunk[start:].lstrip())
    task = _TASK.match(chunk, start) if roles else None
    if task and (listed or _BODY.search(chunk, task.end())):
        return task.end()
    return start
