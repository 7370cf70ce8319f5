"""Names, by id, of what the published maps hold."""

from collections.abc import Mapping

from assessments.text import Text
from portal.persistence import maps


def type_names() -> Mapping[str, Text]:
    """Names of the types that have a published map, by id."""
    types = (each.publication.type for each in maps.current())
    return {each.id: each.name for each in types}


def skill_names() -> Mapping[str, Text]:
    """Names of the skills of all published maps, by id."""
    skills = (skill for each in maps.current() for skill in each.publication.table)
    return {skill.id: skill.name for skill in skills}
