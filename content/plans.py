"""Plans: which lessons to take first when there is not time for all of them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessments.gaps import Gap
from assessments.levels import Level
from assessments.text import Text
from content.lessons import Lesson
from content.plan_candidates import Candidate, candidates_of, in_order, undominated, within
from content.plan_search import best_of


@dataclass(frozen=True, slots=True)
class Lift:
    """A skill taken from one level to another by one lesson; ``after`` is at most its target."""

    gap: Gap
    before: Level
    after: Level

    @property
    def closes(self) -> int:
        """Priority closed: weight × levels."""
        return self.gap.requirement.weight * (self.after - self.before)


@dataclass(frozen=True, slots=True)
class Step:
    """One lesson of a plan, what it lifts, and in one sentence why it stands there."""

    lesson: Lesson
    lifts: tuple[Lift, ...]
    why: Text

    @property
    def closes(self) -> int:
        return sum(lift.closes for lift in self.lifts)


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A gap that no lesson closes: with all of them the skill comes to ``reach``."""

    gap: Gap
    reach: Level
    why: Text


@dataclass(frozen=True, slots=True)
class Plan:
    """What to learn within ``budget`` minutes, in order.

    ``uncovered`` are the gaps that no lesson closes, however much time there is; ``waiting`` those
    that lessons would close, given more time.
    """

    budget: int
    steps: tuple[Step, ...]
    uncovered: tuple[Uncovered, ...]
    waiting: tuple[Gap, ...]

    @property
    def minutes(self) -> int:
        return sum(step.lesson.minutes for step in self.steps)

    @property
    def closes(self) -> int:
        return sum(step.closes for step in self.steps)


def plan_for(
    gaps: Sequence[Gap],
    lessons: Mapping[str, Lesson],
    budget: int,
    completed: Collection[str] = (),
) -> Plan:
    """The lessons that close the most of the gaps in at most ``budget`` minutes.

    What is maximised: the sum over all gaps of weight × levels closed, counted up to the target.
    A lesson may stand in the plan when, at its turn, a skill with a gap stands from its ``start``
    to just below its ``goal``, and its prerequisites stand before it or are met; each such skill
    then counts as being at ``goal``, or at the target if that is lower. ``completed`` are ids of
    lessons that are done: they meet prerequisites and do not come again. ``lessons`` is keyed by
    id; no prerequisite has a higher goal than what needs it. Of plans that close the same, the
    shortest is taken; in it, what closes most per hour comes first as far as levels and
    prerequisites let it.

    The search keeps the best partial plans by length, so it is close to the best, not proven to
    be: in the tests never more than 2 % below it. Source: domain file, sections 4 and 5.1.
    """
    candidates = undominated(candidates_of(gaps, lessons, completed))
    reach = _reach(gaps, candidates.values())
    chosen = best_of(in_order(list(within(candidates, budget).values())), gaps, budget)
    steps = tuple(_steps(_by_rate(chosen, gaps), gaps))
    closed = {(lift.gap.requirement.skill.id, lift.after) for step in steps for lift in step.lifts}
    return Plan(
        budget,
        steps,
        tuple(
            Uncovered(gap, level, _why_uncovered(gap, level))
            for gap, level in zip(gaps, reach, strict=True)
            if level < gap.requirement.target
        ),
        tuple(
            gap
            for gap, level in zip(gaps, reach, strict=True)
            if level >= gap.requirement.target
            and (gap.requirement.skill.id, gap.requirement.target) not in closed
        ),
    )


def _reach(gaps: Sequence[Gap], candidates: Collection[Candidate]) -> list[Level]:
    """How high each skill comes with all candidates, whatever they cost."""
    levels, usable = [int(gap.level) for gap in gaps], set[str]()
    before = None
    while before != (levels, usable):
        before = (list(levels), set(usable))
        for each in candidates:
            if usable.issuperset(each.needs) and _is_in_reach(each, levels):
                usable.add(each.lesson.id)
                _lift(levels, each)
    return [Level(level) for level in levels]


def _is_in_reach(candidate: Candidate, levels: Sequence[int]) -> bool:
    return any(levels[place] >= start for place, (start, _) in candidate.effects.items())


def _lift(levels: list[int], candidate: Candidate) -> list[tuple[int, int, int]]:
    """Lift the levels as the lesson does; gives place, level before and after of each."""
    lifted = [
        (place, levels[place], cap)
        for place, (start, cap) in candidate.effects.items()
        if start <= levels[place] < cap
    ]
    for place, _, after in lifted:
        levels[place] = after
    return lifted


def _by_rate(chosen: Sequence[Candidate], gaps: Sequence[Gap]) -> Iterator[Candidate]:
    """The chosen ones, most closed per minute first, none before what must come before it."""
    levels, left = [int(gap.level) for gap in gaps], list(chosen)
    while left:
        free = [each for place, each in enumerate(left) if _is_free(each, left[:place], left)]
        best = max(free, key=lambda each: _rate(each, levels, gaps))
        left.remove(best)
        _lift(levels, best)
        yield best


def _is_free(candidate: Candidate, before: Sequence[Candidate], left: Sequence[Candidate]) -> bool:
    """Whether nothing that is left must come first: a lower lesson of its skills, or a need."""
    waits = {each.lesson.id for each in left}
    return waits.isdisjoint(candidate.needs) and not any(
        each.effects.keys() & candidate.effects.keys() for each in before
    )


def _rate(candidate: Candidate, levels: Sequence[int], gaps: Sequence[Gap]) -> Fraction:
    lifted = _lift(list(levels), candidate)
    closes = sum(gaps[place].requirement.weight * (after - now) for place, now, after in lifted)
    return Fraction(closes, candidate.lesson.minutes)


def _steps(order: Iterator[Candidate], gaps: Sequence[Gap]) -> Iterator[Step]:
    levels, sequence = [int(gap.level) for gap in gaps], list(order)
    for place, each in enumerate(sequence):
        lifts = tuple(
            Lift(gaps[index], Level(before), Level(after))
            for index, before, after in _lift(levels, each)
        )
        opens = [other.lesson for other in sequence[place:] if each.lesson.id in other.needs]
        yield Step(each.lesson, lifts, _why(each.lesson, lifts, opens))


def _why(lesson: Lesson, lifts: Sequence[Lift], opens: Sequence[Lesson]) -> Text:
    """One sentence: what the lesson lifts, what that closes and what it opens."""
    ja = "、".join(
        f"{each.gap.requirement.skill.name.ja}をレベル{each.before:d}から{each.after:d}へ"
        for each in lifts
    )
    en = " and ".join(
        f"{each.gap.requirement.skill.name.en} from level {each.before:d} to {each.after:d}"
        for each in lifts
    )
    closes = sum(each.closes for each in lifts)
    opened = Text(
        "".join(f"「{each.title.ja}」の前提になり、" for each in opens),
        "".join(f", opens “{each.title.en}”" for each in opens),
    )
    comma = "," if len(lifts) > 1 else ""
    points = "point" if closes == 1 else "points"
    return Text(
        f"{ja}進め、{opened.ja}{lesson.minutes}分で優先度{closes}の伸びしろを埋めます。",
        f"Takes {en}{opened.en}{comma} and closes {closes} {points} of priority "
        f"in {lesson.minutes} minutes.",
    )


def _why_uncovered(gap: Gap, reach: Level) -> Text:
    name = gap.requirement.skill.name
    return Text(
        f"これらの研修で進めるのは、{name.ja}のレベル{reach:d}までです。",
        f"With these lessons {name.en} comes to level {reach:d}.",
    )
