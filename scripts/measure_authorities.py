"""Compare the authorities of a store's reports with a list of the files, by Ofsted's number.

    python scripts/measure_authorities.py STORE MANIFEST

MANIFEST is a CSV with the columns `sha256` and `ofsted_urn`, one row for each file. Each pair of a
review and an authority that it is about is one mention. Prints how many mentions are resolved to a
body of the tables and how many to the body of the list, names the others, and fails where fewer
than 98 in a hundred are resolved or one is wrong.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import QuerySolutions

from trigpoint.graph.store import EmbeddedStore

ENOUGH = 0.98
_MENTIONS = """
PREFIX tp: <https://w3id.org/trigpoint/def#>
SELECT DISTINCT ?review ?sha256 ?body ?urn
WHERE {
  ?review a tp:Review ; tp:aboutAuthority ?body ; tp:hasReport/tp:sourceSha256 ?sha256 .
  OPTIONAL { ?body tp:ofstedUrn ?urn }
}
ORDER BY ?review
"""


@dataclass(frozen=True, slots=True)
class Mention:
    """An authority that a review is about; `urn` is empty where the tables hold no such body."""

    review: str
    body: str
    urn: str
    meant: str


def mentions(store: EmbeddedStore, manifest: Path) -> Iterator[Mention]:
    """Yield the mentions of the files that the list holds."""
    with manifest.open(encoding="utf-8", newline="") as file:
        meant = {row["sha256"]: row["ofsted_urn"] for row in csv.DictReader(file)}
    rows = store.query(_MENTIONS)
    assert isinstance(rows, QuerySolutions)  # noqa: S101 - our own SELECT
    for row in rows:
        if known := meant.get(row["sha256"].value):
            urn = row["urn"].value if row["urn"] else ""
            yield Mention(row["review"].value, row["body"].value, urn, known)


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    if len(arguments) != 2:
        print(__doc__)
        return 2
    found = list(mentions(EmbeddedStore(arguments[0]), Path(arguments[1])))
    resolved = [mention for mention in found if mention.urn]
    wrong = [mention for mention in resolved if mention.urn != mention.meant]
    for mention in (one for one in found if one.urn != one.meant):
        print(f"{'wrong' if mention.urn else 'unresolved'}: {mention.review} is {mention.body}")
    right = len(resolved) - len(wrong)
    print(f"{len(found)} mentions, {len(resolved)} resolved, {right} right, {len(wrong)} wrong")
    return 1 if wrong or len(resolved) < ENOUGH * len(found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
