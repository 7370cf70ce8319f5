"""What may be done with a round: agree, settle, take back, hand back."""

from dataclasses import replace

from assessments.agreement import needs_reason
from assessments.levels import Level
from assessments.ratings import (
    Answer,
    Assessment,
    AssessmentState,
    Exemption,
    Relation,
    SkillNotInMap,
)
from assessments.refusals import Refusal
from assessments.rounds import AgreedLevel, Round, RoundState
from assessments.text import Text

REASON_LIMIT = 2000
"""Longest reason for an agreed level, in characters."""


class AlreadyRevealed(Refusal):
    """Somebody wants to change an assessment that the other side can see by now."""

    wording = Text(
        "双方の評価が提出され、互いに見えるようになったため、戻せません。すり合わせで合意レベルを決めてください。",
        "Both assessments are in and open to both sides, so this one cannot be changed. "
        "Settle it with an agreed level.",
    )


class NotHandedIn(Refusal):
    """Somebody wants to give back an assessment that has not been submitted."""

    wording = Text(
        "この評価はまだ提出されていません。",
        "This assessment has not been submitted yet.",
    )


class NotYetRevealed(Refusal):
    """Somebody wants to compare or agree before both assessments are handed in."""

    wording = Text(
        "自己評価と上長評価の両方が提出されるまで、比較とすり合わせはできません。",
        "Comparing and agreeing starts when both assessments have been submitted.",
    )


class RoundFinalised(Refusal):
    """Somebody wants to change a round that is settled."""

    wording = Text(
        "この評価は確定済みのため、変更できません。",
        "This round has been finalised and can no longer be changed.",
    )


class NotObservedIsNoAgreement(Refusal):
    """Two people cannot agree that nothing was seen: they settle on a level or not applicable."""

    wording = Text(
        "合意できるのはレベル0〜5または評価対象外です。",
        "Agree on a level from 0 to 5, or on not applicable.",
    )


class ReasonMissing(Refusal):
    """An agreed level that needs an explanation has none."""

    wording = Text(
        "差が2以上あるスキルと、どちらの評価とも異なる合意レベルには理由が必要です。",
        "Give a reason when the ratings differ by 2 or more, "
        "or when the agreed level is neither of the two.",
    )


class ReasonTooLong(Refusal):
    """The reason has more characters than are kept."""

    wording = Text(
        "理由は{limit}文字以内で入力してください(現在{length}文字)。",
        "Keep the reason to {limit} characters or fewer (now {length}).",
    )


class AgreementMissing(Refusal):
    """A round is to be settled while some skills still differ."""

    wording = Text(
        "合意レベルが未入力のスキルが{count}件あります。",
        "{count} skills still need an agreed level.",
    )

    def __init__(self, skill_ids: tuple[str, ...]) -> None:
        self.skill_ids = skill_ids
        super().__init__(count=len(skill_ids))


def agree(under_way: Round, agreed: AgreedLevel) -> Round:
    """The round with this agreed level in it.

    Raises NotYetRevealed, RoundFinalised, SkillNotInMap, NotObservedIsNoAgreement,
    ReasonMissing, ReasonTooLong.
    """
    _check_under_way(under_way)
    if agreed.skill_id not in under_way.profile.map.by_skill:
        raise SkillNotInMap(skill_id=agreed.skill_id)
    if agreed.answer is Exemption.NOT_OBSERVED:
        raise NotObservedIsNoAgreement
    _check_reason(agreed, *under_way.answers(agreed.skill_id))
    return replace(under_way, agreed={**under_way.agreed, agreed.skill_id: agreed})


def reopen(under_way: Round, skill_id: str) -> Round:
    """The round without the agreed level of this skill.

    Raises NotYetRevealed, RoundFinalised, SkillNotInMap.
    """
    _check_under_way(under_way)
    if skill_id not in under_way.profile.map.by_skill:
        raise SkillNotInMap(skill_id=skill_id)
    agreed = {key: value for key, value in under_way.agreed.items() if key != skill_id}
    return replace(under_way, agreed=agreed)


def finalise(under_way: Round) -> Round:
    """The round settled; where both gave the same level, that level is the agreed one.

    Raises NotYetRevealed, RoundFinalised, AgreementMissing.
    """
    _check_under_way(under_way)
    if under_way.to_agree:
        raise AgreementMissing(under_way.to_agree)
    return replace(
        under_way,
        state=RoundState.FINALISED,
        by_self=_closed(under_way.by_self),
        by_manager=_closed(under_way.by_manager),
        agreed={**_agreed_silently(under_way), **under_way.agreed},
    )


def take_back(under_way: Round, relation: Relation) -> Round:
    """The round with one side's assessment a draft again; an open one stays as it is.

    Raises AlreadyRevealed, NotHandedIn.
    """
    assessment = _unseen(under_way, relation)
    state = assessment.state if assessment.is_open else AssessmentState.DRAFT
    return _with(under_way, replace(assessment, state=state))


def hand_back(under_way: Round) -> Round:
    """The round with the self-assessment returned to the member, before it was seen.

    Raises AlreadyRevealed, NotHandedIn.
    """
    assessment = _unseen(under_way, Relation.SELF)
    if assessment.is_open:
        raise NotHandedIn
    return _with(under_way, replace(assessment, state=AssessmentState.RETURNED))


def _check_reason(agreed: AgreedLevel, by_self: Answer | None, by_manager: Answer | None) -> None:
    if len(agreed.reason) > REASON_LIMIT:
        raise ReasonTooLong(limit=REASON_LIMIT, length=len(agreed.reason))
    if needs_reason(by_self, by_manager, agreed.answer) and not agreed.reason.strip():
        raise ReasonMissing


def _check_under_way(under_way: Round) -> None:
    if under_way.is_finalised:
        raise RoundFinalised
    if not under_way.is_revealed:
        raise NotYetRevealed


def _unseen(under_way: Round, relation: Relation) -> Assessment:
    if under_way.is_revealed:
        raise AlreadyRevealed
    assessment = under_way.side(relation)
    if assessment is None:
        raise NotHandedIn
    return assessment


def _with(under_way: Round, assessment: Assessment) -> Round:
    if assessment.relation is Relation.SELF:
        return replace(under_way, by_self=assessment)
    return replace(under_way, by_manager=assessment)


def _closed(assessment: Assessment | None) -> Assessment | None:
    """An assessment that was handed in counts for ever; a draft stays one."""
    if assessment is None or assessment.is_open:
        return assessment
    return replace(assessment, state=AssessmentState.FINALISED)


def _agreed_silently(under_way: Round) -> dict[str, AgreedLevel]:
    """Where both gave the same level, that level."""
    return {
        skill_id: AgreedLevel(skill_id, by_self)
        for skill_id in under_way.profile.map.by_skill
        for by_self, by_manager in [under_way.answers(skill_id)]
        if isinstance(by_self, Level) and by_self == by_manager
    }
