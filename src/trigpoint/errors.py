"""Every error that a user can act on. The lowest module: it imports nothing.

TrigpointError
├── ReadError                 a file cannot be read as a report
│   ├── UnsupportedFormat     its name ends in something that is not read
│   ├── MislabelledFile       its content is not what its name says
│   ├── EncryptedFile         a password is needed
│   ├── DamagedFile           cut off or corrupt
│   ├── NoTextLayer           a scan: pictures of pages, no text
│   ├── EmptyFile             nothing in it
│   └── UnreadableFile        the operating system refuses
├── StoreError                the store cannot be opened, read or written
├── QueryError                a query is wrong, refused or too slow
├── UnknownName               no question, parameter, report or format of that name
├── NothingToShow             the store holds nothing of what a picture shows
└── ReferenceDataError        a table or vocabulary file is inconsistent
"""

from __future__ import annotations


class TrigpointError(Exception):
    """Base of all our errors: what went wrong, with what, and what to do about it."""

    def __init__(self, problem: str, *, subject: str = "", remedy: str = "") -> None:
        self.problem = problem
        self.subject = subject
        self.remedy = remedy
        super().__init__(problem, subject, remedy)

    def __str__(self) -> str:
        head = f"{self.subject}: {self.problem}" if self.subject else self.problem
        return f"{head}. {self.remedy.rstrip('.')}." if self.remedy else head

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the way back from a worker process."""
        return _rebuild, (type(self), self.problem, self.subject, self.remedy)


def _rebuild(kind: type[TrigpointError], problem: str, subject: str, remedy: str) -> TrigpointError:
    return kind(problem, subject=subject, remedy=remedy)


class ReadError(TrigpointError):
    """A file cannot be read as a report; `subject` is its path."""


class UnsupportedFormat(ReadError):
    """The file's name ends in something that is not read."""


class MislabelledFile(ReadError):
    """The file's content is not what its name says."""


class EncryptedFile(ReadError):
    """The file needs a password."""


class DamagedFile(ReadError):
    """The file is cut off or corrupt."""


class NoTextLayer(ReadError):
    """The file holds pictures of pages and no text."""


class EmptyFile(ReadError):
    """The file holds nothing."""


class UnreadableFile(ReadError):
    """The operating system does not let the file be read."""


class StoreError(TrigpointError):
    """The store cannot be opened, read or written; `subject` is its place."""


class QueryError(TrigpointError):
    """A query is wrong, refused or too slow."""


class UnknownName(TrigpointError):
    """No question, parameter, report or format of that name; `remedy` has the nearest ones."""


class NothingToShow(TrigpointError):
    """The store holds nothing of what a picture shows."""


class ReferenceDataError(TrigpointError):
    """A table or vocabulary file is inconsistent."""
