"""Measure how well like recommendations are found, on pairs that were labelled by reading.

    python scripts/measure_recurrence.py STORE [--words FOLDER] [--sentences FOLDER]

Compares representations and groupings on `tests/gold/pairs.json`: thresholds are chosen on one half
of the pairs (by the hash of their names) and measured on the other. `--words` and `--sentences` add
models (`trigpoint.graph.recurrence.word_vectors`, `.sentences`). Figures are of the labelled pairs;
in brackets each pair counts as often as pairs of its stratum come near each other in the store.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.cluster import AgglomerativeClustering
from sklearn.metrics import cohen_kappa_score

from trigpoint.graph.recurrence import DEFAULT, Ask, Method, read_asks
from trigpoint.graph.recurrence.grouping import communities
from trigpoint.graph.recurrence.neighbours import nearest
from trigpoint.graph.recurrence.representations import Latent, Lexical
from trigpoint.graph.recurrence.sentences import Sentences
from trigpoint.graph.recurrence.word_vectors import WordVectors
from trigpoint.graph.store.embedded import EmbeddedStore
from trigpoint.ontology.namespaces import ID

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold" / "pairs.json"
SAME = ("near-verbatim", "same-ask")
Numbers = NDArray[np.float64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True)
class Gold:
    """Pairs that both passes label alike: their places among the asks, and what they are."""

    one: NDArray[np.int64]
    other: NDArray[np.int64]
    verbatim: Truths
    same: Truths
    weight: Numbers
    dev: Truths


def read_gold(asks: Sequence[Ask]) -> Gold:
    """Print how far the passes agree, and return the pairs that the store holds."""
    rows = json.loads(GOLD.read_text(encoding="utf-8"))
    place = {ask.iri.removeprefix(f"{ID}inspection/"): n for n, ask in enumerate(asks)}
    kappa = cohen_kappa_score([r["first"] for r in rows], [r["second"] for r in rows])
    agreed = [r for r in rows if r["first"] == r["second"]]
    held = [r for r in agreed if r["a"] in place and r["b"] in place]
    print(f"{len(rows)} pairs, kappa {kappa:.2f}; {len(agreed)} agreed, {len(held)} in this store")
    return Gold(
        one=np.array([place[r["a"]] for r in held]),
        other=np.array([place[r["b"]] for r in held]),
        verbatim=np.array([r["first"] == "near-verbatim" for r in held]),
        same=np.array([r["first"] in SAME for r in held]),
        weight=np.array([_weight(r) for r in held]),
        dev=np.array([_is_dev(r["a"], r["b"]) for r in held]),
    )


def _weight(row: Mapping[str, Any]) -> float:
    """Return how many near pairs a pair stands for: one drawn at random is none of them."""
    return 0.0 if row["stratum"].startswith("random") else float(row["stands_for"])


def _is_dev(one: str, other: str) -> bool:
    return hashlib.sha256(f"{one} {other}".encode()).digest()[0] % 2 == 0


def representations(
    texts: Sequence[str], words: Path | None, sentences: Path | None
) -> dict[str, csr_matrix]:
    """Return the rows of each representation by name, and of its mean with the lexical one."""
    rows = {"latent": Latent().vectors(texts)}
    if words:
        rows["word vectors"] = WordVectors(words).vectors(texts)
    if sentences:
        rows["sentences"] = Sentences(sentences).vectors(texts)
    lexical = Lexical().vectors(texts)
    means = {
        f"mean of lexical, {name}": csr_matrix(hstack([lexical, other]) / np.sqrt(2))
        for name, other in rows.items()
    }
    return {"lexical": lexical, **rows, **means}


def scores(rows: csr_matrix, gold: Gold) -> Numbers:
    """Return the likeness of each pair."""
    return np.asarray(rows[gold.one].multiply(rows[gold.other]).sum(axis=1)).ravel()


def threshold(score: Numbers, right: Truths, precision: float) -> float:
    """Return the least score from which on `precision` is kept, at the best recall."""
    order = np.argsort(-score, kind="stable")
    kept = np.cumsum(right[order]) / np.arange(1, len(order) + 1) >= precision
    return float(score[order][np.flatnonzero(kept).max(initial=0)])


def quality(found: Truths, right: Truths, weight: Numbers) -> str:
    """Return precision and recall on the pairs, in brackets as they stand for all near pairs."""
    precision = right[found].mean() if found.any() else 1.0
    among_all = (right * weight)[found].sum() / max(weight[found].sum(), 1e-9)
    recall_of_all = (found * weight)[right].sum() / weight[right].sum()
    return (
        f"precision {precision:.3f} ({among_all:.2f}), "
        f"recall {found[right].mean():.3f} ({recall_of_all:.2f})"
    )


def compare_representations(all_rows: dict[str, csr_matrix], gold: Gold) -> None:
    """Choose thresholds on the one half of the pairs, and print how they fare on the other."""
    test = ~gold.dev
    for name, rows in all_rows.items():
        score = scores(rows, gold)
        for level, right, bar in (
            ("same-ask", gold.same, 0.9),
            ("near-verbatim", gold.verbatim, 0.99),
        ):
            least = threshold(score[gold.dev], right[gold.dev], bar)
            result = quality(score[test] >= least, right[test], gold.weight[test])
            print(f"  {name:26} {level:14} from {least:.2f}: {result}")


def report_default(gold: Gold, rows: csr_matrix) -> None:
    """Print how the thresholds of the release fare on the half that did not choose them."""
    score, test = scores(rows, gold), ~gold.dev
    for least, right in ((DEFAULT.same_ask, gold.same), (DEFAULT.near_verbatim, gold.verbatim)):
        result = quality(score[test] >= least, right[test], gold.weight[test])
        print(f"  from {least:.2f}: {result}")


def compare_groupings(rows: csr_matrix, gold: Gold, method: Method) -> None:
    """Print how far labelled pairs stand in one group, for two ways of grouping."""
    near = nearest(rows, method.search)
    for least in (0.42, DEFAULT.same_ask, 0.52, 0.57):
        enough = {pair: s for pair, s in near.items() if s >= least}
        groups = communities(rows.shape[0], enough, method.resolution)
        _print_groups(f"louvain, from {least:.2f}", np.array(groups), gold)
    distances = np.clip(1 - (rows @ rows.T).toarray(), 0, 1)
    for least in (0.37, 0.42, 0.47, 0.52):
        model = AgglomerativeClustering(
            None, metric="precomputed", linkage="average", distance_threshold=1 - least
        )
        _print_groups(f"average linkage, to {1 - least:.2f}", model.fit_predict(distances), gold)


def _print_groups(name: str, groups: NDArray[np.int64], gold: Gold) -> None:
    sizes = np.unique(groups, return_counts=True)[1]
    result = quality(groups[gold.one] == groups[gold.other], gold.same, gold.weight)
    print(f"  {name:26} {result}; {np.sum(sizes > 1)} groups, the largest of {sizes.max()}")


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("store", type=Path)
    parser.add_argument("--words", type=Path)
    parser.add_argument("--sentences", type=Path)
    given = parser.parse_args()
    asks = read_asks(EmbeddedStore(given.store).graphs)
    texts = [ask.text for ask in asks]
    gold = read_gold(asks)
    all_rows = representations(texts, given.words, given.sentences)
    release = DEFAULT.representation.vectors(texts)
    print("Representations, thresholds chosen on one half and measured on the other:")
    compare_representations(all_rows, gold)
    print(f"The release, {DEFAULT.representation.name}:")
    report_default(gold, release)
    print("Groupings by the likeness of the release, on all pairs:")
    compare_groupings(release, gold, DEFAULT)


if __name__ == "__main__":
    main()
