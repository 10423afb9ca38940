"""Which body a printed name means: matching by name and day.

A name that no row of the tables answers to on that day is kept as it is printed, with an IRI of
its own, and nothing is claimed about it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from trigpoint.graph.authority_tables import Authority, authorities, slug

__all__ = [
    "Authority",
    "authorities",
    "name_key",
    "namesakes",
    "place_name",
    "resolve",
    "same_body",
    "slug",
]

# What reports set around a name, mostly to say in which capacity they speak of the body.
_CAPACITY: Final = re.compile(
    r"\b(?:the|local education authority|local authority|education authority|lea|la"
    r"|local area(?: send)?(?: partnership)?|area(?: send)?(?: partnership)?"
    r"|(?:send )?partnership|childrens services)\b"
)
# What a council is called besides the name of its place.
_STYLE: Final = re.compile(
    r"\b(?:of|and|upon|on|council|councils|corporation|metropolitan|district|borough|county"
    r"|unitary|authority|city|royal|london|ua|mbc|mdc|cbc|bc|cc|dc|lb|rb)\b"
)


_BEFORE_PLACE: Final = re.compile(
    r"^(?:the\s+)?(?:(?:london|royal|metropolitan)\s+)*"
    r"(?:(?:borough|city|county|council|district)\s+of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_AFTER_PLACE: Final = re.compile(
    r"(?:\s+(?:metropolitan|district|borough|county|unitary|city|council|authority"
    r"|local (?:education )?authority))+$",
    re.IGNORECASE,
)


def place_name(name: str) -> str:
    """Return a council's name without its style, the words of the place as they are.

    >>> place_name("The Royal Borough of Ambershire & Tarn")
    'Ambershire & Tarn'
    >>> place_name("Vellmouth City Council")
    'Vellmouth'
    """
    bare = _AFTER_PLACE.sub("", _BEFORE_PLACE.sub("", name.strip(), count=1))
    return bare or name.strip() or name


def name_key(name: str) -> str:
    """Return what is left of a name without style, capacity, spaces and signs.

    A name that is style only is left whole.

    >>> name_key("The Royal Borough of Ambershire & Tarn") == name_key("Ambershire and Tarn")
    True
    """
    plain = _plain(name)
    return _STYLE.sub(" ", plain).replace(" ", "") or plain.replace(" ", "")


def resolve(name: str, *, dfe_number: str = "", on: str = "") -> Authority:
    """Return the body of that name that existed on the day, else one made of the name alone.

    Between namesakes `dfe_number` decides, then the name in full; a number alone is not believed.
    Without a day, every namesake counts, whenever it lived.
    """
    found = [body for body in namesakes(name) if not on or body.existed_on(on)]
    if len(found) > 1:
        numbered = [body for body in found if body.dfe_number == dfe_number]
        found = numbered or [body for body in found if _is_called(body, name)]
    return found[0] if len(found) == 1 else Authority(name=place_name(name))


def namesakes(name: str) -> tuple[Authority, ...]:
    """Return every body that ever answered to a name, whatever its style."""
    return _by_name_key().get(name_key(name), ())


def same_body(one: str, other: str) -> bool:
    """Say whether two names can mean one body, or are one name of a body not in the tables."""
    shared = set(namesakes(one)) & set(namesakes(other))
    return bool(shared) or name_key(one) == name_key(other)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ")
    letters = re.sub(r"\(.*?\)|['‘’`.\u00ad]", "", letters)
    words = re.sub(r"[^a-z]+", " ", letters)
    return _CAPACITY.sub(" ", words).strip() or words.strip()


def _is_called(body: Authority, name: str) -> bool:
    return _plain(name) in {_plain(known) for known in body.names}


@cache
def _by_name_key() -> dict[str, tuple[Authority, ...]]:
    found: dict[str, tuple[Authority, ...]] = {}
    for body in authorities():
        for key in {name_key(name) for name in body.names}:
            found[key] = (*found.get(key, ()), body)
    return found
