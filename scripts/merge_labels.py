"""Merge two passes of labels, and say how far they agree.

    python scripts/merge_labels.py

Reads `tests/gold/prose/pass-a` and `pass-b`, prints the agreement as Cohen's kappa, and writes the
merged labels to `tests/gold/prose/merged`: what both passes say stands, what one alone says is
borderline and counts neither way.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sklearn.metrics import cohen_kappa_score

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "gold" / "prose"
Label = dict[str, Any]


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa of two readers' answers."""
    return float(cohen_kappa_score(*zip(*pairs, strict=True)))


def answer(sentence: Label) -> str:
    """Return what a reader says of a sentence: nothing, or which levels and times."""
    kinds = {
        f"{s['level']} {s['time']}" for s in sentence.get("statements", ()) if not s["borderline"]
    }
    if kinds:
        return " + ".join(sorted(kinds))
    return "borderline" if sentence.get("statements") else "none"


def key(statement: Label) -> tuple[str, ...]:
    """Return what must be equal for two statements to be one."""
    return statement["grade"], statement["time"], statement["level"]


def merged_sentence(one: Label, other: Label) -> Label:
    """Join two readers' statements of a sentence; what only one has is borderline."""
    theirs = list(other.get("statements", ()))
    statements = []
    for statement in one.get("statements", ()):
        twin = next((s for s in theirs if key(s) == key(statement)), None)
        if twin:
            theirs.remove(twin)
        unsure = twin is None or statement["borderline"] or twin["borderline"]
        function = (
            statement["function"] if twin and twin["function"] == statement["function"] else ""
        )
        statements.append(statement | {"borderline": unsure, "function": function})
    statements += [statement | {"borderline": True} for statement in theirs]
    place = {"start": one["start"], "end": one["end"]}
    return place | ({"statements": statements} if statements else {"none": one.get("none", "")})


def merged_partners(one: Sequence[Label], other: Sequence[Label]) -> list[Label]:
    """Join two readers' partners by the words of their names."""
    theirs = list(other)
    joined = []
    for partner in one:
        twin = next((p for p in theirs if _same_body(p["name"], partner["name"])), None)
        if twin:
            theirs.remove(twin)
        unsure = twin is None or partner["borderline"] or twin["borderline"]
        joined.append(partner | {"borderline": unsure})
    return joined + [partner | {"borderline": True} for partner in theirs]


def _same_body(name: str, other: str) -> bool:
    words, others = set(name.lower().split()), set(other.lower().split())
    return words <= others or others <= words


def main() -> int:
    """Merge all reports and print the agreement."""
    pairs: list[tuple[str, str]] = []
    bodies: Counter[str] = Counter()
    (FOLDER / "merged").mkdir(exist_ok=True)
    for path in sorted((FOLDER / "pass-a").glob("*.json")):
        one, other = (
            json.loads((FOLDER / name / path.name).read_text(encoding="utf-8"))
            for name in ("pass-a", "pass-b")
        )
        both = list(zip(one["sentences"], other["sentences"], strict=True))
        pairs += [(answer(a), answer(b)) for a, b in both]
        partners = merged_partners(one["partners"], other["partners"])
        bodies.update("borderline" if partner["borderline"] else "agreed" for partner in partners)
        record = one | {"sentences": [merged_sentence(a, b) for a, b in both], "partners": partners}
        text = json.dumps(record, indent=1, ensure_ascii=False) + "\n"
        (FOLDER / "merged" / path.name).write_text(text, encoding="utf-8")
    print(f"sentences labelled twice       {len(pairs)}")
    print(f"kappa, level and time          {kappa(pairs):.3f}")
    print(f"kappa, a statement or none     {kappa([(_any(a), _any(b)) for a, b in pairs]):.3f}")
    print(f"partners agreed, borderline    {bodies['agreed']}, {bodies['borderline']}")
    return 0


def _any(said: str) -> str:
    return "none" if said == "none" else "statement"


if __name__ == "__main__":
    sys.exit(main())
