"""Job descriptions: out of the skill map of a type and its interview kit, nothing else.

They name levels, never years or degrees.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessments.bands import Band
from assessments.interview_kits import InterviewKit
from assessments.profiles import Profile
from assessments.publications import Publication
from assessments.text import Language, Text

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
    publication: Publication, profile: Profile, kit: InterviewKit, wording: JobWording
) -> JobDescription:
    """The description for a profile of the publication, and the kit of the same type.

    Raises ValueError for a kit of another type.
    """
    if kit.type.id != profile.type.id:
        raise ValueError(f"the kit is for {kit.type.id}, the map for {profile.type.id}")
    lines = {
        "tasks": tuple(need.skill.definition for need in profile.map.heaviest(TASKS)),
        "levels": tuple(_levels(profile, kit, wording)),
    } | {name: tuple(_list(each, kit)) for name, each in wording.lists.items()}
    sections = tuple(
        JobSection(heading, wording.notes.get(name), lines[name], name == BLANK)
        for name, heading in wording.headings.items()
    )
    title = _title(profile, publication.bands.names[profile.band], wording)
    duties = tuple(publication.overlays[each].name for each in profile.overlays)
    return JobDescription(title, _lead(profile, duties, wording), sections)


def _levels(profile: Profile, kit: InterviewKit, wording: JobWording) -> Iterator[Text]:
    """What the kit asks for, at the level that the map targets; without one, as defined."""
    for each in kit.competencies:
        need = profile.map.by_skill.get(each.skill.id)
        anchor = each.skill.anchor(need.target) if need else each.skill.definition
        form = wording.forms["level_of_must_have" if each.is_must_have else "level"]
        yield _filled(form, skill=each.skill.name, anchor=anchor)


def _list(lines: tuple[Text, ...], kit: InterviewKit) -> Iterator[Text]:
    sample = kit.work_sample.assignment
    return (_filled(line, minutes=sample.minutes, sample=sample.title) for line in lines)


def _title(profile: Profile, band: Text, wording: JobWording) -> Text:
    title = wording.titles[profile.type.id]
    if profile.band is Band.STANDARD:
        return title
    return _filled(wording.forms["title_of_band"], title=title, band=band)


def _lead(profile: Profile, duties: tuple[Text, ...], wording: JobWording) -> Text:
    lead = profile.type.definition
    if not duties:
        return lead
    names = Text("・".join(each.ja for each in duties), ", ".join(each.en for each in duties))
    return _filled(wording.forms["duties"], lead=lead, duties=names)


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
