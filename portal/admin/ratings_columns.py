"""The columns of a sheet of ratings, and the words that may stand in them."""

import unicodedata
from collections.abc import Iterable

from assessments.levels import Level
from assessments.ratings import Answer, Exemption
from assessments.skill_results import Source
from assessments.skills import Skill
from assessments.text import Text
from portal.admin.people_columns import DAYS
from portal.admin.plans import named
from portal.admin.reading.columns import Column
from portal.admin.reading.words import Words, both

EMAIL = Column(
    "email",
    Text("メールアドレス", "E-mail"),
    Text("評価される人。先に登録しておきます", "Of the person rated, who has to be known already"),
    ("メール", "E-mail address"),
    is_needed=True,
)
SKILL = Column(
    "skill",
    Text("スキル", "Skill"),
    Text("スキルの名前(日本語か英語)またはID", "Name in Japanese or English, or id"),
    ("スキル名", "スキルID", "Skill id"),
    is_needed=True,
)
SOURCE = Column(
    "source",
    Text("評価者区分", "Rated by"),
    Text("自己、上長、合意のいずれか", "Self, manager or agreed"),
    ("評価者", "区分", "Relation", "Rater", "Source"),
    is_needed=True,
)
LEVEL = Column(
    "level",
    Text("レベル", "Level"),
    Text(
        "0〜5の整数、評価対象外、観察なし。空の行は取り込みません",
        "0 to 5, not applicable or not observed; rows without one are left out",
    ),
    ("評価", "Rating"),
    is_needed=True,
)
RATED_ON = Column("rated_on", Text("評価日", "Date"), DAYS, ("日付", "Rated on"), is_needed=True)
EVIDENCE = Column(
    "evidence",
    Text("根拠", "Evidence"),
    Text(
        "なくても取り込めます。合意の行では理由",
        "May be empty; the reason where levels were agreed",
    ),
    ("根拠・エピソード", "エピソード", "理由", "Reason"),
)

RATINGS_COLUMNS = (EMAIL, SKILL, SOURCE, LEVEL, RATED_ON, EVIDENCE)

SOURCE_NAMES = {
    Source.SELF: Text("自己評価", "Self-assessment"),
    Source.MANAGER: Text("上長評価", "Manager assessment"),
    Source.AGREED: Text("合意レベル", "Agreed level"),
}
EXEMPTION_NAMES = {
    Exemption.NOT_APPLICABLE: Text("評価対象外", "Not applicable"),
    Exemption.NOT_OBSERVED: Text("観察なし", "Not observed"),
}

SOURCES = Words(
    {
        Source.SELF: both(SOURCE_NAMES[Source.SELF], "self", "自己", "本人"),
        Source.MANAGER: both(SOURCE_NAMES[Source.MANAGER], "manager", "上長"),
        Source.AGREED: both(SOURCE_NAMES[Source.AGREED], "agreed", "合意"),
    }
)
EXEMPTIONS = Words(
    {
        Exemption.NOT_APPLICABLE: both(
            EXEMPTION_NAMES[Exemption.NOT_APPLICABLE], "not_applicable", "対象外", "N/A"
        ),
        Exemption.NOT_OBSERVED: both(
            EXEMPTION_NAMES[Exemption.NOT_OBSERVED], "not_observed", "未観察"
        ),
    }
)
LEVELS = {str(int(level)): level for level in Level}


def skill_words(skills: Iterable[Skill]) -> Words[str]:
    """Skill ids by id and by name in either language."""
    return Words({skill.id: both(skill.name, skill.id) for skill in skills})


def read_answer(text: str) -> Answer | None:
    """A level from 0 to 5, full-width or not, or why there is none; None for anything else."""
    level = LEVELS.get(unicodedata.normalize("NFKC", text).strip())
    return level if level is not None else EXEMPTIONS.meaning_of(text)


def answer_name(answer: Answer | None) -> Text:
    if isinstance(answer, Exemption):
        return EXEMPTION_NAMES[answer]
    return named("" if answer is None else str(int(answer)))
