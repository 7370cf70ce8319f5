"""Alignment talks: both compare what they said, agree where they differed, and settle."""

from collections.abc import Iterable, Iterator

from assessments.agreement import Spread, spread_of
from assessments.levels import Level
from assessments.ratings import Answer, Exemption
from assessments.rounds import AgreedLevel, Round
from assessments.settling import agree, finalise
from portal.demo.answers import chance
from portal.demo.scenes import Scene
from portal.persistence import agreed_levels, rounds

HELD_ON = 18
BEGUN_ON = 9
"""The day of the round on which a talk settled it, or has settled the first skills."""

KEEPS_MANAGERS = 0.7
"""How often two people one level apart settle on what the manager said."""


def talk(scene: Scene, under_way: Round) -> Round:
    """The round as the two left it. Raises what agreeing and finalising raise."""
    return _whole(scene, under_way) if scene.part.is_finished else _begun(scene, under_way)


def _whole(scene: Scene, under_way: Round) -> Round:
    settled = finalise(_with(under_way, _agreed(scene, under_way, under_way.to_agree)))
    rounds.finalise(scene.round_id, settled, scene.manager.id, scene.moment(HELD_ON))
    return settled


def _begun(scene: Scene, under_way: Round) -> Round:
    """What the portrait settles itself, and as many further skills as it says."""
    named = [each for each in under_way.to_agree if each in scene.part.settled]
    others = [each for each in under_way.to_agree if each not in named]
    agreed = _agreed(scene, under_way, named + others[: scene.part.agreed])
    begun = _with(under_way, agreed)
    at = scene.moment(BEGUN_ON)
    for each in begun.agreed.values():
        agreed_levels.put(scene.round_id, each, read_version=0, by=scene.manager.id, at=at)
    return begun


def _with(under_way: Round, agreed: Iterable[AgreedLevel]) -> Round:
    for each in agreed:
        under_way = agree(under_way, each)
    return under_way


def _agreed(scene: Scene, under_way: Round, skill_ids: Iterable[str]) -> Iterator[AgreedLevel]:
    """What the portrait says, else one of the two answers; one of these gets a short reason."""
    is_explained = False
    for skill_id in skill_ids:
        told = scene.part.settled.get(skill_id)
        drawn = _drawn(scene, under_way, skill_id, wants_reason=not (told or is_explained))
        is_explained = is_explained or bool(drawn.reason)
        yield AgreedLevel(skill_id, told.level, told.reason) if told else drawn


def _drawn(scene: Scene, under_way: Round, skill_id: str, *, wants_reason: bool) -> AgreedLevel:
    by_self, by_manager = under_way.answers(skill_id)
    answer = _chosen(scene, skill_id, by_self, by_manager)
    is_near = spread_of(by_self, by_manager) is Spread.NEAR
    reason = _reason(scene, answer, by_self, by_manager) if is_near and wants_reason else ""
    return AgreedLevel(skill_id, answer, reason)


def _chosen(
    scene: Scene, skill_id: str, by_self: Answer | None, by_manager: Answer | None
) -> Answer:
    """A level before none, no level below the one agreed before, and most often the manager's."""
    levels = [each for each in (by_manager, by_self) if isinstance(each, Level)]
    if not levels:
        return Exemption.NOT_APPLICABLE
    luck = chance(scene.subject.portrait.name, skill_id, scene.part.number, "talk")
    chosen = levels[0] if luck < KEEPS_MANAGERS else levels[-1]
    return max(levels) if chosen < scene.before.get(skill_id, 0) else chosen


def _reason(scene: Scene, answer: Answer, by_self: Answer | None, by_manager: Answer | None) -> str:
    is_higher = answer == max(each for each in (by_self, by_manager) if isinstance(each, Level))
    return scene.stage.reasons.next(scene.manager.portrait.writes, is_higher=is_higher)
