"""Draw pairs of recommendations to label, by likeness, family and years between them.

    python scripts/draw_pairs.py STORE [--each 4] [--least 0] [--seed 1] [--keys KEYS] > SHEET

A stratum is a band of likeness (the mean of lexical and latent), the families of the two reports,
and whether they are up to three years apart. `--each` pairs of every stratum are drawn from those
that come near each other, from the band that begins at `--least` up; with 0, pairs at random are
drawn too, as many of each pair of families. The sheet numbers the pairs and shows their texts and
nothing else; `--keys` is where names, strata and weights go. Pairs that `tests/gold/pairs.json`
holds are left out, and so are pairs of one report.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
from scipy.sparse import csr_matrix, hstack

from trigpoint.graph.recurrence import Ask, read_asks
from trigpoint.graph.recurrence.neighbours import Pair, Search, nearest
from trigpoint.graph.recurrence.representations import Latent, Lexical
from trigpoint.graph.store.embedded import EmbeddedStore
from trigpoint.ontology.namespaces import ID

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold" / "pairs.json"
BANDS = (0.3, 0.4, 0.5, 0.6, 0.7)
NEAR_YEARS = 3
Drawn: TypeAlias = dict[str, object]


def name_of(ask: Ask) -> str:
    """Return the name of a recommendation in the table of pairs."""
    return ask.iri.removeprefix(f"{ID}inspection/")


def labelled() -> set[frozenset[str]]:
    """Return the pairs that have labels."""
    rows = json.loads(GOLD.read_text(encoding="utf-8"))
    return {frozenset((row["a"], row["b"])) for row in rows}


def families(one: Ask, other: Ask) -> str:
    """Return the frameworks of both, in order of the alphabet."""
    return "+".join(sorted(ask.framework.rpartition("/")[2] or "none" for ask in (one, other)))


def stratum(one: Ask, other: Ask, likeness: float) -> str:
    """Return the name of the stratum of a pair."""
    band = max((b for b in BANDS if b <= likeness), default=0.0)
    apart = abs(int(one.date[:4] or 0) - int(other.date[:4] or 0))
    return f"{band:.2f} {families(one, other)} {'near' if apart <= NEAR_YEARS else 'far'}"


def near_pairs(asks: Sequence[Ask], least: float) -> Iterator[tuple[str, Pair]]:
    """Yield the pairs that come near each other, with their strata."""
    texts = [ask.text for ask in asks]
    rows = csr_matrix(hstack([Lexical().vectors(texts), Latent().vectors(texts)]) / np.sqrt(2))
    for (one, other), likeness in nearest(rows, Search(neighbours=20)).items():
        if likeness >= least:
            yield stratum(asks[one], asks[other], likeness), (one, other)


def random_pairs(asks: Sequence[Ask], dice: random.Random) -> Iterator[tuple[str, Pair]]:
    """Yield pairs at random, with the strata of their families."""
    for _ in range(20 * len(asks)):
        one, other = sorted(dice.sample(range(len(asks)), 2))
        yield f"random {families(asks[one], asks[other])}", (one, other)


def draw(asks: Sequence[Ask], each: int, least: float, dice: random.Random) -> list[Drawn]:
    """Return the drawn pairs in an order that tells nothing."""
    known = labelled()
    strata: dict[str, list[Pair]] = defaultdict(list)
    far = () if least else random_pairs(asks, dice)
    for name, pair in (*near_pairs(asks, least), *far):
        one, other = (asks[place] for place in pair)
        if one.review != other.review and frozenset((name_of(one), name_of(other))) not in known:
            strata[name].append(pair)
    drawn = [
        {"a": name_of(asks[one]), "b": name_of(asks[other]), "stratum": name,
         "stands_for": round(len(pairs) / min(each, len(pairs)), 1)}
        for name, pairs in sorted(strata.items())
        for one, other in dice.sample(pairs, min(each, len(pairs)))
    ]  # fmt: skip
    dice.shuffle(drawn)
    return drawn


def main() -> None:
    """Print the sheet and write the keys."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("store", type=Path)
    parser.add_argument("--each", type=int, default=4)
    parser.add_argument("--least", type=float, default=0.0, choices=(0.0, *BANDS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keys", type=Path, default=Path("keys.json"))
    given = parser.parse_args()
    asks = read_asks(EmbeddedStore(given.store).graphs)
    text = {name_of(ask): ask.text for ask in asks}
    dice = random.Random(given.seed)  # noqa: S311 - no secret
    drawn = draw(asks, given.each, given.least, dice)
    given.keys.write_text(json.dumps(drawn, indent=1), encoding="utf-8")
    for number, pair in enumerate(drawn):
        print(f"{number}\n  {text[str(pair['a'])]}\n  {text[str(pair['b'])]}")


if __name__ == "__main__":
    main()
