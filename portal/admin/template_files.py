"""What the templates for the two imports hold."""

from collections.abc import Callable, Mapping, Sequence

from assessments.levels import Level
from assessments.ratings import Exemption
from assessments.text import Language, Text
from portal.admin import people_columns, ratings_columns
from portal.admin.people_columns import PEOPLE_COLUMNS, ROLE_NAMES
from portal.admin.ratings_columns import EXEMPTION_NAMES, RATINGS_COLUMNS, SOURCE_NAMES
from portal.admin.reading.columns import Column
from portal.library import library
from portal.web.spreadsheets.writing import Blank

PEOPLE, RATINGS = Text("人", "People"), Text("評価", "Ratings")
CHOICES = Text("選択肢", "Choices")
SOMEBODY = Text("山田 花子", "Hana Yamada")
A_TEAM = Text("カスタマーサクセス1課", "Customer Success 1")
SEEN = Text(
    "10月の定例会で、利用の落ち込みを先に伝え、対応策に合意した。",
    "In the October review, raised the drop in usage first and agreed what to do.",
)


def people_blank(language: Language) -> Blank:
    """People with one example, in this language; the heads are in both."""
    shipped = library()
    types = [each.name for each in shipped.types.values()]
    bands = list(shipped.bands.names.values())
    columns = PEOPLE_COLUMNS
    example = {
        people_columns.NAME: SOMEBODY.in_language(language),
        people_columns.EMAIL: "hana.yamada@example.com",
        people_columns.TEAM: A_TEAM.in_language(language),
        people_columns.MANAGER: "ken.mori@example.com",
        people_columns.TYPE: types[0].in_language(language),
        people_columns.BAND: bands[1].in_language(language),
        people_columns.ROLES: "CSM",
        people_columns.STARTS_ON: "2026-04-01",
    }
    choices = {
        people_columns.TYPE: types,
        people_columns.BAND: bands,
        people_columns.ROLES: list(ROLE_NAMES.values()),
    }
    return _blank(PEOPLE, columns, example, choices, language)


def ratings_blank(language: Language) -> Blank:
    """Ratings with one example, in this language; the heads are in both."""
    skills = [skill.name for skill in library().skills.values()]
    levels = [Text(str(int(level)), str(int(level))) for level in Level]
    exemptions = [EXEMPTION_NAMES[each] for each in Exemption]
    example = {
        ratings_columns.EMAIL: "hana.yamada@example.com",
        ratings_columns.SKILL: skills[0].in_language(language),
        ratings_columns.SOURCE: next(iter(SOURCE_NAMES.values())).in_language(language),
        ratings_columns.LEVEL: "3",
        ratings_columns.RATED_ON: "2026-10-01",
        ratings_columns.EVIDENCE: SEEN.in_language(language),
    }
    choices = {
        ratings_columns.SKILL: skills,
        ratings_columns.SOURCE: list(SOURCE_NAMES.values()),
        ratings_columns.LEVEL: [*levels, *exemptions],
    }
    return _blank(RATINGS, RATINGS_COLUMNS, example, choices, language)


TEMPLATES: Mapping[str, Callable[[Language], Blank]] = {
    "people": people_blank,
    "ratings": ratings_blank,
}


def _blank(
    name: Text,
    columns: Sequence[Column],
    example: Mapping[Column, str],
    choices: Mapping[Column, Sequence[Text]],
    language: Language,
) -> Blank:
    days = (people_columns.STARTS_ON, ratings_columns.RATED_ON)
    return Blank(
        name=name.in_language(language),
        choices_name=CHOICES.in_language(language),
        heads=[column.both_heads for column in columns],
        example=[example[column] for column in columns],
        choices={
            columns.index(column): [word.in_language(language) for word in words]
            for column, words in choices.items()
        },
        days=frozenset(columns.index(day) for day in days if day in columns),
    )
