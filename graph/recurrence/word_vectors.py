"""Word vectors, for whoever has the model: optional, and never fetched.

Needs `tokenizers`, and a folder with the two files of `wordllama` 0.4.0 that are pinned below.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.preprocessing import normalize

from trigpoint.graph.recurrence.pinned import check_pinned

_VECTORS: Final = "l2_supercat_256.safetensors"
_TOKENIZER: Final = "l2_supercat_tokenizer_config.json"
_FILES: Final = {
    _VECTORS: "64b47a2dc493cb8e85944076601189739852d7b64e0e1eedcb1937a251cd9fd5",
    _TOKENIZER: "93248f2a9ec36c7b35f700a033d5f36228aae48db61aee31007fa49062cdeb68",
}


@dataclass(frozen=True, slots=True)
class WordVectors:
    """One vector for each piece of a word, whatever stands around it; a text is their mean."""

    folder: Path
    name: ClassVar[str] = "wordllama-256"

    def vectors(self, texts: Sequence[str]) -> csr_matrix:
        """Return one row a text; raises ReferenceDataError where the files are not those pinned."""
        import tokenizers  # noqa: PLC0415 - optional

        check_pinned(self.folder, _FILES)
        pieces = tokenizers.Tokenizer.from_file(str(self.folder / _TOKENIZER))
        known = _table(self.folder / _VECTORS)
        rows = np.zeros((len(texts), known.shape[1]), dtype=np.float32)
        for n, encoded in enumerate(pieces.encode_batch(list(texts), add_special_tokens=False)):
            if encoded.ids:
                rows[n] = known[encoded.ids].mean(axis=0)
        return csr_matrix(normalize(rows))


def _table(path: Path) -> NDArray[np.float32]:
    """Return the only tensor of a safetensors file: a length, a JSON header, then the numbers."""
    data = path.read_bytes()
    start = 8 + int.from_bytes(data[:8], "little")
    (tensor,) = json.loads(data[8:start]).values()
    numbers = np.frombuffer(data, dtype=np.float16, offset=start)
    return numbers.reshape(tensor["shape"]).astype(np.float32)
