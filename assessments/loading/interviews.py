"""The interview library: kits, questions, the panel's process and fair selection."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from assessments.csm_types import CsmType
from assessments.fair_selection import FairSelection
from assessments.interview_kits import COMPETENCIES, Competency, InterviewKit, SkillQuestions
from assessments.interviews import PanelRule
from assessments.job_descriptions import JobWording
from assessments.loading.documents import Table, read_document
from assessments.loading.fair_selection import fairness_in
from assessments.loading.job_descriptions import job_wording_in
from assessments.loading.library import Library
from assessments.loading.work_samples import rubric_in, work_sample_in
from assessments.panel_process import NamedStep, PanelProcess
from assessments.skills import Skill

MOST_MUST_HAVES = 2
THRESHOLD = re.compile(r"[1-4]\.\d|5\.0")
SHIPPED = Path(__file__).parent.parent / "library" / "interviews"


class Kits(Mapping[str, InterviewKit]):
    """Kits by type id in the order of the types; each is read when it is first asked for.

    Asking raises KeyError for an unknown type and LibraryError for a kit that is wrong.
    """

    def __init__(
        self,
        folder: Path,
        types: Mapping[str, CsmType],
        questions: Mapping[str, SkillQuestions],
    ) -> None:
        self._folder, self._types, self._questions = folder, types, questions
        self._read: dict[str, InterviewKit] = {}

    def __getitem__(self, type_id: str) -> InterviewKit:
        if type_id not in self._read:
            csm_type = self._types[type_id]
            document = read_document(self._folder / f"{csm_type.id}.toml")
            self._read[type_id] = kit_in(document, csm_type, self._questions)
        return self._read[type_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._types)

    def __len__(self) -> int:
        return len(self._types)


@dataclass(frozen=True, slots=True)
class InterviewLibrary:
    """What panels ask, type by type; process and fairness hold for all of them."""

    kits: Mapping[str, InterviewKit]
    process: PanelProcess
    fairness: FairSelection
    job: JobWording


def load_interviews(library: Library, folder: Path = SHIPPED) -> InterviewLibrary:
    """Everything below ``folder`` but the kits, which follow as they are asked for.

    Raises LibraryError.
    """
    questions = questions_in(read_document(folder / "questions.toml"), library.skills)
    return InterviewLibrary(
        kits=Kits(folder, library.types, questions),
        process=process_in(read_document(folder / "process.toml")),
        fairness=fairness_in(read_document(folder / "fairness.toml")),
        job=job_wording_in(read_document(folder / "job_description.toml"), library.types),
    )


def check_interviews(interviews: InterviewLibrary) -> None:
    """Read every kit. Raises LibraryError for the first that is wrong."""
    for type_id in interviews.kits:
        interviews.kits[type_id]


def questions_in(document: Table, skills: Mapping[str, Skill]) -> Mapping[str, SkillQuestions]:
    """What is asked about each skill, by skill id."""
    measured = document.text("measured")
    return {
        table.choice("id", skills).id: SkillQuestions(
            skills[table.word("id")],
            table.text("behavioural"),
            table.text("situational"),
            measured,
            table.text("probe"),
        )
        for table in document.tables("skills")
    }


def kit_in(
    document: Table, csm_type: CsmType, questions: Mapping[str, SkillQuestions]
) -> InterviewKit:
    """The kit of this type; ``questions`` are those of every skill that is asked about."""
    document.choice("type", {csm_type.id: csm_type})
    competencies = tuple(_competency(each, questions) for each in document.tables("competencies"))
    if len(competencies) != COMPETENCIES:
        problem = f"must have {COMPETENCIES} entries, has {len(competencies)}"
        raise document.error("competencies", problem)
    if not 1 <= sum(each.is_must_have for each in competencies) <= MOST_MUST_HAVES:
        raise document.error("competencies", f"must have 1 to {MOST_MUST_HAVES} must-haves")
    return InterviewKit(
        csm_type,
        document.text("purpose"),
        competencies,
        document.texts("pitfalls"),
        work_sample_in(document.table("work_sample")),
    )


def process_in(document: Table) -> PanelProcess:
    return PanelProcess(
        rule_in(document.table("rule")),
        tuple(map(_step, document.tables("steps"))),
        tuple(map(_step, document.tables("rater_errors"))),
        document.text("opening"),
        document.text("closing"),
    )


def rule_in(table: Table) -> PanelRule:
    """The thresholds of the decision rule; from 1 to 5 where they are about scores."""
    fewest = table.number("fewest_raters", 2, 10)
    if _threshold(table, "hold_below") < _threshold(table, "not_recommended_below"):
        raise table.error("hold_below", "must not lie below not_recommended_below")
    return PanelRule(
        fewest,
        table.number("most_raters", fewest, 10),
        _threshold(table, "not_recommended_below"),
        _threshold(table, "must_have_below"),
        _threshold(table, "hold_below"),
        table.number("wide_from", 1, 4),
        table.number("sample_passes_from", 2, 5),
    )


def _competency(table: Table, questions: Mapping[str, SkillQuestions]) -> Competency:
    return Competency(
        table.choice("id", questions),
        table.flag("must_have"),
        rubric_in(table),
        table.texts("counter_indicators"),
    )


def _threshold(table: Table, key: str) -> Fraction:
    """From 1.0 to 5.0 with one decimal, as it is printed."""
    word = table.word(key)
    if not THRESHOLD.fullmatch(word):
        raise table.error(key, "must be from 1.0 to 5.0, with one decimal")
    return Fraction(word)


def _step(table: Table) -> NamedStep:
    return NamedStep(table.word("id"), table.text("name"), table.text("text"))
