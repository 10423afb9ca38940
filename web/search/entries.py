"""What can be found: everything that has a name or a text, read from the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from trigpoint.queries import questions
from trigpoint.web.words import tail

QUERIES: Final = (
    "authorities",
    "concepts",
    "partners",
    "reports",
    "recommendations",
    "findings",
    "clusters",
)


class Library(Protocol):
    """The part of the open store that a search needs."""

    @property
    def version(self) -> str:
        """A name for the state of the store."""
        ...

    def texts(self, path: str, /) -> list[dict[str, str]]:
        """Return the rows of `queries/PATH.rq` as texts; what is absent is empty."""
        ...

    def label(self, iri: str) -> str:
        """Return the name of a thing."""
        ...

    def href(self, iri: str) -> str:
        """Return the address of the document about a thing."""
        ...


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found.

    `title` and `names` are what it is called, `body` is its text; `authority` and `framework` are
    the ends of their IRIs, for facets; `date` is ISO, as precise as printed, or empty; `context` is
    where it stands: found by these words too, but shown by its own.
    """

    kind: str
    href: str
    title: str = ""
    names: str = ""
    body: str = ""
    authority: str = ""
    framework: str = ""
    date: str = ""
    year: str = ""
    context: str = ""


def read_entries(library: Library) -> Iterator[Entry]:
    """Yield everything that can be found in the store, and the questions it answers."""
    for query in QUERIES:
        for row in library.texts(f"pages/search/{query}"):
            yield _entry(row, library)
    for name, question in questions().items():
        yield Entry(
            kind="question", href=f"/questions/{name}", title=question.title, body=question.question
        )


def _entry(row: Mapping[str, str], library: Library) -> Entry:
    iri, authority, framework = row["iri"], row.get("authority", ""), row.get("framework", "")
    date = row.get("date", "")
    names = [library.label(each) for each in (authority, framework) if each]
    title = row.get("title", "") or (library.label(iri) if row["kind"] == "report" else "")
    return Entry(
        kind=row["kind"],
        href=library.href(iri),
        title=title,
        names=row.get("names", ""),
        body=row.get("body", ""),
        authority=tail(authority),
        framework=tail(framework),
        date=date,
        year=date[:4],
        context=" ".join([*names, tail(framework), date[:4]]),
    )
