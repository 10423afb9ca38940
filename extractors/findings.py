"""What is found in a report: frozen values, each with the words that say it and their place.

A family makes these from a document; the graph is made from these alone. Nothing here knows how a
report is read, or what a triple is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

PartialDate: TypeAlias = str
"""An ISO 8601 date as precise as printed: `2004`, `2004-10` or `2004-10-04`."""

FactField: TypeAlias = Literal[
    "authority",  # value: the name, cleaned; quote: as printed
    "dfe_number",
    "start",  # PartialDate: first day of fieldwork (outer bound)
    "end",
    "published",
    "lead_inspector",  # name as printed, without titles; one fact a person
    "publisher",
    "inspectorate",  # joint inspectorates
    "legal_basis",  # "section 38 of the Education Act 1997"
    "previous_inspection",  # PartialDate
    "previous_grade",
    "statistical_neighbour",
    "licence",
    "assessment_year",
    "theme",
    "addressee_role",  # role or body the letter is written to, never a person
    "partner",  # body jointly responsible or addressed
    "priority_action_plan_required",  # "true" or "false"
    "next_inspection",
    "plan_prepared_by",
    "plan_sent_by",
    "plan_due",
]

Reason: TypeAlias = Literal[
    "not-in-framework",
    "not-found",
    "unreadable",
    "conflicting",
    "not-judged",
    "prose-only",
    "no-model",
    "none-stated",
]

ReportKind: TypeAlias = Literal["inspection", "assessment", "committee-report", "other"]

RecommendationKind: TypeAlias = Literal[
    "recommendation",
    "key-recommendation",
    "priority-action",
    "area-for-improvement",
    "improvement-point",
    "decision-request",  # of a committee report: kept in the graph, in no CSV
]

FindingKind: TypeAlias = Literal["strength", "weakness", "effective-practice"]

StatedIn: TypeAlias = Literal["table", "heading", "prose"]
Time: TypeAlias = Literal["current", "previous"]
Direction: TypeAlias = Literal["improved", "sustained", "declined"]
Level: TypeAlias = Literal["headline", "aspect"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words: `quote` equals the canonical text from `start` to `end`."""

    page: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One printed fact about the report or the inspection."""

    field: FactField
    value: str
    evidence: Evidence
    confidence: float = 0.99


@dataclass(frozen=True, slots=True)
class Gap:
    """An expected field that has no value, and why. `subject` says of what (an item number)."""

    field: str
    reason: Reason
    subject: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PrintedGrade:
    """A point of the grade scale as the report itself prints it."""

    scale: str
    number: str
    words: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class GradeStatement:
    """One place where a grade is stated: a table cell, a heading, a sentence.

    `grade` is the scale's word in lower case; `subject` is what the words say is graded.
    """

    stated_in: StatedIn
    subject: str
    grade: str
    evidence: Evidence
    scale: str = ""
    time: Time = "current"
    direction: Direction | None = None
    level: Level = "headline"
    paragraph: str = ""
    functions: tuple[str, ...] = ()
    confidence: float = 0.99


@dataclass(frozen=True, slots=True)
class Judgement:
    """One item of the framework, judged once, with every place that states it.

    `item` is the framework's own key of the line ("5.6", "care-leavers"), `number` what is printed
    before it, if anything. `grade` is the scale's word in lower case and `rank` the printed digit
    or else the place from best = 1; both are absent exactly when `no_grade_reason` says why.
    """

    item: str
    label: str
    scale: str
    statements: tuple[GradeStatement, ...]
    evidence: tuple[Evidence, ...]
    number: str = ""
    grade: str | None = None
    rank: int | None = None
    no_grade_reason: Reason | None = None
    fieldwork: bool | None = None
    section: str = ""
    direction: Direction | None = None
    confidence: float = 0.99


@dataclass(frozen=True, slots=True)
class ProgressStatement:
    """A sentence that says how far or how fast something moved; whatever the word, no grade.

    `degree` are the words for it ("satisfactory progress", "slow"), `subject` what moved.
    """

    subject: str
    degree: str
    evidence: Evidence
    paragraph: str = ""
    functions: tuple[str, ...] = ()
    confidence: float = 0.85


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One thing that is asked for, with every place where the report prints it.

    `text` is the whole item, white space folded and markup removed; `purpose` the clause that says
    what for; `heading` the words set before it ("Corporate Strategy"); `section` the heading above.
    """

    kind: RecommendationKind
    text: str
    position: int
    evidence: tuple[Evidence, ...]
    purpose: str = ""
    section: str = ""
    heading: str = ""
    addressees: tuple[str, ...] = ()
    due: str = ""
    tags: tuple[str, ...] = ()
    confidence: float = 0.99


@dataclass(frozen=True, slots=True)
class Finding:
    """A strength, weakness or effective practice that stands in a list of such."""

    kind: FindingKind
    text: str
    position: int
    evidence: tuple[Evidence, ...]
    section: str = ""
    confidence: float = 0.99


@dataclass(frozen=True, slots=True)
class Figure:
    """A context figure: what is counted, the value as printed, the unit (`GBP per pupil`)."""

    label: str
    value: str
    unit: str
    evidence: Evidence
    confidence: float = 0.95


@dataclass(frozen=True, slots=True)
class PartnerMention:
    """A body that the authority works with, as this report names it.

    `name` is as printed, `long_name` its expansion where the report gives one for an acronym;
    `kind` is a key of `data/partner_kinds.csv`; `proper` tells a named body from a generic role
    ("police"); `role` is what it is said to be here ("responsible", "addressed", "works with").
    """

    name: str
    kind: str
    evidence: Evidence
    proper: bool = True
    long_name: str = ""
    role: str = ""
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Report:
    """All that one review says. A document holds one, or several (a board's beside a council's).

    `family` names the module that read it, empty where none knew it; `framework` is the key of the
    framework in the ontology, empty where there is none; `part` tells two reviews of one document
    apart ("lscb").
    """

    family: str
    kind: ReportKind
    framework: str
    facts: tuple[Fact, ...] = ()
    scale_points: tuple[PrintedGrade, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    statements: tuple[GradeStatement, ...] = ()
    progress: tuple[ProgressStatement, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    findings: tuple[Finding, ...] = ()
    figures: tuple[Figure, ...] = ()
    partners: tuple[PartnerMention, ...] = ()
    gaps: tuple[Gap, ...] = ()
    warnings: tuple[str, ...] = ()
    part: str = ""

    def values(self, field: FactField) -> tuple[str, ...]:
        """Return the values of a fact in the order of the report."""
        return tuple(fact.value for fact in self.facts if fact.field == field)

    def value(self, field: FactField) -> str | None:
        """Return the first value of a fact, or None."""
        return next(iter(self.values(field)), None)
