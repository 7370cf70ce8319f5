"""Job descriptions: out of the skill map of a type and its interview kit, nothing else.

They name levels, never years or degrees, so that what is advertised is what is asked and scored.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessments.bands import Band
from assessments.interview_kits import InterviewKit
from assessments.profiles import Profile
from assessments.skill_maps import Requirement
from assessments.text import Language, Text
from assessments.work_samples import MINUTES

TASKS = 6
"""Skills that make up the work in a description: those that weigh most."""


@dataclass(frozen=True, slots=True)
class JobWording:
    """The fixed words; ``titles`` by type id. Phrases in ``forms`` have ``{names}`` to fill in."""

    titles: Mapping[str, Text]
    forms: Mapping[str, Text]
    headings: Mapping[str, Text]
    notes: Mapping[str, Text]
    lists: Mapping[str, tuple[Text, ...]]


BLANK = "conditions"
"""The section whose lines somebody fills in."""


@dataclass(frozen=True, slots=True)
class BandAndDuties:
    """What the band and the added duties of a profile are called."""

    band: Text
    duties: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class JobSection:
    """A heading, what is said below it, and a list; ``is_blank`` where its lines are filled in."""

    heading: Text
    note: Text | None
    lines: tuple[Text, ...]
    is_blank: bool


@dataclass(frozen=True, slots=True)
class JobDescription:
    """What is advertised for one type and band."""

    title: Text
    lead: Text
    sections: tuple[JobSection, ...]

    def as_text(self, language: Language) -> str:
        """Plain text to copy into a mail, a form or a job board."""
        blocks = [self.title.in_language(language), self.lead.in_language(language)]
        blocks += [_block(section, language) for section in self.sections]
        return "\n\n".join(blocks) + "\n"


def job_description_of(
    profile: Profile, kit: InterviewKit, words: BandAndDuties, wording: JobWording
) -> JobDescription:
    """The description for a map with its band and added duties, and the kit of the same type.

    Raises ValueError for a kit of another type.
    """
    if kit.type.id != profile.type.id:
        raise ValueError(f"the kit is for {kit.type.id}, the map for {profile.type.id}")
    lines = {
        "tasks": tuple(need.skill.definition for need in _heaviest(profile)),
        "levels": tuple(_levels(profile, kit, wording)),
    } | {name: tuple(_list(each, kit)) for name, each in wording.lists.items()}
    sections = tuple(
        JobSection(heading, wording.notes.get(name), lines[name], name == BLANK)
        for name, heading in wording.headings.items()
    )
    title, lead = _title(profile, words, wording), _lead(profile, words, wording)
    return JobDescription(title, lead, sections)


def _heaviest(profile: Profile) -> list[Requirement]:
    return sorted(profile.requirements, key=lambda need: -need.weight)[:TASKS]


def _levels(profile: Profile, kit: InterviewKit, wording: JobWording) -> Iterator[Text]:
    """What the kit asks for, at the level that the map targets; without one, as defined."""
    for each in kit.competencies:
        need = profile.map.by_skill.get(each.skill.id)
        anchor = each.skill.anchor(need.target) if need else each.skill.definition
        form = wording.forms["level_of_must_have" if each.is_must_have else "level"]
        yield _filled(form, skill=each.skill.name, anchor=anchor)


def _list(lines: tuple[Text, ...], kit: InterviewKit) -> Iterator[Text]:
    sample = kit.work_sample.assignment.title
    return (_filled(line, minutes=MINUTES, sample=sample) for line in lines)


def _title(profile: Profile, words: BandAndDuties, wording: JobWording) -> Text:
    title = wording.titles[profile.type.id]
    if profile.band is Band.STANDARD:
        return title
    return _filled(wording.forms["title_of_band"], title=title, band=words.band)


def _lead(profile: Profile, words: BandAndDuties, wording: JobWording) -> Text:
    lead = profile.type.definition
    if not words.duties:
        return lead
    duties = Text(
        "・".join(each.ja for each in words.duties), ", ".join(each.en for each in words.duties)
    )
    return _filled(wording.forms["duties"], lead=lead, duties=duties)


def _filled(form: Text, **values: Text | int) -> Text:
    def words(language: Language) -> str:
        plain = {
            name: value.in_language(language) if isinstance(value, Text) else value
            for name, value in values.items()
        }
        return form.in_language(language).format(**plain)

    return Text(words("ja"), words("en"))


def _block(section: JobSection, language: Language) -> str:
    mark = "■ " if language == "ja" else ""
    bullet = "・" if language == "ja" else "- "
    end = ": " if section.is_blank else ""
    lines = [mark + section.heading.in_language(language)]
    if section.note:
        lines.append(section.note.in_language(language))
    return "\n".join(
        [*lines, *(bullet + line.in_language(language) + end for line in section.lines)]
    )
