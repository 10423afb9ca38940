"""What whoever runs the server may choose."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from trigpoint.web.sparql.limits import Limits


@dataclass(frozen=True, slots=True)
class Settings:
    """`reports` is the folder that the stored paths of report files begin in, if there is one.

    `base_url` is how the world sees the server, where a proxy does not say; `concurrency` is how
    many requests are worked on at once, `queue` how many more may wait.
    """

    title: str = "Trigpoint"
    base_url: str = ""
    reports: Path | None = None
    limits: Limits = field(default_factory=Limits)
    seconds: float = 10.0
    body_bytes: int = 150_000  # beyond what a query may have, which the endpoint refuses itself
    concurrency: int = 64
    cached_pages: int = 2_000
    page_rows: int = 50
