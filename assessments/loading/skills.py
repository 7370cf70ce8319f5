"""Skills of one category from ``skills/<category>.toml``."""

from collections.abc import Iterator

from assessments.levels import Level
from assessments.loading.documents import Table
from assessments.skills import Category, Skill, SkillKind
from assessments.text import Text

_KINDS = {kind.value: kind for kind in SkillKind}


def category_in(document: Table) -> Category:
    table = document.table("category")
    return Category(table.word("id"), table.text("name"))


def skills_in(document: Table, category: Category) -> Iterator[Skill]:
    for table in document.tables("skills"):
        yield Skill(
            table.word("id"),
            category,
            table.choice("kind", _KINDS),
            table.text("name"),
            table.text("definition"),
            _anchors(table),
        )


def _anchors(table: Table) -> tuple[Text, ...]:
    anchors = tuple(each.phrase() for each in table.tables("anchors"))
    if len(anchors) != len(Level):
        raise table.error("anchors", f"must have {len(Level)} entries, has {len(anchors)}")
    return anchors
