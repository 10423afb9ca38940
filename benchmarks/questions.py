"""Time of every question over a store.

    python benchmarks/questions.py STORE [NAME ...]

Prints for each question the median CPU milliseconds of five answers, warm, and the rows. Optional
parameters stay free or have their default; a required one takes values spread over those of the
store, and the slowest counts. Ends with the median and the worst of all and how many take over
100 ms, and fails where one takes over a second.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from itertools import cycle, islice
from typing import cast

from pyoxigraph import QuerySolutions

from trigpoint.graph.questions import ask
from trigpoint.graph.store import EmbeddedStore
from trigpoint.queries import Parameter, Question, question, questions, read_query

TIMES = 5
VALUES = 5
AIM_MS = 100.0
WORST_MS = 1000.0


def values_of(store: EmbeddedStore, parameter: Parameter) -> list[str]:
    """Return values of a parameter, spread evenly over all that the store holds."""
    if parameter.type in ("text", "integer"):
        return [parameter.example]
    rows = store.query(read_query(f"values/{parameter.type}"))
    known = sorted({row["value"].value for row in cast(QuerySolutions, rows)})
    return known[:: max(1, len(known) // VALUES)][:VALUES]


def settings_of(store: EmbeddedStore, asked: Question) -> list[dict[str, str]]:
    """Return the settings to ask a question with: one where it requires nothing."""
    required = {p.name: values_of(store, p) for p in asked.parameters if p.required}
    count = max(map(len, required.values()), default=1)
    columns = [
        islice(cycle(values), place, place + count)  # two of one type take different values
        for place, values in enumerate(required.values())
    ]
    return [dict(zip(required, row, strict=True)) for row in zip(*columns, strict=True)] or [{}]


def cost_of(store: EmbeddedStore, name: str, given: Mapping[str, str]) -> tuple[float, int]:
    """Return the median milliseconds of an answer, and its rows; one more answer warms up."""
    rows = len(list(ask(store, name, given)))
    taken = []
    for _ in range(TIMES):
        began = time.process_time()
        list(ask(store, name, given))
        taken.append(1000 * (time.process_time() - began))
    return statistics.median(taken), rows


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    if not arguments:
        print(__doc__)
        return 2
    store = EmbeddedStore(arguments[0])
    medians = []
    for name in arguments[1:] or questions():
        settings = settings_of(store, question(name))
        slowest, rows = max(cost_of(store, name, given) for given in settings)
        medians.append(slowest)
        print(f"{name:34} {slowest:8.1f} ms {rows:6} rows", flush=True)
    print(f"{'median':34} {statistics.median(medians):8.1f} ms")
    print(f"{'worst':34} {max(medians):8.1f} ms")
    print(f"{sum(median > AIM_MS for median in medians)} of {len(medians)} over {AIM_MS:g} ms")
    return 0 if max(medians) <= WORST_MS else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
