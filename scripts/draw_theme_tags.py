"""Draw tags that recommendations have, for a reader to judge whether each is right.

    python scripts/draw_theme_tags.py STORE [--each 20] [--seed 1] [--themes T ...] [--keys KEYS]
                                       [--findings] [--mixed]

Of every theme named (default: every theme), `--each` recommendations (or findings) that the rules
give it are drawn at random. What `tests/gold/themes.json` labels and what
`tests/gold/theme_tags.json` already judges is left out, so that a draw is always new. The sheet
numbers the tags and shows the text, never the words that triggered the tag; `--keys` is where the
names go. `--mixed` prints the same tags in another order, themes apart, for a second reading.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.tagging import themes_of
from trigpoint.graph.tagging.statements import stated_words
from trigpoint.ontology.turtle import resources

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold"
LABELS, JUDGED = GOLD / "themes.json", GOLD / "theme_tags.json"
Tagged: TypeAlias = tuple[str, str]


def statements(store: EmbeddedStore, kind: str) -> dict[str, str]:
    """Return the text of every recommendation or finding by its fingerprint."""
    words = (one for one in stated_words(store.graphs) if f"/{kind}/" in one.iri)
    return {one.iri.rpartition("-")[2]: one.text for one in words}


def known() -> tuple[set[str], set[Tagged]]:
    """Return the recommendations that are labelled in full, and the tags judged one by one."""
    labelled = {row["id"] for row in json.loads(LABELS.read_text(encoding="utf-8"))}
    rows = json.loads(JUDGED.read_text(encoding="utf-8")) if JUDGED.exists() else []
    return labelled, {(row["id"], row["theme"]) for row in rows}


def draw(texts: dict[str, str], each: int, seed: int) -> Iterator[Tagged]:
    """Yield up to `each` new tags of every theme, theme by theme."""
    labelled, judged = known()
    tags: dict[str, list[str]] = defaultdict(list)
    for name in sorted(texts.keys() - labelled):
        for tag in themes_of(texts[name]):
            if (name, tag.concept) not in judged:
                tags[tag.concept].append(name)
    for theme, names in sorted(tags.items()):
        dice = random.Random(f"{seed} {theme}")  # noqa: S311 - no secret
        yield from ((name, theme) for name in dice.sample(names, min(each, len(names))))


def sheet(tags: Sequence[Tagged], texts: dict[str, str], order: Sequence[int]) -> Iterator[str]:
    """Yield a line for each tag, with its definition where the theme changes."""
    themes = {one.one("skos:notation"): one for one in resources("themes.ttl").values()}
    before = ""
    for place in order:
        name, theme = tags[place]
        if theme != before:
            said = (themes[theme].one(f"skos:{key}") for key in ("definition", "scopeNote"))
            yield f"== {theme}: {' '.join(filter(None, said))}"
        before = theme
        yield f"{place}  {' '.join(texts[name].split())}"


def main() -> None:
    """Print the sheet and write the keys."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("store", type=Path)
    parser.add_argument("--each", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--themes", nargs="*", default=())
    parser.add_argument("--findings", action="store_true")
    parser.add_argument("--mixed", action="store_true")
    parser.add_argument("--keys", type=Path, default=Path("keys.json"))
    given = parser.parse_args()
    kind = "finding" if given.findings else "recommendation"
    texts = statements(EmbeddedStore(given.store), kind)
    wanted = set(given.themes)
    tags = [tag for tag in draw(texts, given.each, given.seed) if not wanted or tag[1] in wanted]
    order = list(range(len(tags)))
    if given.mixed:
        random.Random(given.seed).shuffle(order)  # noqa: S311 - no secret
    keys = [{"id": name, "kind": kind, "theme": theme} for name, theme in tags]
    given.keys.write_text(json.dumps(keys, indent=1), encoding="utf-8")
    print(*sheet(tags, texts, order), sep="\n")


if __name__ == "__main__":
    main()
