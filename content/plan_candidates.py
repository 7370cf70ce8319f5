"""Candidates of a plan: the lessons that can close something, in an order that loses little."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from graphlib import TopologicalSorter
from heapq import heappop, heappush

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


_Teaching = dict[int, list[Candidate]]
"""The candidates that teach a skill, by place of its gap."""

_Rank = tuple[int, bool, int, int]


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
    """Without those that another one covers; prerequisites and what leads to them stay."""
    needed = needed_by(candidates.values())
    teaching = _by_place(list(candidates.values()))
    opening = _by_place([each for key, each in candidates.items() if key in needed])
    return {
        key: each
        for key, each in candidates.items()
        if key in needed or not _is_dominated(each, teaching, opening)
    }


def in_order(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Ordered so that those taken in turn lead each skill as high as they can, nearly always.

    Of two that teach the same skill, the one that leads less high comes first (at most to the
    target), then what others need, then what teaches fewer skills; a prerequisite comes before
    what needs it. (A later lesson leads at least as high: had it lifted the skill into the range
    of an earlier one, the skill would be beyond that range.) What is lost: a lesson of two skills
    that should come early for one of them, while the other stands below its start. Lessons of one
    skill stand close together, so that few open ends must be remembered.

    Raises CycleError when a prerequisite has a higher goal than what needs it, which no library
    that loads holds.
    """
    ranked = list(_ranked(candidates))
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


def _is_dominated(candidate: Candidate, teaching: _Teaching, opening: _Teaching) -> bool:
    fewest = min((teaching[place] for place in candidate.effects), key=len)
    return any(
        other is not candidate
        and other.covers(candidate)
        and (not candidate.covers(other) or other.lesson.id < candidate.lesson.id)
        and not _skips(other, candidate, opening)
        for other in fewest
    )


def _skips(other: Candidate, candidate: Candidate, opening: _Teaching) -> bool:
    """Whether it leads past a prerequisite to which the candidate would lead."""
    return any(
        each.effects[place][0] <= cap < each.effects[place][1] <= other.effects[place][1]
        for place, (_, cap) in candidate.effects.items()
        for each in opening.get(place, ())
    )


def _by_place(candidates: Sequence[Candidate]) -> _Teaching:
    teaching: _Teaching = {}
    for each in candidates:
        for place in each.effects:
            teaching.setdefault(place, []).append(each)
    return teaching


def _ranked(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Each after its prerequisites and after all that lead less high in one of its skills."""
    by_id = {each.lesson.id: each for each in candidates}
    needed = needed_by(candidates)
    waiting = TopologicalSorter(_lower(candidates))
    waiting.prepare()
    ready: list[tuple[_Rank, str]] = []
    while waiting:
        for each in waiting.get_ready():
            heappush(ready, (_rank(by_id[each], needed), each))
        _, first = heappop(ready)
        waiting.done(first)
        yield by_id[first]


def _rank(candidate: Candidate, needed: Collection[str]) -> _Rank:
    """Lower first, then what others need, then that of fewest skills: it has least to lose."""
    top = max(cap for _, cap in candidate.effects.values())
    extent = len(candidate.effects)
    return top, candidate.lesson.id not in needed, extent, candidate.lesson.minutes


def _lower(candidates: Sequence[Candidate]) -> dict[str, set[str]]:
    """By id, the prerequisites of a candidate and all that lead less high in one of its skills."""
    lower = {each.lesson.id: set(each.needs) for each in candidates}
    for place, teaching in _by_place(candidates).items():
        for each in teaching:
            cap = each.effects[place][1]
            lower[each.lesson.id].update(
                other.lesson.id for other in teaching if other.effects[place][1] < cap
            )
    return {key: others & lower.keys() for key, others in lower.items()}


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
