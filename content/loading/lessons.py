"""``lesson.toml``: the facts of a lesson, its exercise, self-check, figures and drills."""

from collections.abc import Mapping

from assessments.levels import Level
from assessments.loading.documents import Table
from assessments.skills import Skill
from content.lessons import Exercise, Format, Kind, Lesson, Option, Question, Sign
from content.loading.documents import known_only, known_words, plain

FACTS = ("kind", "format", "skills", "from", "to", "minutes", "requires", "title", "aim")
PARTS = ("exercise", "check", "figures", "drills")
MOST_MINUTES = 240

_KINDS = {kind.value: kind for kind in Kind}
_FORMATS = {format_.value: format_ for format_ in Format}


def lesson_in(document: Table, lesson_id: str, skills: Mapping[str, Skill]) -> Lesson:
    """The facts of one lesson. Raises LibraryError."""
    known_only(document, *FACTS, *PARTS)
    start, goal = document.number("from", 0, 4), document.number("to", 1, 5)
    if start >= goal:
        raise document.error("to", f"must be above from ({start})")
    return Lesson(
        lesson_id,
        plain(document, "title"),
        plain(document, "aim"),
        document.choice("kind", _KINDS),
        document.choice("format", _FORMATS),
        _skills(document, skills),
        Level(start),
        Level(goal),
        document.number("minutes", 5, MOST_MINUTES),
        document.words("requires"),
    )


def exercise_in(document: Table, lesson: Lesson) -> Exercise:
    """The exercise with a sign for the last two levels of each skill. Raises LibraryError."""
    table = document.table("exercise")
    known_only(table, "minutes", "signs")
    signs = tuple(_sign(each, lesson) for each in table.tables("signs"))
    seen = {(sign.skill.id, sign.level) for sign in signs}
    for skill in lesson.skills:
        for level in (lesson.goal - 1, lesson.goal):
            if (skill.id, level) not in seen:
                raise table.error("signs", f"{skill.id} has none for level {level}")
    if len(seen) < len(signs):
        raise table.error("signs", "a level of a skill has two")
    return Exercise(table.number("minutes", 1, MOST_MINUTES), signs)


def check_in(document: Table, lesson: Lesson) -> tuple[Question, ...]:
    """The self-check: 8 to 12 questions in a quiz, else 3 to 5. Raises LibraryError."""
    questions = tuple(map(question_in, document.tables("check")))
    least, most = (8, 12) if lesson.format is Format.QUIZ else (3, 5)
    if not least <= len(questions) <= most:
        raise document.error("check", f"must have {least} to {most}, has {len(questions)}")
    return questions


def question_in(table: Table) -> Question:
    """One question with 3 or 4 options, a, b, c …, one of them the key. Raises LibraryError."""
    known_only(table, "key", "question", "options")
    options = tuple(map(_option, table.tables("options")))
    ids = "".join(option.id for option in options)
    if ids not in ("abc", "abcd"):
        raise table.error("options", f"must be a, b, c or a, b, c, d in order, are {ids!r}")
    if table.word("key") not in ids:
        raise table.error("key", f"{table.word('key')!r} is no option")
    return Question(plain(table, "question"), options, table.word("key"))


def _skills(document: Table, skills: Mapping[str, Skill]) -> tuple[Skill, ...]:
    found = tuple(skills[each] for each in known_words(document, "skills", skills))
    if not found:
        raise document.error("skills", "is empty")
    return found


def _sign(table: Table, lesson: Lesson) -> Sign:
    known_only(table, "skill", "level", "text")
    skills = {skill.id: skill for skill in lesson.skills}
    skill = table.choice("skill", skills)
    return Sign(skill, Level(table.number("level", 0, lesson.goal)), plain(table, "text"))


def _option(table: Table) -> Option:
    known_only(table, "id", "text", "why")
    return Option(table.word("id"), plain(table, "text"), plain(table, "why"))
