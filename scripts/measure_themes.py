"""Score the tagging of themes against hand-made labels, and show what it gives over a store.

    python scripts/measure_themes.py [STORE] [--write]

STORE is a store of the corpus (default: one is built from `../shared/corpus`). Prints precision and
recall by theme on each half of `tests/gold/themes.json`, precision by theme on the tags of
`tests/gold/theme_tags.json` (drawn by `scripts/draw_theme_tags.py`: they say nothing of recall),
how many recommendations have no theme, and the groups of themes by share of authorities; with
`--write` it replaces these tables in `docs/themes.md`.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pyoxigraph import QuerySolutions
from sklearn.metrics import cohen_kappa_score

from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.tagging import themes_of
from trigpoint.graph.tagging.statements import Words, stated_words
from trigpoint.pipeline import build

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "themes.md"
GOLD = ROOT / "tests" / "gold" / "themes.json"
DRAWN = ROOT / "tests" / "gold" / "theme_tags.json"
START, END = "<!-- measured: {} -->", "<!-- end: {} -->"
_GROUPS = """
PREFIX tp:   <https://w3id.org/trigpoint/def#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?framework ?group (COUNT(DISTINCT ?node) AS ?recommendations)
       (COUNT(DISTINCT ?review) AS ?reports) (COUNT(DISTINCT ?body) AS ?authorities)
WHERE {
  ?node tp:theme/skos:broader/skos:prefLabel ?group ; a tp:Recommendation ; tp:madeIn ?review ;
        tp:aboutAuthority ?body .
  ?review tp:conductedUnder ?scheme .
  BIND (REPLACE(STR(?scheme), "^.*/", "") AS ?framework)
  FILTER (?framework IN ("sif", "ilacs"))
}
GROUP BY ?framework ?group
ORDER BY DESC(?framework) DESC(?recommendations)
"""


@dataclass
class Counts:
    """How often a theme was found rightly, was acceptable, was wrong, was missed."""

    right: int = 0
    allowed: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Right among right and wrong; what the labels allow without asking for it is neither."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Right among those labelled."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@dataclass
class Half:
    """The scores of one half of the labels."""

    name: str
    items: int = 0
    absent: int = 0
    themes: dict[str, Counts] = field(default_factory=dict)

    def add(self, labelled: dict[str, Any], words: Words) -> None:
        """Count the tags of one recommendation."""
        self.items += 1
        found = {tag.concept for tag in themes_of(words.text)}
        asked, allowed = set(labelled["themes"]), set(labelled["allowed"])
        for theme in found | asked:
            counts = self.themes.setdefault(theme, Counts())
            counts.right += theme in found & asked
            counts.missed += theme in asked - found
            counts.allowed += theme in (found - asked) & allowed
            counts.wrong += theme in found - asked - allowed

    @property
    def total(self) -> Counts:
        """All themes together."""
        every = self.themes.values()
        return Counts(*(sum(getattr(c, name) for c in every) for name in Counts().__dict__))

    @property
    def macro_recall(self) -> float:
        """Mean of the recall of every theme that is labelled."""
        shares = [c.recall for c in self.themes.values() if c.right + c.missed]
        return sum(shares) / len(shares) if shares else 1.0


@dataclass
class Judged:
    """The drawn tags of one theme, right or not: draw by draw, and of those still given."""

    draws: dict[str, dict[int, list[bool]]] = field(default_factory=dict)
    given: list[bool] = field(default_factory=list)

    def add(self, row: dict[str, Any], *, given: bool) -> None:
        """Count one tag; it is right where both readings say so."""
        right = row["first"] and row["second"]
        self.draws.setdefault(row["kind"], {}).setdefault(row["draw"], []).append(right)
        if given and row["kind"] == "recommendation":
            self.given.append(right)

    def drawn(self, kind: str) -> list[list[bool]]:
        """Return the draws from recommendations or from findings, first to last."""
        return [tags for _, tags in sorted(self.draws.get(kind, {}).items())]

    @property
    def cells(self) -> tuple[str, ...]:
        """Every draw, the share of the last, what is still given and its share, the findings."""
        asked, found = (self.drawn(kind) for kind in ("recommendation", "finding"))
        last, given = asked[-1], self.given
        return _counts(*asked), _share(last), _counts(given), _share(given), _counts(*found)


def _counts(*draws: Sequence[bool]) -> str:
    return ", ".join(f"{sum(tags)}/{len(tags)}" for tags in draws)


def _share(tags: Sequence[bool]) -> str:
    return f"{sum(tags) / len(tags):.2f}" if tags else ""


def judged(words: Iterable[Words], rows: Iterable[dict[str, Any]]) -> dict[str, Judged]:
    """Return the drawn tags by theme; a tag whose statement the store lacks is given no longer."""
    texts = {one.iri.rpartition("-")[2]: one.text for one in words}
    themes: dict[str, Judged] = {}
    for row in rows:
        given = row["theme"] in {tag.concept for tag in themes_of(texts.get(row["id"], ""))}
        themes.setdefault(row["theme"], Judged()).add(row, given=given)
    return themes


def tag_table(words: Iterable[Words], rows: Sequence[dict[str, Any]]) -> str:
    """Return the precision of every theme on its drawn tags, and how far two readings agree."""
    first, second = ([row[reading] for row in rows] for reading in ("first", "second"))
    differ = sum(one != other for one, other in zip(first, second, strict=True))
    lines = [
        f"{len(rows)} tags read twice; the readings differ on {differ}, "
        f"kappa {cohen_kappa_score(first, second):.2f}",
        "",
        "| theme | right of each draw | last draw | of all still given | precision | of findings |",
        "|---|---|--:|--:|--:|---|",
    ]
    table = sorted(judged(words, rows).items())
    return "\n".join([*lines, *(f"| {' | '.join((name, *one.cells))} |" for name, one in table)])


def scored(words: Iterable[Words], labels: Iterable[dict[str, Any]]) -> list[Half]:
    """Score each half; a label whose recommendation the store lacks is counted as absent."""
    by_id = {one.iri.rpartition("-")[2]: one for one in words if "/recommendation/" in one.iri}
    halves = {"dev": Half("dev"), "test": Half("test")}
    for labelled in labels:
        half = halves[labelled["half"]]
        if labelled["id"] in by_id:
            half.add(labelled, by_id[labelled["id"]])
        else:
            half.absent += 1
    return list(halves.values())


def score_table(half: Half) -> str:
    """Return a half as a Markdown table, theme by theme."""
    lines = [
        f"{half.name}: {half.items} labelled recommendations, {half.absent} not in the store; "
        f"macro recall {half.macro_recall:.2f}",
        "",
        "| theme | labelled | right | allowed | wrong | precision | recall |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    rows = [*sorted(half.themes.items()), ("**all**", half.total)]
    lines += (
        f"| {name} | {c.right + c.missed} | {c.right} | {c.allowed} | {c.wrong} "
        f"| {c.precision:.2f} | {c.recall:.2f} |"
        for name, c in rows
    )
    return "\n".join(lines)


def coverage_line(words: Iterable[Words]) -> str:
    """Return how many recommendations have no theme, or none but `other`."""
    found = [
        frozenset(tag.concept for tag in themes_of(one.text))
        for one in words
        if "/recommendation/" in one.iri
    ]
    kinds = Counter("none" if not one else "other" for one in found if one <= {"other"})
    return (
        f"{len(found)} recommendations: {kinds['none'] / len(found):.1%} have no theme, "
        f"{kinds['other'] / len(found):.1%} none but `other`, "
        f"{sum(map(len, found)) / len(found):.1f} themes each."
    )


def group_table(store: EmbeddedStore) -> str:
    """Return the groups of themes by recommendations, for the two frameworks studied by hand."""
    rows = store.query(_GROUPS)
    assert isinstance(rows, QuerySolutions)  # noqa: S101 - our own SELECT
    names = [variable.value for variable in rows.variables]
    lines = [f"| {' | '.join(names)} |", "|---|---|--:|--:|--:|"]
    lines += (f"| {' | '.join(row[name].value for name in names)} |" for row in rows)
    return "\n".join(lines)


def replaced(page: str, name: str, table: str) -> str:
    """Return the page with the table between the marks of that name replaced."""
    head, start, rest = page.partition(START.format(name))
    _, end, tail = rest.partition(END.format(name))
    return f"{head}{start}\n\n{table}\n\n{end}{tail}"


def measured(store: EmbeddedStore) -> dict[str, str]:
    """Return each table by the name of its marks."""
    words = tuple(stated_words(store.graphs))
    labels = json.loads(GOLD.read_text(encoding="utf-8"))
    tables = {half.name: score_table(half) for half in scored(words, labels)}
    drawn = json.loads(DRAWN.read_text(encoding="utf-8"))
    tables["tags"] = tag_table(words, drawn)
    return tables | {"coverage": coverage_line(words), "groups": group_table(store)}


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and write when told to."""
    given = [word for word in arguments if not word.startswith("--")]
    with tempfile.TemporaryDirectory() as folder:
        store = EmbeddedStore(given[0] if given else folder, create=True)
        if not given:
            build([ROOT.parent / "shared" / "corpus"], store, jobs=2)
        tables = measured(store)
    print(*tables.values(), sep="\n\n")
    if "--write" in arguments:
        page = PAGE.read_text(encoding="utf-8")
        for name, table in tables.items():
            page = replaced(page, name, table)
        PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
