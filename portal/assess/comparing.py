"""Both assessments as rows: what is equal, near, wide apart or rated by one side only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext

from assessments.agreement import Spread
from assessments.ratings import Answer
from assessments.results import Result, result_of
from assessments.skill_results import SkillResult
from portal.assess.forms import AgreementForm
from portal.persistence.round_records import RoundRecord
from portal.web.filters import answer_words, picked

NEEDS_A_WORD = (Spread.WIDE, Spread.NEAR, Spread.ONE_SIDED)


@dataclass(frozen=True, slots=True)
class Compared:
    """One skill with both ratings and the form for the agreed level."""

    line: SkillResult
    form: AgreementForm

    @property
    def is_short(self) -> bool:
        """One level apart: a line is enough until somebody wants to see more."""
        return self.line.spread is Spread.NEAR


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rows that differ, widest first, and the rows that are equal.

    ``left`` counts the rows that still need an agreed level.
    """

    result: Result
    differing: Sequence[Compared]
    equal: Sequence[Compared]
    left: int


def comparison_of(
    record: RoundRecord, noted: Mapping[str, str], typed: Mapping[str, AgreementForm]
) -> Comparison:
    """The comparison of a revealed round.

    ``noted`` holds the reasons of skills that are open, ``typed`` forms to be shown again.
    """
    result = result_of(record.round)
    rows = [
        Compared(line, typed.get(line.skill.id) or _form_of(line, record, noted))
        for line in result.skills
    ]
    differing = [row for row in rows if row.line.spread in NEEDS_A_WORD]
    differing.sort(key=lambda row: NEEDS_A_WORD.index(row.line.spread))
    equal = [row for row in rows if row.line.spread is Spread.EQUAL]
    return Comparison(result, differing, equal, len(record.round.to_agree))


def agreed_words(answer: Answer | None, reason: str) -> str:
    """An agreed level as one would read it out: the answer, then the reason."""
    words = gettext("Not agreed yet") if answer is None else answer_words(answer)
    return f"{words}\n{reason}".strip()


def _form_of(line: SkillResult, record: RoundRecord, noted: Mapping[str, str]) -> AgreementForm:
    answer = picked(line.agreed_answer)
    return AgreementForm(
        prefix=line.skill.id,
        data={
            "answer": "" if answer is None else str(answer),
            "reason": line.agreed.reason if line.agreed else noted.get(line.skill.id, ""),
            "version": str(record.reason_versions.get(line.skill.id, 0)),
        },
    )
