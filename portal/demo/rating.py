"""Rating: one side answers skill by skill and hands in, as far as it came."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from assessments.ratings import Assessment, AssessmentState, Rating, Relation, rate, submit
from portal.demo.answers import Pair
from portal.demo.portraits import Side
from portal.demo.scenes import Scene
from portal.persistence import assessments, ratings

BEGINS = {Relation.SELF: 1, Relation.MANAGER: 4}
"""On which day of the round each side starts."""

HANDS_IN_AFTER = 3
MINUTES_A_SKILL = 6


@dataclass(frozen=True, slots=True)
class Written:
    """An assessment and the id under which it is kept."""

    id: UUID
    assessment: Assessment


def write(scene: Scene, relation: Relation, pairs: Mapping[str, Pair]) -> Written:
    """Rate and, where the side came that far, submit. Raises what those rules raise."""
    side = scene.part.sides[relation]
    begun = scene.moment(BEGINS[relation])
    kept_id = assessments.start(scene.round_id, scene.rater(relation).id, relation, begun)
    draft = _rated(scene, relation, islice(pairs.items(), side.answered))
    _keep(scene, kept_id, draft)
    return Written(kept_id, _handed_in(scene, kept_id, draft, side))


def _rated(scene: Scene, relation: Relation, pairs: Iterable[tuple[str, Pair]]) -> Assessment:
    draft = Assessment(relation, AssessmentState.DRAFT, scene.profile, {})
    for skill_id, pair in pairs:
        said = scene.part.said[relation].get(skill_id)
        evidence = scene.dated(said.text, scene.rater(relation).portrait.writes) if said else ""
        draft = rate(draft, Rating(skill_id, pair[relation], evidence))
    return draft


def _keep(scene: Scene, kept_id: UUID, draft: Assessment) -> None:
    day = BEGINS[draft.relation]
    ratings.put_all(
        {
            (kept_id, rating.skill_id): (rating, scene.moment(day, place * MINUTES_A_SKILL))
            for place, rating in enumerate(draft.ratings.values())
        }
    )


def _handed_in(scene: Scene, kept_id: UUID, draft: Assessment, side: Side) -> Assessment:
    """What was returned later was handed in before."""
    if side.state is AssessmentState.DRAFT:
        return draft
    submitted = submit(draft)
    at = scene.moment(BEGINS[draft.relation] + HANDS_IN_AFTER)
    assessments.change_state(kept_id, submitted.state, at=at)
    return submitted
