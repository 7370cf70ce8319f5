"""A result as a person reads it on a terminal."""

from fractions import Fraction

import click

from assessments.bands import Band
from assessments.ratings import Answer, Exemption
from assessments.results import Result
from assessments.scoring import as_percent
from assessments.skill_results import SkillResult, Source
from assessments.text import Text
from portal.access.standing import Seen
from portal.cli.columns import lined_up
from portal.cli.language import say, tell
from portal.persistence.people import Person

NOTHING = "–"
BANDS = {
    Band.JUNIOR: Text("初級", "junior"),
    Band.STANDARD: Text("標準", "standard"),
    Band.SENIOR: Text("上級", "senior"),
}
EXEMPTIONS = {
    Exemption.NOT_APPLICABLE: Text("対象外", "n/a"),
    Exemption.NOT_OBSERVED: Text("観察なし", "not observed"),
}
SOURCES = {
    Source.AGREED: Text("合意", "agreed"),
    Source.MANAGER: Text("上長", "manager"),
    Source.SELF: Text("自己", "self"),
}
HEADS = (
    Text("スキル", "Skill"),
    Text("自己", "Self"),
    Text("上長", "Manager"),
    Text("合意", "Agreed"),
    Text("レベル", "Level"),
    Text("出所", "Source"),
    Text("目標", "Target"),
    Text("重み", "Weight"),
    Text("ギャップ", "Gap"),
    Text("優先度", "Priority"),
)


def show_result(person: Person, seen: Seen | None) -> None:
    click.echo(f"{person.name} <{person.email}>")
    if seen is None:
        click.echo(
            say(
                "本人と上長の両方が提出した評価は、まだありません。",
                "There is no round yet in which both sides have handed in.",
            )
        )
        return
    profile, result = seen.result.profile, seen.result
    click.echo(f"{tell(profile.type.name)}, {tell(BANDS[profile.band])}, {seen.record.started_on}")
    click.echo(_sums(result))
    for table in (_categories(result), _skills(result)):
        click.echo()
        for line in lined_up(table):
            click.echo(line)


def _sums(result: Result) -> str:
    fit, coverage = _percent(result.fit), _percent(result.coverage)
    if result.fit is None:
        return say(
            f"評価済み割合 {coverage}(80%未満のため、適合度は表示しません)",
            f"Coverage {coverage} (below 80 %: no fit is shown)",
        )
    return say(f"適合度 {fit}、評価済み割合 {coverage}", f"Fit {fit}, coverage {coverage}")


def _categories(result: Result) -> list[tuple[str, ...]]:
    heads = (
        Text("カテゴリー", "Category"),
        Text("適合度", "Fit"),
        Text("評価済み割合", "Coverage"),
    )
    return [
        tuple(map(tell, heads)),
        *(
            (tell(each.category.name), _percent(each.fit), _percent(each.coverage))
            for each in result.categories
        ),
    ]


def _skills(result: Result) -> list[tuple[str, ...]]:
    return [tuple(map(tell, HEADS)), *map(_skill, result.skills)]


def _skill(each: SkillResult) -> tuple[str, ...]:
    return (
        tell(each.skill.name),
        *map(_answer, (each.self_answer, each.manager_answer, each.agreed_answer, each.answer)),
        tell(SOURCES[each.source]) if each.source else NOTHING,
        *map(_number, (each.target, each.requirement.weight, each.gap, each.priority)),
    )


def _answer(answer: Answer | None) -> str:
    return tell(EXEMPTIONS[answer]) if isinstance(answer, Exemption) else _number(answer)


def _number(number: int | None) -> str:
    return NOTHING if number is None else str(int(number))


def _percent(share: Fraction | None) -> str:
    return NOTHING if share is None else f"{as_percent(share)}%"
