"""Time of the search over a store.

    python benchmarks/search_speed.py STORE

Prints the CPU seconds that the index takes; then, of 1,500 searches made of the store's own words
(one to six in a row, a letter left out of every third), the median, the 95th percentile and the
worst in CPU milliseconds, and the same of suggestions. Fails where the 95th of searches is over 30.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from trigpoint.graph.store import open_store
from trigpoint.web.library import Library
from trigpoint.web.search import Index, search, suggest
from trigpoint.web.search.entries import read_entries
from trigpoint.web.search.text import words_of

SEARCHES = 1_500
WORST_MS = 30.0
SEED = 7


def texts(index: Index) -> Iterator[str]:
    """Yield what people might type, the same at each run."""
    chance = random.Random(SEED)  # noqa: S311 - no secret
    entries = [one for one in index.entries if words_of(one.body or one.title)]
    for number in range(SEARCHES):
        one = chance.choice(entries)
        words = words_of(one.body or one.title)
        start = chance.randrange(len(words))
        typed = " ".join(words[start : start + chance.choice((1, 1, 2, 2, 3, 4, 6))])
        slip = chance.randrange(len(typed)) if number % 3 == 0 and len(typed) > 4 else len(typed)
        yield typed[:slip] + typed[slip + 1 :]


def milliseconds(work: Callable[[], object]) -> float:
    """Return the CPU time that a piece of work takes."""
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


def told(name: str, taken: Sequence[float]) -> float:
    """Print the percentiles of times, and return the 95th."""
    ordered = sorted(taken)
    middle, high = (ordered[len(ordered) * part // 100] for part in (50, 95))
    print(f"{name:12} median {middle:6.1f} ms   p95 {high:6.1f} ms   worst {ordered[-1]:6.1f} ms")
    return high


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    if not arguments:
        print(__doc__)
        return 2
    library = Library(open_store(arguments[0]))
    began = time.process_time()
    entries = list(read_entries(library))
    read = time.process_time()
    index = Index(entries)
    print(f"{len(entries)} entries: read {read - began:.2f} s, ", end="")
    print(f"indexed {time.process_time() - read:.2f} s")
    typed = list(texts(index))
    high = told("search", [milliseconds(partial(search, index, one)) for one in typed])
    told("suggestions", [milliseconds(partial(suggest, index, one)) for one in typed])
    return 0 if high <= WORST_MS else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
