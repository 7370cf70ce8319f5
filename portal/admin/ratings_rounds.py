"""The lines of one person on one day, as the round that they make or change."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assessments.profiles import Profile
from assessments.ratings import Rating, Relation
from assessments.rounds import AgreedLevel
from assessments.skill_results import Source
from assessments.text import Text
from portal.admin.plans import Difference
from portal.admin.ratings_columns import EVIDENCE, SOURCE_NAMES, answer_name
from portal.admin.ratings_lines import RatingLine
from portal.persistence.imported_rounds import ImportedRound
from portal.persistence.maps import PublishedMap
from portal.persistence.people import Person
from portal.persistence.round_records import RoundRecord

RELATIONS = {Source.SELF: Relation.SELF, Source.MANAGER: Relation.MANAGER}
NOTHING = Text("", "")


@dataclass(frozen=True)
class Day:
    """One person on one day; ``record`` is the round imported before, None for a new one."""

    person: Person
    on: date
    published: PublishedMap
    profile: Profile
    record: RoundRecord | None
    lines: tuple[RatingLine, ...]

    @cached_property
    def changed(self) -> tuple[RatingLine, ...]:
        """Lines that say something else than what stands there."""
        return tuple(line for line in self.lines if self.before(line) != self.after(line))

    def before(self, line: RatingLine) -> Rating | None:
        """What was imported before in the place of this line; a reason counts as evidence."""
        if self.record is None:
            return None
        if line.source is Source.AGREED:
            agreed = self.record.round.agreed.get(line.skill_id)
            return Rating(line.skill_id, agreed.answer, agreed.reason) if agreed else None
        side = self.record.round.side(RELATIONS[line.source])
        return side.ratings.get(line.skill_id) if side else None

    def after(self, line: RatingLine) -> Rating:
        """An empty cell takes no evidence away."""
        before = self.before(line)
        kept = before.evidence if before else ""
        return Rating(line.skill_id, line.answer, line.evidence or kept)


def differences_in(day: Day) -> tuple[Difference, ...]:
    """For a new round how much each side rated, else every value that changes."""
    if day.record is None:
        return tuple(_counted(day))
    return tuple(difference for line in day.changed for difference in _changed(day, line))


def imported_round(day: Day) -> ImportedRound:
    """What is to be written."""
    of_source = {
        source: [day.after(line) for line in day.changed if line.source is source]
        for source in Source
    }
    return ImportedRound(
        round_id=day.record.id if day.record else None,
        subject_id=day.person.id,
        on=day.on,
        published=day.published,
        band=day.profile.band,
        overlays=day.profile.overlays,
        ratings={
            relation: of_source[source]
            for source, relation in RELATIONS.items()
            if of_source[source]
        },
        agreed=[
            AgreedLevel(each.skill_id, each.answer, each.evidence)
            for each in of_source[Source.AGREED]
            if each.answer is not None
        ],
    )


def _counted(day: Day) -> Iterator[Difference]:
    for source, name in SOURCE_NAMES.items():
        count = sum(line.source is source for line in day.lines)
        if count:
            told = Text(f"{count}スキル", f"{count} skill" + "s" * (count > 1))
            yield Difference(source.value, name, NOTHING, told)


def _changed(day: Day, line: RatingLine) -> Iterator[Difference]:
    before, after = day.before(line), day.after(line)
    label = _label(day, line)
    if before is None or before.answer != after.answer:
        answer = answer_name(before.answer if before else None)
        yield Difference("level", label, answer, answer_name(after.answer))
    if before is not None and before.evidence != after.evidence:
        yield Difference("evidence", _joined(label, EVIDENCE.head), _text(before), _text(after))


def _label(day: Day, line: RatingLine) -> Text:
    skill = day.profile.map.by_skill[line.skill_id].skill
    return _joined(skill.name, SOURCE_NAMES[line.source])


def _joined(first: Text, second: Text) -> Text:
    return Text(f"{first.ja} / {second.ja}", f"{first.en} / {second.en}")


def _text(rating: Rating) -> Text:
    return Text(rating.evidence, rating.evidence)
