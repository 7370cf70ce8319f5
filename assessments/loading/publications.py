"""Publications to plain documents and back, so that they can be kept as they were."""

from typing import Any

from assessments.levels import Level
from assessments.loading.documents import Table
from assessments.loading.skills import category_in, skills_in
from assessments.loading.types import bands_in, map_in, overlays_in
from assessments.overlays import Overlay
from assessments.publications import Publication
from assessments.skills import Category, Skill
from assessments.text import Text

Document = dict[str, Any]


def to_document(publication: Publication) -> Document:
    """JSON-ready dictionaries and lists; ``from_document`` gives the same publication back."""
    return {
        "type": {
            "id": publication.type.id,
            "name": _text(publication.type.name),
            "definition": _text(publication.type.definition),
            "skills": {
                each.skill.id: {"target": int(each.target), "weight": each.weight}
                for each in publication.map.requirements
            },
        },
        "categories": _categories(publication.table),
        "bands": [
            {"id": band.value, "name": _text(name)}
            for band, name in publication.bands.names.items()
        ],
        "junior_floors": {
            skill_id: int(floor) for skill_id, floor in publication.bands.floors.items()
        },
        "overlays": [_overlay(each) for each in publication.overlays.values()],
    }


def from_document(document: Document, version: int) -> Publication:
    """Raises LibraryError when the document is not one of ours."""
    root = Table("publication", "", document)
    skills: dict[str, Skill] = {}
    for table in root.tables("categories"):
        skills |= {each.id: each for each in skills_in(table, category_in(table))}
    return Publication(
        map_in(root.table("type"), skills, version),
        tuple(skills.values()),
        bands_in(root, skills),
        {each.id: each for each in overlays_in(root, skills)},
    )


def _categories(table: tuple[Skill, ...]) -> list[Document]:
    categories = dict.fromkeys(skill.category for skill in table)
    return [
        {
            "category": _category(category),
            "skills": [_skill(skill) for skill in table if skill.category == category],
        }
        for category in categories
    ]


def _category(category: Category) -> Document:
    return {"id": category.id, "name": _text(category.name)}


def _skill(skill: Skill) -> Document:
    return {
        "id": skill.id,
        "kind": skill.kind.value,
        "name": _text(skill.name),
        "definition": _text(skill.definition),
        "anchors": [_text(anchor) for anchor in skill.anchors],
    }


def _overlay(overlay: Overlay) -> Document:
    return {
        "id": overlay.id,
        "name": _text(overlay.name),
        "definition": _text(overlay.definition),
        "skills": {
            rule.skill.id: _rule(rule.least_target, rule.least_weight, rule.added_weight)
            for rule in overlay.rules
        },
    }


def _rule(target: Level, weight: int, added_weight: int) -> Document:
    weights = {"weight": weight, "added_weight": added_weight}
    return {"target": int(target)} | {key: value for key, value in weights.items() if value}


def _text(text: Text) -> Document:
    return {"ja": text.ja, "en": text.en}
