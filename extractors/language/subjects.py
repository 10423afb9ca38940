"""What a verdict is about: the function, by its words or those of the heading; and how central."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from trigpoint.extractors.findings import Level, Report
from trigpoint.extractors.language.functions import (
    NOTHING,
    Match,
    covered,
    labels,
    resolve,
    stem,
    stems,
)
from trigpoint.extractors.language.paragraphs import Paragraph
from trigpoint.extractors.language.tables import cue, words
from trigpoint.extractors.language.verdicts import Verdict, for_each

_OVERALL: Final = ("overall-effectiveness",)
_CAPACITY: Final = ("capacity-to-improve",)
_LEADERSHIP: Final = ("childrens-services-leadership",)
_PROGRESS: Final = ("progress-since-previous",)
POINTER: Final = re.compile(
    r"(?:(?:overall )?(?:performance|provision|support|work|the work) (?:in|for) )?"
    r"(?:it|they|this|these|both|that|the (?:quality of the )?services?|"
    r"(?P<heading>(?:this|these|both|all)(?: key| important)? "
    r"(?:aspect|area|function|service|field)s?(?: of .*)?))",
    re.IGNORECASE,
)
_MANY: Final = re.compile(
    r"\b(?:some|most|many|few|all|nearly|majority|minority of|third|half|quarter|one|two|three"
    r"|four|five|individual|other|number|each)\b|^no\b",
    re.IGNORECASE,
)
_ALL: Final = re.compile(r"all (?:of )?(?:the |its )?(?:services|judgements|areas)", re.IGNORECASE)
_WHOLE: Final = re.compile(
    r"\b(?:lea|authority|council|services?|overall|effectiveness|performance)\b|^(?:it|they)$",
    re.IGNORECASE,
)
OWN_PROGRESS: Final = re.compile(
    r"\bprogress (?:that |which )?(?:made )?(?:by )?the (?:lea|authority|council|local)\b", re.I
)
_PROGRESSING: Final = re.compile(
    r"(?:^|\b(?:and|that|but)\s|[,;:]\s)(?:(?!of\b|for\b|in\b)[\w']+\s){0,4}progress\b(?:(?!\sand\s)[^,;])*$",
    re.IGNORECASE,
)
_LITTLE: Final = re.compile(
    r"(?:very )?(?:little|few|no)\b|(?:one|two|three|four|five|six)$", re.IGNORECASE
)
_MEASURE: Final = re.compile(r"^(?:the )?(?:quality|standard) of (?=\w)", re.IGNORECASE)
_AT_THE_EDGE: Final = re.compile(r"^\s*(?:at least|overall|generally)\s|\s+overall(?=\s|$)", re.I)
_PREPOSITION: Final = re.compile(
    r"\s+(?:of|for|to|in|on|with|by|between|from|that|which|at|as|among|across|against|about|through"
    r"|within|including|provided|given|made)\b.*",
    re.IGNORECASE,
)
_INSPECTED: Final = re.compile(
    r"\binspections? (?:of|was|took)\b|\b(?:was|were) (?:last |previously )?inspected\b",
    re.IGNORECASE,
)
_TELLS_INSPECTED: Final = re.compile(
    r"(?:[\w']+ ){1,4}inspection of (?!\d)(?!the (?:lea|local))"
    r"|(?:[\w'’-]+ ){1,6}(?:was|were) (?:last |previously )?inspected\b",
    re.IGNORECASE,
)
_KNOWN: Final = 0.6
_SURE: Final = 0.8
_FAIR: Final = 0.65
_SURELY: Final[dict[Level, float]] = {"headline": 0.95, "aspect": 0.8}
_LIKELY: Final = 0.7


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a paragraph stands: the framework, the heading, and what the heading speaks of.

    `functions` are all that the heading names, `known` the stems of their labels, `context` those
    of all headings above, `names` those of the authority's name.
    """

    framework: str
    heading: str
    match: Match
    functions: tuple[str, ...]
    names: frozenset[str]
    known: frozenset[str]
    context: frozenset[str]
    first: bool

    @classmethod
    def of(cls, report: Report, paragraph: Paragraph) -> Setting:
        """Return the setting of a paragraph; the nearest heading that names a function counts."""
        facts = (fact.value for fact in report.facts if fact.field == "authority")
        names = frozenset(stem(word) for name in facts for word in name.lower().split())
        context = frozenset[str]().union(*(stems(one, names) for one in paragraph.headings))
        heading, match = _named(report.framework, paragraph.headings, names, context)
        functions, known = _told(report.framework, stems(heading, names), match.functions)
        first = paragraph.order == 0 and heading == paragraph.heading
        return cls(
            report.framework,
            heading,
            match,
            functions,
            names,
            known,
            context,
            first,
        )


@cache
def _told(
    framework: str, own: frozenset[str], functions: tuple[str, ...]
) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return all functions that the stems of a heading name, and the stems of their labels."""
    told = [one for one in labels(framework) if one.own and one.stems <= own]
    everything = dict.fromkeys((*functions, *(name for one in told for name in one.functions)))
    near = [one for one in labels(framework) if one.own and everything.keys() & {*one.functions}]
    return tuple(everything), own.union(*(one.stems for one in near))


def _named(
    framework: str, headings: tuple[str, ...], names: frozenset[str], context: frozenset[str]
) -> tuple[str, Match]:
    for heading in reversed(headings):
        match = resolve(heading, framework, names=names, context=context)
        if match.functions:
            return heading, match
    return headings[-1] if headings else "", NOTHING


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: its setting, whether it opens a paragraph, what was said before."""

    setting: Setting
    opens: bool
    said: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What is graded: its words, functions of the hub, how central it is.

    `item` is the key of the framework's item that the words themselves name, if any; `sure` says
    that they name the function beyond doubt.
    """

    text: str
    functions: tuple[str, ...]
    level: Level
    confidence: float
    item: str = ""
    sure: bool = False


def is_apart(sentence: str) -> bool:
    """Tell a sentence that explains the scale, or grades single settings, from one that grades."""
    return any(cue(kind).search(sentence) for kind in ("legend", "setting"))


def is_of_inspection(sentence: str) -> bool:
    """Tell a sentence that itself says what an inspection was of."""
    return bool(_TELLS_INSPECTED.match(sentence))


def is_excluded(verdict: Verdict, before: str, after: str) -> bool:
    """Tell opinions, progress, results of pupils and grade words in passing from verdicts.

    `before` is the clause up to the grade word and with it, `after` the text after the sentence,
    where the inspectors may make an opinion their own.
    """
    if any(cue(kind).search(before) for kind in ("result", "lacking")):
        return True
    if cue("opinion").search(before) and not cue("adopted").search(after):
        return True
    if _PROGRESSING.search(before) and not OWN_PROGRESS.search(before):
        return True
    return _is_no_subject(verdict)


def _is_no_subject(verdict: Verdict) -> bool:
    """Tell subjects that no inspector grades: progress, results, numbers, words in passing."""
    noun = head_noun(verdict.subject)
    if _LITTLE.match(verdict.subject) or noun in words("nouns", "noun", "result"):
        return True
    if noun in words("nouns", "noun", "progress"):
        return verdict.form != "predicate" or not OWN_PROGRESS.search(verdict.subject)
    return verdict.form != "predicate" and noun in words("nouns", "noun", "plain")


def head_noun(phrase: str) -> str:
    """Return the noun that a phrase turns on, singular, in lower case; of a quality, its own."""
    phrase = _AT_THE_EDGE.sub(" ", _MEASURE.sub("", phrase)).strip()
    words_before = re.split(r"\band\b|,", _PREPOSITION.sub("", " " + phrase))[0].split()
    noun = words_before[-1].lower() if words_before else ""
    return noun[:-3] + "y" if noun.endswith("ies") else re.sub(r"(?<![s'])s$", "", noun)


def subjects(verdict: Verdict, place: Place, antecedent: Subject | None) -> Iterator[Subject]:
    """Yield what a verdict grades: one thing, or each of several that are coordinated."""
    named = verdict.parts or for_each(verdict.subject)
    several = any(head_noun(part) in words("nouns", "noun", "progress") for part in named)
    parts = [_subject(part, verdict, place, None) for part in named if not several]
    if (
        len({(one.functions, one.item) for one in parts if one.level == "headline"})
        == len(parts)
        > 1
    ):
        yield from parts
    else:
        yield _subject(verdict.subject, verdict, place, antecedent)


def _subject(text: str, verdict: Verdict, place: Place, antecedent: Subject | None) -> Subject:
    setting = place.setting
    if OWN_PROGRESS.search(text):
        return Subject(text, _PROGRESS, "headline", 0.9)
    if head_noun(text) == "capacity":
        return _capacity(text, setting)
    phrase = stems(text, setting.names)
    if not phrase or POINTER.fullmatch(text):
        return _pointed(text, verdict, place, antecedent)
    match = resolve(
        text,
        setting.framework,
        names=setting.names,
        prior=setting.functions,
        context=setting.context,
    )
    under = bool(set(match.functions) & set(setting.functions))
    if not under and setting.match.functions and phrase <= stems(setting.heading):
        match, under = setting.match, True
    level = _level(text, phrase, match, verdict, place)
    functions = match.functions or setting.match.functions
    sure = bool(match.item) or (match.score >= _SURE and (under or not setting.functions))
    confidence = _SURELY[level] if match.functions else _LIKELY
    return Subject(text, functions, level, confidence, match.item, sure)


def _capacity(text: str, setting: Setting) -> Subject:
    whole = not setting.functions or setting.match.functions in (_OVERALL, _CAPACITY)
    functions = _CAPACITY if whole else setting.match.functions
    return Subject(text, functions, "headline" if whole else "aspect", 0.9)


def _pointed(text: str, verdict: Verdict, place: Place, antecedent: Subject | None) -> Subject:
    """Return what a pronoun or a general word stands for: the last subject, or the heading."""
    setting, pointer = place.setting, POINTER.fullmatch(text)
    level: Level = "aspect" if _is_part(text, verdict) else "headline"
    if antecedent and pointer and not pointer["heading"]:
        return antecedent if level == "headline" else replace(antecedent, level=level)
    if _ALL.fullmatch(text):
        return Subject(text, _OVERALL, "headline", _LIKELY)
    if _MANY.search(text) and not pointer:
        return Subject(text, setting.match.functions, "aspect", _LIKELY)
    if _INSPECTED.search(place.said):
        match = resolve(place.said, setting.framework, names=setting.names)
        return Subject(text, match.functions or _OVERALL, level, 0.85)
    return _of_heading(text, level, setting)


def _of_heading(text: str, level: Level, setting: Setting) -> Subject:
    """Return what general words mean under a heading."""
    pointer, functions = POINTER.fullmatch(text), setting.match.functions
    if not setting.functions:
        is_whole = bool(_WHOLE.search(text))
        return Subject(text, _OVERALL if is_whole else (), level if is_whole else "aspect", 0.85)
    if text.lower().startswith("both") and " and " not in setting.heading:
        return Subject(text, (), "aspect", _LIKELY)  # two things that the heading does not name
    if "service" in text.lower() and functions == _LEADERSHIP:
        return Subject(text, _OVERALL, level, 0.85)  # leaders are no service
    named = setting.heading if pointer or not text else text
    item = setting.match.item if pointer and pointer["heading"] else ""
    return Subject(named, functions, level, _SURELY[level], item)


def _is_part(text: str, verdict: Verdict) -> bool:
    """Tell one thing of many, or what somebody in particular gives, from what there is as such."""
    if verdict.form == "predicate":
        return False
    is_by_other = bool(verdict.giver) and not _WHOLE.search(verdict.giver)
    return is_by_other or head_noun(text) not in words("nouns", "noun", "verdict")


def _level(
    text: str, phrase: frozenset[str], match: Match, verdict: Verdict, place: Place
) -> Level:
    """Tell a verdict on a function as such from one on a part of it."""
    setting, noun = place.setting, head_noun(text)
    if _is_part(text, verdict) or _MANY.search(_PREPOSITION.sub("", text)):
        return "aspect"
    if place.opens and setting.first and verdict.form == "predicate":
        return "headline"
    if noun in words("nouns", "noun", "aspect"):
        return "aspect"
    if match.own and match.score >= (_FAIR if match.item else _SURE):
        return "headline"
    under = bool(set(match.functions) & set(setting.functions)) or not setting.functions
    share = covered(phrase, setting.known, setting.framework) if under else 0.0
    return "headline" if share >= _KNOWN else "aspect"
