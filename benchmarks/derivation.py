"""Time of what is derived from recommendations: over a store, and as their number grows.

    python benchmarks/derivation.py STORE [--times 1 10 100]

Prints seconds of wall clock and of processor for each derived graph of the store and for all. For
each of `--times` it then derives tags, clusters and links of that many times as many invented
recommendations, and prints the seconds and the power of growth since the line before: 1 is linear,
2 is quadratic.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import random
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from trigpoint.graph.history import history_graph
from trigpoint.graph.recurrence import Ask, read_asks, recurrence_graph, recurrence_quads
from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.tagging.quads import themes_quads
from trigpoint.graph.tagging.statements import Words, stated_words

SEED = 0
AGAIN = 0.3  # share of invented recommendations that are an earlier one, with three words changed


def invented(count: int) -> list[Ask]:
    """Return invented recommendations; their words are as unequally common as those of prose."""
    dice, numbers = random.Random(SEED), np.random.default_rng(SEED)  # noqa: S311 - no secret
    texts: list[list[str]] = []
    for _ in range(count):
        if texts and dice.random() < AGAIN:
            words = list(dice.choice(texts))
            for _ in range(3):
                words[dice.randrange(len(words))] = _word(int(numbers.zipf(1.3)))
        else:
            words = [_word(int(number)) for number in numbers.zipf(1.3, size=dice.randint(10, 30))]
        texts.append(words)
    return [_ask(number, " ".join(words)) for number, words in enumerate(texts)]


def _word(number: int) -> str:
    digest = hashlib.sha256(str(number % 10**7).encode()).hexdigest()
    return digest[: 3 + number % 6].translate(str.maketrans("0123456789", "ghijklmnop"))


def _ask(number: int, text: str) -> Ask:
    review, body = number // 12, number // 36
    date = f"{2000 + review % 25}-{1 + review % 12:02}-01"
    return Ask(f"i:{number:07}", f"k{number:07}", text, f"r:{review}", f"a:{body}", "f:f", date)


def seconds_of(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds of wall clock and of processor that `work` takes."""
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - processor


def derive(asks: Sequence[Ask]) -> None:
    """Make tags, clusters and links of recommendations."""
    list(themes_quads("g:themes", [Words(ask.iri, ask.text) for ask in asks], "invented"))
    recurrence_quads(asks, "g:recurrence")


def measure_store(store: EmbeddedStore) -> None:
    """Print the time of each derived graph over a store, and of all."""
    words = tuple(stated_words(store.graphs))
    steps: dict[str, Callable[[], object]] = {
        "history": partial(history_graph, store.graphs),
        "tags": lambda: list(themes_quads("g:themes", words, "measured")),
        "clusters and links": partial(recurrence_graph, store),
    }
    taken = {name: seconds_of(step) for name, step in steps.items()}
    taken["all"] = (sum(wall for wall, _ in taken.values()), sum(cpu for _, cpu in taken.values()))
    for name, (wall, processor) in taken.items():
        print(f"{name:20} {wall:8.1f} s {processor:8.1f} s of processor", flush=True)


def measure_growth(count: int, times: Sequence[int]) -> None:
    """Print the time for invented recommendations, `count` times each of `times`."""
    before: tuple[int, float] | None = None
    for factor in times:
        asks = invented(count * factor)
        wall, processor = seconds_of(partial(derive, asks))
        power = "" if before is None else f"  power {_power(before, (len(asks), processor)):.2f}"
        print(
            f"{len(asks):9} invented {wall:8.1f} s {processor:8.1f} s of processor{power}",
            flush=True,
        )
        before = len(asks), processor


def _power(before: tuple[int, float], after: tuple[int, float]) -> float:
    return math.log(after[1] / before[1]) / math.log(after[0] / before[0])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("store", type=Path)
    parser.add_argument("--times", type=int, nargs="*", default=[])
    given = parser.parse_args()
    store = EmbeddedStore(given.store)
    measure_store(store)
    measure_growth(len(read_asks(store.graphs)), given.times)


if __name__ == "__main__":
    main()
