from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from trigpoint.errors import ReferenceDataError
from trigpoint.graph.recurrence.pinned import check_pinned
from trigpoint.graph.recurrence.representations import Blended, Latent, Lexical

TEXTS = [
    *(f"review the care plan of child {n} with the worker" for n in range(20)),
    *(f"mend the roof of school {n} before the winter" for n in range(20)),
]


def test_few_texts_are_compared_by_their_words_alone() -> None:
    alone = Lexical().vectors(TEXTS)

    assert (Blended().vectors(TEXTS) != alone).nnz == 0
    assert Blended(enough=10).vectors(TEXTS).shape[1] > alone.shape[1]


def test_blended_likeness_is_the_mean_of_both() -> None:
    lexical, latent, both = (
        (rows @ rows.T).toarray()
        for rows in (one.vectors(TEXTS) for one in (Lexical(), Latent(8), Blended(enough=10)))
    )
    full = Latent().vectors(TEXTS)

    assert np.allclose(both, (lexical + (full @ full.T).toarray()) / 2)
    assert latent[0, 1] > latent[0, 20]


@pytest.mark.parametrize("representation", [Lexical(), Latent(), Blended(enough=1)])
def test_texts_without_words_are_like_nothing(representation: Lexical) -> None:
    rows = representation.vectors(["", "a"])

    assert rows.shape[0] == 2
    assert rows.nnz == 0


def test_file_that_is_not_the_one_pinned_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model").write_bytes(b"something else")

    with pytest.raises(ReferenceDataError, match="pinned"):
        check_pinned(tmp_path, {"model": "0" * 64})
    with pytest.raises(ReferenceDataError, match="pinned"):
        check_pinned(tmp_path, {"absent": "0" * 64})
