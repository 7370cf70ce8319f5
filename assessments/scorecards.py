"""Scorecards: what one rater says about one candidate, before and after the discussion."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from assessments.refusals import Refusal
from assessments.rubrics import SCORES, Observation, Score, Unseen
from assessments.text import Text

NOTE_LIMIT = 4000
"""Longest evidence note or reason in characters."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A score that a rater changed in the discussion, and what convinced her."""

    to: Observation
    reason: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One rater on one competency: the first score, the evidence note, and later revisions.

    The first score and every revision stay beside each other; only ``final`` counts.
    """

    skill_id: str
    first: Observation
    note: str = ""
    revisions: tuple[Revision, ...] = ()

    @property
    def final(self) -> Observation:
        return self.revisions[-1].to if self.revisions else self.first


class ScoreOutOfRange(Refusal):
    """A score is no whole number from 1 to 5."""

    wording = Text(
        "採点は1〜5の整数か「観察なし」です(入力: {given})。",
        "A score is a whole number from 1 to 5, or “not observed” (given: {given}).",
    )


class NotInKit(Refusal):
    """A mark names a competency that this kit does not ask for, or names one twice."""

    wording = Text(
        "「{skill_id}」はこの面接キットの採点項目にないか、二重に採点されています。",
        "“{skill_id}” is not scored in this interview kit, or is scored twice.",
    )


class MarksMissing(Refusal):
    """A scorecard is handed in before every competency has a score or "not observed"."""

    wording = Text(
        "未採点の項目が{count}件あります。1〜5か「観察なし」を選んでください。",
        "{count} competencies have no score yet. Give 1 to 5, or “not observed”.",
    )

    def __init__(self, skill_ids: tuple[str, ...]) -> None:
        self.skill_ids = skill_ids
        super().__init__(count=len(skill_ids))


class NotesMissing(Refusal):
    """A score stands without a word on what was said."""

    wording = Text(
        "採点の根拠となる観察メモのない項目が{count}件あります。場面・行動・結果を書いてください。",
        "{count} scores have no evidence note. Write down situation, action and result.",
    )

    def __init__(self, skill_ids: tuple[str, ...]) -> None:
        self.skill_ids = skill_ids
        super().__init__(count=len(skill_ids))


class NoteTooLong(Refusal):
    """A note or a reason has more characters than are kept."""

    wording = Text(
        "メモと理由は{limit}文字以内で入力してください(現在{length}文字)。",
        "Keep notes and reasons to {limit} characters or fewer (now {length}).",
    )


class RevisedTooSoon(Refusal):
    """A scorecard is handed in with a revised score: scores are revised in the discussion."""

    wording = Text(
        "採点の変更は、全員が提出した後の合議で行います。最初の点で提出してください。",
        "Scores are changed in the discussion, once all have handed in. Hand in the first ones.",
    )


class ObservedOtherwise(Refusal):
    """A score becomes "not observed" in the discussion, or "not observed" a score.

    A rater who withdrew her score would take her doubt out of the rule with it.
    """

    wording = Text(
        "何を観察したかは、合議では変わりません。点と「観察なし」を入れ替えることはできません。",
        "What you observed does not change in the discussion: a score cannot become “not "
        "observed”, nor “not observed” a score.",
    )


class ReasonMissing(Refusal):
    """A score is revised without the reason."""

    wording = Text(
        "採点を変えるときは、どの根拠で考えを変えたかを書いてください。",
        "When you change a score, write down which evidence changed your mind.",
    )


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The marks of one rater about one candidate, by skill id, in the order of the kit."""

    rater: str
    marks: Mapping[str, Mark]


def score_of(number: object) -> Score:
    """The score that a number stands for. Raises ScoreOutOfRange."""
    if not isinstance(number, int) or isinstance(number, bool) or number not in SCORES:
        raise ScoreOutOfRange(given=number)
    return Score(number)


def submitted(rater: str, marks: Iterable[Mark], skill_ids: Collection[str]) -> Scorecard:
    """The scorecard handed in, on its own and before any other is seen.

    ``skill_ids`` are the competencies of the kit. Raises NotInKit, RevisedTooSoon, MarksMissing,
    NotesMissing, NoteTooLong.
    """
    given: dict[str, Mark] = {}
    for mark in marks:
        if mark.skill_id not in skill_ids or mark.skill_id in given:
            raise NotInKit(skill_id=mark.skill_id)
        if mark.revisions:
            raise RevisedTooSoon
        _check_length(mark.note)
        given[mark.skill_id] = mark
    if missing := tuple(each for each in skill_ids if each not in given):
        raise MarksMissing(missing)
    if bare := tuple(each for each in skill_ids if _needs_note(given[each])):
        raise NotesMissing(bare)
    return Scorecard(rater, MappingProxyType({each: given[each] for each in skill_ids}))


def revised(card: Scorecard, skill_id: str, to: Observation, reason: str) -> Scorecard:
    """The scorecard with another score for one competency; all scores before it are kept.

    Raises NotInKit, ObservedOtherwise, ReasonMissing, NoteTooLong.
    """
    mark = card.marks.get(skill_id)
    if mark is None:
        raise NotInKit(skill_id=skill_id)
    if isinstance(mark.first, Unseen) is not isinstance(to, Unseen):
        raise ObservedOtherwise
    if not reason.strip():
        raise ReasonMissing
    _check_length(reason)
    revisions = (*mark.revisions, Revision(to, reason))
    changed = {**card.marks, skill_id: replace(mark, revisions=revisions)}
    return replace(card, marks=MappingProxyType(changed))


def _needs_note(mark: Mark) -> bool:
    return not isinstance(mark.first, Unseen) and not mark.note.strip()


def _check_length(text: str) -> None:
    if len(text) > NOTE_LIMIT:
        raise NoteTooLong(limit=NOTE_LIMIT, length=len(text))
