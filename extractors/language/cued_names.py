"""Names that do not show what they are, told by the words around them.

"The regional adoption agency, Such Adoption", "a charity, Such Aid", "run by Such Works".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from trigpoint.extractors.language.body_names import Named
from trigpoint.extractors.language.partner_tables import kinds, plain

_PART: Final = r"[A-Z][\w'@:&-]*"
_NAME: Final = rf"(?P<name>{_PART}(?:(?: (?:in|for|of|and|at|to))? {_PART}| \d+)*)"
_LONG: Final = rf"(?P<name>{_PART}(?:(?: (?:in|for|of|and|at|to))? {_PART})+)"
_THE: Final = r"(?:the |an? )?"

_CUES: Final = tuple(
    (kind, sure, re.compile(pattern))
    for kind, sure, pattern in (
        (
            "adoption-agency",
            0.9,
            rf"egional adoption agency(?: \(RAA\))?(?: is|,| \(| called) ?(?!RAA){_NAME}",
        ),
        ("adoption-agency", 0.85, rf"{_NAME},?(?: {_THE})?(?: ?[Rr]egional) adoption agency"),
        (
            "voluntary-organisation",
            0.8,
            rf"\b(?:charity|community interest company|social enterprise)(?:,| called)?"
            rf" {_THE}{_NAME}",
        ),
        (
            "voluntary-organisation",
            0.8,
            rf"\b{_NAME},? (?:which is )?an? (?:[\w-]+ ){{0,3}}(?:charity|voluntary organisation)",
        ),
        (
            "voluntary-organisation",
            0.75,
            rf"(?:operated|commissioned) (?:by|from) {_THE}{_NAME}",
        ),
        (
            "other",
            0.7,
            rf"(?:delegated to|(?:partners|agencies|organisations),? such as) {_THE}{_LONG}",
        ),
    )
)
_CUED: Final = re.compile(
    r"doption agency|charity|community interest|social enterprise|voluntary organisation"
    r"|operated|commissioned|delegated to|such as"
)
_NO_BODY: Final = re.compile(
    r"(?:.*\b(?:Services?|Teams?|Panel|Groups?|Officers?|Director\w*|Managers?|Hub|MASH|Project"
    r"|Programme|Committee|Plan|Strategy|Inspectors?|Department|Council|School|Schools|Heads?|Act"
    r"|Leaders?|Centres?|Member|Executive|Office|Visitors?|Workers?|Unit|Fund|Grant|Initiative"
    r"|Years|Safety|Learning|Children|Offer|SEN|LEA)(?:'s)?)|Ofsted|DfE\w*|HM\w*|The|LEA.*"
    r"|Head.*|Child(?:ren)? .*|Senior .*|Key Stage.*|Secretary .*|Government"
)
_TOGETHER: Final = re.compile(r"(?:\w+ )+for Children")


def cued_names(text: str) -> Iterator[Named]:
    """Yield the names that the words around them show to be bodies."""
    words = plain(text)
    if not _CUED.search(words):
        return
    for kind, sure, pattern in _CUES:
        for found in pattern.finditer(words):
            name = found["name"].removesuffix("'s")
            start = found.start("name")
            if _TOGETHER.fullmatch(name) or not _NO_BODY.fullmatch(name):
                yield Named(start, start + len(name), kinds()[kind], sure)
