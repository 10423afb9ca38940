"""Reads `.rq` files and the headers of those that are questions."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from trigpoint.errors import ReferenceDataError, UnknownName


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question lets one choose.

    `type` says where its values come from: a file of `queries/values/` (`authority`, `report`,
    `function`, `framework`), or `text` or `integer` for free ones. `default` is the value of one
    that is not given; without it such a parameter stays free.
    """

    name: str
    type: str
    about: str = ""
    required: bool = False
    example: str = ""
    default: str = ""

    @property
    def variable(self) -> str:
        """The variable of the query that it binds."""
        return f"_{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Askable:
    """Whatever is asked for by name, with parameters; `caveat` says what to beware of."""

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    caveat: str

    def parameter(self, name: str) -> Parameter:
        """Return a parameter by name; raises UnknownName with the nearest ones."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        known = [parameter.name for parameter in self.parameters]
        raise unknown("parameter", name, known, of=self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Askable):
    """A question with its query and the meaning of its columns."""

    question: str
    columns: dict[str, str]
    text: str


@dataclass(frozen=True, slots=True)
class IntegrityQuery:
    """A rule over the whole store: its query returns the nodes that break it as `?focus`."""

    name: str
    severity: str
    message: str


@cache
def integrity_queries() -> tuple[IntegrityQuery, ...]:
    """Return all integrity queries, by name."""
    return tuple(
        IntegrityQuery(name=name, **read_header(read_query(f"integrity/{name}"), name))
        for name in _names("integrity")
    )


def unknown(kind: str, name: str, known: list[str], *, of: str = "") -> UnknownName:
    """Return the error for a name that is not known, with those that come near.

    Of a parameter `of` something, it says all that there are.
    """
    near = difflib.get_close_matches(name.lower(), known, n=3, cutoff=0.5) or known[:8]
    remedy = f"Nearest: {', '.join(near)}" if near else "It takes none"
    if of and len(near) < len(known):
        remedy += f"; it takes {', '.join(known)}"
    return UnknownName(f"no {kind} {name!r}{f' of {of}' if of else ''}", remedy=remedy)


def read_query(path: str) -> str:
    """Return the text of `queries/PATH.rq`."""
    return files(__package__).joinpath(f"{path}.rq").read_text(encoding="utf-8")


@cache
def questions() -> dict[str, Question]:
    """Return all questions by name, sorted."""
    return {name: _read_question(name) for name in _names("questions")}


def _names(folder: str) -> list[str]:
    entries = (entry.name for entry in files(__package__).joinpath(folder).iterdir())
    return sorted(name.removesuffix(".rq") for name in entries if name.endswith(".rq"))


def question(name: str) -> Question:
    """Return a question by name; raises UnknownName with the nearest ones."""
    known = questions()
    if name not in known:
        raise unknown("question", name, list(known))
    return known[name]


def _read_question(name: str) -> Question:
    text = read_query(f"questions/{name}")
    header = read_header(text, name)
    try:
        return Question(
            name=name,
            title=header["title"],
            question=header["question"],
            parameters=parameters_of(header),
            columns=header["columns"],
            caveat=header.get("caveat", ""),
            text=text,
        )
    except (KeyError, TypeError) as error:
        raise ReferenceDataError(f"its header is incomplete: {error}", subject=name) from error


def parameters_of(header: dict[str, Any]) -> tuple[Parameter, ...]:
    """Return the parameters that a header declares, in its order."""
    declared: dict[str, Any] = header.get("parameters") or {}
    return tuple(Parameter(name=name, **facts) for name, facts in declared.items())


def read_header(text: str, name: str) -> dict[str, Any]:
    """Return the YAML of a file's `#+` lines; raises ReferenceDataError where there is none."""
    lines = [line[2:].removeprefix(" ") for line in text.splitlines() if line.startswith("#+")]
    try:
        header = yaml.safe_load("\n".join(lines))
    except yaml.YAMLError as error:
        raise ReferenceDataError(f"its header is no YAML: {error}", subject=name) from error
    if not isinstance(header, dict):
        raise ReferenceDataError("it has no header", subject=name)
    return header
