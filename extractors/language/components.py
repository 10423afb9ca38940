"""Components of the spaCy pipeline, and the functions that find for them, by versioned names.

Import this module where spaCy is there: importing it registers them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry

from trigpoint.extractors.language.grades import Mention
from trigpoint.extractors.language.parsed import by_parse
from trigpoint.extractors.language.sentences import sentence_spans
from trigpoint.extractors.language.verdicts import Verdict, by_rule

FindSentences: TypeAlias = Callable[[str], Iterable[tuple[int, int]]]
FindVerdicts: TypeAlias = Callable[[Doc, Sequence[Mention]], Iterator[Verdict]]

Doc.set_extension("mentions", default=(), force=True)
Doc.set_extension("verdicts", default=(), force=True)


def sentences() -> FindSentences:
    """Return the function that finds sentences in text."""
    return sentence_spans


def verdicts_by_parse() -> FindVerdicts:
    """Return the function that finds verdicts by the parse."""
    return by_parse


def verdicts_by_rule() -> FindVerdicts:
    """Return the function that finds verdicts without a parse."""
    return lambda doc, mentions: by_rule(doc.text, mentions)


registry.misc("trigpoint.sentences.v1", func=sentences)
registry.misc("trigpoint.verdicts_by_parse.v1", func=verdicts_by_parse)
registry.misc("trigpoint.verdicts_by_rule.v1", func=verdicts_by_rule)


@Language.factory("trigpoint_segmenter", assigns=["token.is_sent_start"])
def make_segmenter(nlp: Language, name: str, find: FindSentences) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy passes them
    """Make the component that marks where sentences start; the parser keeps to it."""

    def segment(doc: Doc) -> Doc:
        starts = {start for start, _ in find(doc.text)}
        for token in doc:
            token.is_sent_start = token.idx in starts
        return doc

    return segment


@Language.factory("trigpoint_verdicts", assigns=["doc._.verdicts"])
def make_verdicts(nlp: Language, name: str, find: FindVerdicts) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy passes them
    """Make the component that writes the verdicts of the grade words in `doc._.mentions`."""

    def judge(doc: Doc) -> Doc:
        doc._.verdicts = tuple(find(doc, doc._.mentions))
        return doc

    return judge
