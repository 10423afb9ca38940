"""Named bodies in running text: names that end in a kind's words, stand alone, or are known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from trigpoint.extractors.language.partner_tables import (
    Kind,
    formed,
    kind_of_acronym,
    kinds,
    known_names,
    plain,
)

_WORD: Final = re.compile(r"\S*[a-z]-\s\S+|\S+")  # a word broken at the end of a line is one
_NAME_WORD: Final = re.compile(r"[A-Z](?![A-Z]*\d+[A-Z]*$)(?:[\w'&@.:-]|-\s)*,?")
_JOINING: Final = frozenset({"and", "&", "of", "upon", "on", "le"})
_PLACE_LIST: Final = frozenset(
    {
        "integrated-care-board",
        "clinical-commissioning-group",
        "community-rehabilitation-company",
        "health-trust",
    }
)
_REACH: Final = 110
_ENDS_ANOTHER: Final = re.compile(
    r"(?:Councils?|Boards?|Trusts?|Police|Constabulary|Partnerships?|Authority|Services?|Groups?"
    r"|Teams?|Committee|Panel|Schools?|Department|Directorate|Ofsted|CQC|Cafcass|Chair|Chairman"
    r"|Head|Director|Manager|Chief|Constable|Executive|Officers?|Commissioners?|Leaders?|Members?"
    r"|Inspectors?|Commander|Lead|Minister|Secretary|Dear|Board's|Council's|LEA|LEA's|Hub|MASH"
    r"|LA|Date|Hospitals?|Infirmary|Plan|Strategy|Act|Report|Agency|Forum|Foundation|NSPCC|Age|CEO"
    r"|January|February|March|April|June|July|August|September|October|November|December)[,']*"
)
_OPENING: Final = re.compile(
    r"(?:A|After|All|Although|An|And|Another|As|At|Before|Both|But|By|Currently|Despite"
    r"|During|Each|Effective|External|For|From|Has|However|If|In|Its|It|Key|Many|Most"
    r"|No|Not|On|Other|Our|Poor|Recent|Relationships|Senior|Since|Some|Strong|Such"
    r"|That|The|Their|There|These|They|This|Those|Through|To|Under|Until|What|When"
    r"|Where|Which|While|Whilst|Who|With|Within|Working|Your|So|Also|Inspection"
    r"|Information|Name|Areas|Links|Former|Current|Overall|Partnership|Partnerships"
    r"|Agree|Ask|Build|Challenge|Consider|Continue|Develop|Embed|Encourage|Engage|Ensure"
    r"|Establish|Help|Hold|Implement|Improve|Increase|Make|Monitor|Provide|Reduce|Require|Review"
    r"|Secure|Strengthen|Support|Take|Use|Work|[A-Z][a-z]{4,}ly)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a body: its place in the text, its kind, how sure the form alone makes us."""

    start: int
    end: int
    kind: Kind
    sure: float


def named_bodies(text: str) -> list[Named]:
    """Return the names in `text` in order; where two overlap, the longer one that starts first.

    A name that ends in one that is known, or in a look-alike, gives way to that. Look-alikes (kinds
    of use `none`) are among the names, so that nothing else claims their words.
    """
    words = plain(text)
    named: list[Named] = []
    for way in (_known, _standing_alone, _acronyms, _with_heads):
        ends = {one.end for one in named}
        named += [one for one in way(words) if one.end not in ends]
    return list(_without_overlaps(named))


def _without_overlaps(found: Iterable[Named]) -> Iterator[Named]:
    end = -1
    ordered = sorted(found, key=lambda one: (one.start, one.kind.use != "none", -one.end))
    for one in ordered:
        if one.start >= end:
            yield one
            end = one.end


_FIRST_WORD: Final = re.compile(r"(?<![\w-])[A-Za-z]\w*")
_IN_A_NAME: Final = re.compile(r" [A-Z]")
_GOES_ON: Final = re.compile(r"[\w-]| (?:and )?(?:Skills|Employment|Social Care|Crime)\b| funded")


@cache
def _known_by_first_word() -> dict[str, tuple[str, ...]]:
    """Return the known names by their first words, longest first."""
    names: dict[str, tuple[str, ...]] = {}
    for name in sorted(known_names(), key=len, reverse=True):
        first = _FIRST_WORD.match(name)
        assert first is not None  # noqa: S101 - every name begins with a word
        names[first[0]] = (*names.get(first[0], ()), name)
    return names


def _known(text: str) -> Iterator[Named]:
    by_first_word = _known_by_first_word()
    for word in _FIRST_WORD.finditer(text):
        for name in by_first_word.get(word[0], ()):
            if text.startswith(name, word.start()) and _is_whole(text, word.start(), name):
                kind = kinds()[known_names()[name].kind]
                yield Named(word.start(), word.start() + len(name), kind, 0.95)
                break


def _is_whole(text: str, start: int, name: str) -> bool:
    """Tell whether a known name stands there by itself, not as a part of another's name."""
    end = start + len(name)
    if _GOES_ON.match(text, end) or (name.isupper() and _IN_A_NAME.match(text, end)):
        return False
    opened = text[max(start - 1, 0) : start] == "'"
    return not opened or text[end : end + 1] == "'"


def _standing_alone(text: str) -> Iterator[Named]:
    for kind, head, end in formed("names", text):
        start = _left(text, head, kind) if kind.use == "body" else None
        yield Named(head if start is None else start, _right(text, end, kind), kind, 0.93)


def _with_heads(text: str) -> Iterator[Named]:
    for kind, head, end in formed("heads", text):
        start = _left(text, head, kind)
        if start is not None:
            yield Named(start, _right(text, end, kind), kind, 0.9)


def _acronyms(text: str) -> Iterator[Named]:
    for found in _acronym_pattern().finditer(text):
        kind = kind_of_acronym()[found[1]]
        before = _left(text, found.start(), kind)
        start = found.start() if before is None else before
        if "(" not in text[max(start - 5, 0) : start]:  # else the name stands before the bracket
            yield Named(start, found.end(), kind, 0.85)


@cache
def _acronym_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({'|'.join(kind_of_acronym())})(?![\w-])")


def _left(text: str, head: int, kind: Kind) -> int | None:
    """Return where the capitalised words before a head begin, None where there are none.

    Past a comma they go on only in a list, "A, B and C" and then the head.
    """
    start: int | None = None
    joined = listed = False
    for word in reversed(_words_before(text, head)):
        token = word[0]
        if token in _JOINING:
            joined = True
            listed = listed or token in ("and", "&")
            continue
        if not _belongs(token) or (joined and start is None):
            break
        if token.endswith(",") and not (listed and kind.key in _PLACE_LIST):
            break
        start, joined = word.start(), False
    return _without_opening(text, start, head) if start is not None else None


def _words_before(text: str, head: int) -> list[re.Match[str]]:
    floor = max(0, head - _REACH)
    words = list(_WORD.finditer(text, floor, head))
    cut = floor > 0 and not text[floor - 1].isspace()
    return words[1:] if cut else words


def _belongs(token: str) -> bool:
    """Tell whether a word can be part of a name that a head ends."""
    if not _NAME_WORD.fullmatch(token.lstrip("'")) or token[-1] in ".:":
        return False
    return not (
        token in kind_of_acronym() or token in known_names() or _ENDS_ANOTHER.fullmatch(token)
    )


def _without_opening(text: str, start: int, head: int) -> int | None:
    """Leave out a word that only opens the sentence; None where no other is left."""
    words = list(_WORD.finditer(text, start, head))
    while words and _only_opens(words[0][0]):
        words.pop(0)
    return words[0].start() if words else None


def _only_opens(word: str) -> bool:
    return bool(_OPENING.fullmatch(word)) or word in _JOINING


_OF_PLACE: Final = re.compile(
    r" (?:of|for) (?:the )?(?:St\.? )?(?:[A-Z][\w'-]+)(?: (?:and )?[A-Z][\w'-]+)*"
)
_ITS_SERVICE: Final = re.compile(r"(?: [A-Z][\w'-]+)+ Service\b")
_NAMED_BY_PLACE: Final = frozenset(
    {"police-and-crime-commissioner", "association-of-heads", "diocese"}
)


def _right(text: str, end: int, kind: Kind) -> int:
    """Return where a name ends that may go on with a place: "Association of Such Headteachers"."""
    is_consortium = text.endswith("Consortium", 0, end)
    own = _ITS_SERVICE.match(text, end) if is_consortium else None
    end = own.end() if own else end
    after = _OF_PLACE.match(text, end) if is_consortium or kind.key in _NAMED_BY_PLACE else None
    return after.end() if after else end
