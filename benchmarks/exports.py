"""Time and memory of every export, view, analysis and picture of a store.

    python benchmarks/exports.py STORE [WORD ...]

Each runs as a command of its own: start, opening the index and writing are counted. Prints seconds
that passed, seconds of CPU and the peak of memory in MB; then the streaming formats over ten times
the reviews (copies under other names). With words, only what has one of them in its name. Fails
where an export takes over ten seconds of CPU or a picture over three.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from trigpoint.graph.analysis import analyses
from trigpoint.graph.export import FORMATS, NETWORK_FORMATS
from trigpoint.graph.store import EmbeddedStore
from trigpoint.ontology.namespaces import GRAPH
from trigpoint.queries import Askable, picture_queries, views

STREAMING = ("nquads", "trig", "turtle", "jsonld", "rdfxml")
COPIES = 9
EXPORT_SECONDS, PICTURE_SECONDS = 10.0, 3.0
REVIEWS = GRAPH + "inspection/"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds passed, seconds of CPU, peak of memory in MB."""

    passed: float
    cpu: float
    megabytes: float


def cost_of(*command: str) -> Cost:
    """Run a command of trigpoint and return what it took; it must succeed."""
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "trigpoint", *command, "--quiet"])
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed: trigpoint {' '.join(command)}")
    passed = time.perf_counter() - began
    return Cost(passed, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def required(asked: Askable, authority: str) -> list[str]:
    """Return the words that give what is required: an authority, or else the example."""
    values = {p.name: authority if p.type == "authority" else p.example for p in asked.parameters}
    return [w for p in asked.parameters if p.required for w in (f"--{p.name}", values[p.name])]


def commands(out: Path, authority: str) -> Iterator[tuple[str, float, list[str]]]:
    """Yield what is measured: a name, the most seconds it may take, the command."""
    for form in (*FORMATS, *NETWORK_FORMATS):
        yield form, EXPORT_SECONDS, ["export", form, str(out / form)]
    yield "release", EXPORT_SECONDS, ["release", str(out / "release")]
    for name, view in views().items():
        words = ["export", "gexf", str(out / "x.gexf"), "--view", name, *required(view, authority)]
        yield f"view {name}", EXPORT_SECONDS, words
    for name in analyses():
        words = ["export", "gexf", str(out / "x.gexf"), "--analysis", name]
        yield f"analysis {name}", EXPORT_SECONDS, words
    for name, picture in picture_queries().items():
        words = ["plot", name, str(out / "x.png"), *required(picture, authority)]
        yield f"plot {name}", PICTURE_SECONDS, words


def busiest(store: EmbeddedStore) -> str:
    """Return the authority with the most reviews, by the names of the graphs."""
    keys = [name.removeprefix(REVIEWS).split("/")[0] for name in store.graphs.names()]
    found: Mapping[str, int] = {key: keys.count(key) for key in keys if "://" not in key}
    return max(sorted(found), key=found.__getitem__)


def tenfold(store: EmbeddedStore, folder: Path) -> EmbeddedStore:
    """Return a store with every review ten times, each copy under a name of its own."""
    large = EmbeddedStore(folder, create=True)
    for name in store.graphs.names():
        content = store.graphs.read(name)
        large.graphs.write(name, content)
        key = name.removeprefix(REVIEWS)
        for n in range(COPIES) if key != name else ():
            copy = content.replace(f"inspection/{key}".encode(), f"inspection/{key}-x{n}".encode())
            large.graphs.write(f"{name}-x{n}", b"".join(sorted(copy.splitlines(keepends=True))))
    return large


def print_cost(name: str, cost: Cost) -> None:
    """Print one line of the table."""
    print(f"{name:30} {cost.passed:7.1f} {cost.cpu:7.1f} {cost.megabytes:7.0f}", flush=True)


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    if not arguments:
        print(__doc__)
        return 2
    store = EmbeddedStore(arguments[0])
    list(store.query("SELECT * { ?s ?p ?o } LIMIT 1"))  # type: ignore[arg-type] # makes the index
    late = []
    wanted = arguments[1:] or [""]
    print(f"{'':30} {'passed':>7} {'CPU s':>7} {'MB':>7}")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        for name, most, words in commands(out, busiest(store)):
            if not any(word in name for word in wanted):
                continue
            cost = cost_of(*words, "--store", store.place)
            print_cost(name, cost)
            late += [name] if cost.cpu > most else []
        streaming = [form for form in STREAMING if any(word in form for word in wanted)]
        large = tenfold(store, out / "tenfold") if streaming else store
        for form in streaming:
            words = ["export", form, str(out / form), "--store", large.place]
            print_cost(f"{form}, ten times the reviews", cost_of(*words))
    print("Too slow:", ", ".join(late) or "none")
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
