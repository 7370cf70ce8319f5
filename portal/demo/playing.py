"""Playing: every round of a person from its beginning to where it stands today."""

from collections.abc import Mapping

from assessments.levels import Level
from assessments.ratings import AssessmentState, Relation
from assessments.rounds import Round, RoundState
from assessments.settling import hand_back
from portal.demo.answers import Drawn
from portal.demo.organisation import Colleague
from portal.demo.portraits import Part
from portal.demo.rating import Written, write
from portal.demo.scenes import Scene, Stage, begin
from portal.demo.talks import talk
from portal.persistence import assessments


def play(stage: Stage, subject: Colleague) -> int:
    """Play every round of one person by the rules of the domain; how many there were."""
    agreed: Mapping[str, Level] = {}
    for part in subject.portrait.parts:
        agreed = _played(stage, subject, part, agreed)
    return len(subject.portrait.parts)


def _played(
    stage: Stage, subject: Colleague, part: Part, before: Mapping[str, Level]
) -> Mapping[str, Level]:
    """The levels agreed in this round."""
    scene = begin(stage, subject, part, before)
    pairs = Drawn(subject.portrait, part, before).pairs(scene.profile)
    written = {relation: write(scene, relation, pairs) for relation in part.sides}
    under_way = _round_of(scene, written)
    if under_way.is_revealed:
        under_way = talk(scene, under_way)
    else:
        _hand_back(scene, under_way, written)
    levels = {each.skill_id: each.answer for each in under_way.agreed.values()}
    return {skill_id: level for skill_id, level in levels.items() if isinstance(level, Level)}


def _round_of(scene: Scene, written: Mapping[Relation, Written]) -> Round:
    sides = {relation: each.assessment for relation, each in written.items()}
    by_self, by_manager = sides.get(Relation.SELF), sides.get(Relation.MANAGER)
    return Round(scene.profile, RoundState.OPEN, by_self, by_manager, {})


def _hand_back(scene: Scene, under_way: Round, written: Mapping[Relation, Written]) -> None:
    """Return the self-assessment where the portrait says so."""
    side = scene.part.sides.get(Relation.SELF)
    if side and side.state is AssessmentState.RETURNED:
        hand_back(under_way)
        kept_id = written[Relation.SELF].id
        assessments.change_state(kept_id, side.state, at=None, note=side.note)
