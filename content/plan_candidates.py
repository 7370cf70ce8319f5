"""Candidates of a plan: the lessons that can close something, in the order that loses nothing."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from graphlib import TopologicalSorter

from assessments.gaps import Gap
from content.lessons import Lesson


@dataclass(frozen=True, slots=True)
class Candidate:
    """A lesson that closes some of the gaps.

    ``effects`` holds, by place of the gap, the level from which it helps and the one to which it
    leads, at most the target. ``needs`` are the prerequisites that the person still lacks.
    """

    lesson: Lesson
    effects: Mapping[int, tuple[int, int]]
    needs: tuple[str, ...]

    def covers(self, other: "Candidate") -> bool:
        """Whether it does all that the other does, at no higher cost and without conditions."""
        if self.needs or self.lesson.minutes > other.lesson.minutes:
            return False
        return all(
            place in self.effects
            and self.effects[place][0] <= start
            and self.effects[place][1] >= cap
            for place, (start, cap) in other.effects.items()
        )


def candidates_of(
    gaps: Sequence[Gap], lessons: Mapping[str, Lesson], completed: Collection[str]
) -> dict[str, Candidate]:
    """Lessons that close something, by id, each with all its prerequisites among them.

    A prerequisite is met when it is completed, or when the person stands at its goal (or at the
    target) in every gap that it teaches.
    """
    places = {gap.requirement.skill.id: place for place, gap in enumerate(gaps)}
    spans = [(int(gap.level), int(gap.requirement.target)) for gap in gaps]
    found: dict[str, Candidate] = {}
    met = set(completed)
    for lesson in lessons.values():
        taught = [places[skill.id] for skill in lesson.skills if skill.id in places]
        goal = int(lesson.goal)
        if all(spans[place][0] >= min(goal, spans[place][1]) for place in taught):
            met.add(lesson.id)
        elif lesson.id not in met and (effects := _effects(lesson, taught, spans)):
            found[lesson.id] = Candidate(lesson, effects, lesson.requires)
    return within(found, None, met)


def within(
    candidates: Mapping[str, Candidate], budget: int | None, met: Collection[str] = ()
) -> dict[str, Candidate]:
    """Those that fit the budget (None: any) and whose prerequisites are met or fit it too."""
    left = {
        key: _without(each, met)
        for key, each in candidates.items()
        if budget is None or each.lesson.minutes <= budget
    }
    while blocked := [
        key for key, each in left.items() if any(need not in left for need in each.needs)
    ]:
        for key in blocked:
            del left[key]
    return left


def undominated(candidates: Mapping[str, Candidate]) -> dict[str, Candidate]:
    """Without those that another one covers; prerequisites of others stay."""
    needed = needed_by(candidates.values())
    teaching = _by_place(list(candidates.values()))
    return {
        key: each
        for key, each in candidates.items()
        if key in needed or not _is_dominated(each, teaching)
    }


def in_order(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Ordered so that taking any of them in turn leads each skill as high as they can.

    Of two that teach the same skill, the lower goal comes first, then the lower start, then what
    others need; a prerequisite comes before what needs it. (A later lesson has a goal at least as
    high: had it lifted the skill into the range of an earlier one, the skill would be beyond that
    range.) Lessons of one skill stand close together, so that few open ends must be remembered.
    """
    ranked = sorted(_after_needs(candidates), key=_rank(needed_by(candidates)))
    before = _before(ranked)
    order: dict[str, Candidate] = {}
    for place in sorted(_by_place(ranked)):
        for each in _by_place(ranked)[place]:
            _put(each, before, order)
    return list(order.values())


def needed_by(candidates: Collection[Candidate]) -> set[str]:
    """Ids of the prerequisites that any of them still needs."""
    return {needs for each in candidates for needs in each.needs}


def _without(candidate: Candidate, met: Collection[str]) -> Candidate:
    if not candidate.needs:
        return candidate
    return replace(candidate, needs=tuple(each for each in candidate.needs if each not in met))


def _effects(
    lesson: Lesson, taught: Sequence[int], spans: Sequence[tuple[int, int]]
) -> dict[int, tuple[int, int]]:
    """By place: from where to where the lesson lifts, within the level and the target there."""
    effects: dict[int, tuple[int, int]] = {}
    for place in taught:
        level, target = spans[place]
        start, cap = max(int(lesson.start), level), min(int(lesson.goal), target)
        if start < cap:
            effects[place] = (start, cap)
    return effects


def _is_dominated(candidate: Candidate, teaching: Mapping[int, list[Candidate]]) -> bool:
    fewest = min((teaching[place] for place in candidate.effects), key=len)
    return any(
        other is not candidate
        and other.covers(candidate)
        and (not candidate.covers(other) or other.lesson.id < candidate.lesson.id)
        for other in fewest
    )


def _by_place(candidates: Sequence[Candidate]) -> dict[int, list[Candidate]]:
    teaching: dict[int, list[Candidate]] = {}
    for each in candidates:
        for place in each.effects:
            teaching.setdefault(place, []).append(each)
    return teaching


def _after_needs(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Each after its prerequisites, those of few skills first; a stable sort keeps it so.

    What lifts two skills still has one to lift when the other is gone.
    """
    by_id = {each.lesson.id: each for each in candidates}
    shortest = sorted(candidates, key=_extent)
    needs = {each.lesson.id: [need for need in each.needs if need in by_id] for each in shortest}
    return map(by_id.__getitem__, TopologicalSorter(needs).static_order())


def _extent(candidate: Candidate) -> tuple[int, int, str]:
    return len(candidate.effects), candidate.lesson.minutes, candidate.lesson.id


def _rank(needed: Collection[str]) -> Callable[[Candidate], tuple[int, int, bool]]:
    return lambda each: (each.lesson.goal, each.lesson.start, each.lesson.id not in needed)


def _before(ranked: Sequence[Candidate]) -> dict[str, list[Candidate]]:
    """By id, what must come before a candidate: its prerequisites, lower ones of its skills."""
    by_id = {each.lesson.id: each for each in ranked}
    so_far: dict[int, list[Candidate]] = {}
    before: dict[str, list[Candidate]] = {}
    for each in ranked:
        first = before[each.lesson.id] = [by_id[need] for need in each.needs if need in by_id]
        for place in each.effects:
            lower = so_far.setdefault(place, [])
            first += lower
            lower.append(each)
    return before


def _put(each: Candidate, before: dict[str, list[Candidate]], order: dict[str, Candidate]) -> None:
    """Put a candidate into the order, after all that must come before it."""
    for other in before.pop(each.lesson.id, ()):
        _put(other, before, order)
    order.setdefault(each.lesson.id, each)
