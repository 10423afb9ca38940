"""Sentence embeddings, for whoever has the model: optional, and never fetched.

Needs `onnxruntime` and `tokenizers`, and a folder with the two files that are pinned below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.preprocessing import normalize

from trigpoint.graph.recurrence.pinned import check_pinned

_FILES: Final = {
    "model.onnx": "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
_TOKENS: Final = 192  # longer texts are cut: they begin with what they ask for
_BATCH: Final = 32


@dataclass(frozen=True, slots=True)
class Sentences:
    """All-MiniLM-L6-v2 with 8-bit weights: the mean of the vectors of the tokens of a text."""

    folder: Path
    name: ClassVar[str] = "minilm-l6-int8"

    def vectors(self, texts: Sequence[str]) -> csr_matrix:
        """Return one row a text; raises ReferenceDataError where the files are not those pinned."""
        check_pinned(self.folder, _FILES)
        order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        rows = np.zeros((len(texts), 384), dtype=np.float32)
        embed = _Embedder(self.folder)
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            rows[batch] = embed([texts[n] for n in batch])
        return csr_matrix(normalize(rows))


class _Embedder:
    def __init__(self, folder: Path) -> None:
        import onnxruntime  # noqa: PLC0415 - optional
        import tokenizers  # noqa: PLC0415 - optional

        self._tokens = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokens.enable_truncation(_TOKENS)
        self._tokens.enable_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # sums in one order: two runs are equal
        self._model = onnxruntime.InferenceSession(str(folder / "model.onnx"), options)

    def __call__(self, texts: list[str]) -> NDArray[np.float32]:
        encoded = self._tokens.encode_batch(texts)
        ids = np.array([text.ids for text in encoded], dtype=np.int64)
        mask = np.array([text.attention_mask for text in encoded], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        wanted = {entry.name for entry in self._model.get_inputs()}
        states = self._model.run(None, {k: v for k, v in given.items() if k in wanted})[0]
        means: NDArray[np.float32] = (states * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
        return means
