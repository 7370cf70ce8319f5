"""Types with their maps, bands, overlays and the type finder."""

from collections.abc import Container, Iterator, Mapping

from assessments.bands import Band, BandRules
from assessments.csm_types import CsmType
from assessments.levels import Level
from assessments.loading.documents import Table
from assessments.overlays import Overlay, OverlayRule
from assessments.skill_maps import WEIGHT_TOTAL, Requirement, SkillMap
from assessments.skills import Skill
from assessments.type_finder import Option, Question

FIRST_VERSION = 1

_BANDS = {band.value: band for band in Band}


def maps_in(document: Table, skills: Mapping[str, Skill]) -> Iterator[SkillMap]:
    """One map per type, in the order of the file."""
    for table in document.tables("types"):
        yield map_in(table, skills, FIRST_VERSION)


def map_in(table: Table, skills: Mapping[str, Skill], version: int) -> SkillMap:
    """The map of one type, with its requirements in the order of the skill table."""
    csm_type = CsmType(table.word("id"), table.text("name"), table.text("definition"))
    needs = table.table("skills")
    _only_known(needs, skills)
    requirements = tuple(
        _requirement(needs.table(skill_id), skill)
        for skill_id, skill in skills.items()
        if skill_id in needs.values
    )
    try:
        return SkillMap(csm_type, version, requirements)
    except ValueError as problem:
        raise table.error("skills", str(problem)) from problem


def bands_in(document: Table, skills: Mapping[str, Skill]) -> BandRules:
    bands = document.tables("bands")
    names = {table.choice("id", _BANDS): table.text("name") for table in bands}
    if len(names) != len(Band):
        raise document.error("bands", f"must name {', '.join(Band)}")
    floors = document.table("junior_floors")
    _only_known(floors, skills)
    return BandRules(names, {each: Level(floors.number(each, 1, 5)) for each in floors.values})


def overlays_in(document: Table, skills: Mapping[str, Skill]) -> Iterator[Overlay]:
    for table in document.tables("overlays"):
        needs = table.table("skills")
        _only_known(needs, skills)
        rules = tuple(_rule(needs.table(each), skills[each]) for each in needs.values)
        yield Overlay(table.word("id"), table.text("name"), table.text("definition"), rules)


def questions_in(document: Table, types: Mapping[str, CsmType]) -> Iterator[Question]:
    for table in document.tables("questions"):
        options = tuple(_option(each, types) for each in table.tables("options"))
        yield Question(table.word("id"), table.text("text"), options)


def _requirement(table: Table, skill: Skill) -> Requirement:
    target = Level(table.number("target", Level.AWARE, Level.LEADING))
    return Requirement(skill, target, table.number("weight", 1, WEIGHT_TOTAL))


def _rule(table: Table, skill: Skill) -> OverlayRule:
    _only_known(table, ("target", "weight", "added_weight"))
    weights = {
        key: table.number(key, 1, WEIGHT_TOTAL) if key in table.values else 0
        for key in ("weight", "added_weight")
    }
    target = Level(table.number("target", Level.AWARE, Level.LEADING))
    return OverlayRule(skill, target, weights["weight"], weights["added_weight"])


def _option(table: Table, types: Mapping[str, CsmType]) -> Option:
    points = table.table("points")
    _only_known(points, types)
    scores = {each: points.number(each, 1, 10) for each in points.values}
    return Option(table.word("id"), table.text("label"), scores)


def _only_known(table: Table, known: Container[str]) -> None:
    for key in table.values:
        if key not in known:
            raise table.error(key, "is not known here")
