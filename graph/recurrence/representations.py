"""Texts as rows of numbers whose products say how alike the texts are.

Every representation gives rows of unit length: the product of two rows is their cosine.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Protocol

from scipy.sparse import csr_matrix, hstack
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

_WORD: Final = re.compile(r"\w\w")


class Representation(Protocol):
    """A way to turn texts into vectors; `name` stands in the data as part of the method."""

    @property
    def name(self) -> str:
        """The name under which results of this representation are stored."""

    def vectors(self, texts: Sequence[str]) -> csr_matrix:
        """Return one row of unit length for each text; an empty text gives a row of zeros."""


@dataclass(frozen=True, slots=True)
class Lexical:
    """Words (1-2) and letters inside words (3-5), each weighed by rarity; needs no model.

    Both halves weigh the same, so that a cosine is the mean of the two.
    """

    name: ClassVar[str] = "lexical"

    def vectors(self, texts: Sequence[str]) -> csr_matrix:
        """Return the rows of both halves side by side."""
        if not any(_WORD.search(text) for text in texts):
            return csr_matrix((len(texts), 1))
        words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
        letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
        halves = [half.fit_transform(texts) for half in (words, letters)]
        return csr_matrix(normalize(hstack(halves)))


@dataclass(frozen=True, slots=True)
class Latent:
    """Word vectors made of the texts themselves: words that stand in like texts point the same way.

    A text is the sum of its words, each weighed by rarity. `dimensions` are the directions kept;
    the seed makes two runs equal.
    """

    dimensions: int = 128
    name: ClassVar[str] = "latent"

    def vectors(self, texts: Sequence[str]) -> csr_matrix:
        """Return the words of each text, projected on the main directions."""
        if not any(_WORD.search(text) for text in texts):
            return csr_matrix((len(texts), 1))
        words = TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
        kept = max(1, min(self.dimensions, min(words.shape) - 1))
        return csr_matrix(normalize(TruncatedSVD(kept, random_state=0).fit_transform(words)))


@dataclass(frozen=True, slots=True)
class Blended:
    """The lexical rows beside the latent ones: a cosine is the mean of the two; needs no model.

    Fewer than `enough` texts teach no directions, so the lexical rows then stand alone.
    """

    enough: int = 512
    name: ClassVar[str] = "lexical-latent"

    def vectors(self, texts: Sequence[str]) -> csr_matrix:
        """Return the rows of both side by side."""
        lexical = Lexical().vectors(texts)
        if len(texts) < self.enough:
            return lexical
        return csr_matrix(normalize(hstack([lexical, Latent().vectors(texts)])))
