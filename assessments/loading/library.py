"""The library: everything that is shipped as data, loaded into immutable types."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assessments.bands import BandRules
from assessments.csm_types import CsmType
from assessments.levels import Level, LevelDescription
from assessments.loading.documents import Table, read_document
from assessments.loading.skills import category_in, skills_in
from assessments.loading.types import bands_in, maps_in, overlays_in, questions_in
from assessments.overlays import Overlay
from assessments.publications import Publication
from assessments.skill_maps import SkillMap
from assessments.skills import Category, Skill
from assessments.type_finder import Question

SHIPPED = Path(__file__).parent.parent / "library"
CATEGORY_ORDER = ("rel", "con", "life", "data", "kn", "ops", "mind")


@dataclass(frozen=True, slots=True)
class Library:
    """Skills and types in table order, with the first published map of each type.

    All mappings are keyed by id.
    """

    levels: tuple[LevelDescription, ...]
    categories: Mapping[str, Category]
    skills: Mapping[str, Skill]
    types: Mapping[str, CsmType]
    maps: Mapping[str, SkillMap]
    bands: BandRules
    overlays: Mapping[str, Overlay]
    type_finder: tuple[Question, ...]

    @property
    def publications(self) -> tuple[Publication, ...]:
        """The shipped maps, ready to be published."""
        return tuple(
            Publication(each, self.table, self.bands, self.overlays) for each in self.maps.values()
        )

    @property
    def table(self) -> tuple[Skill, ...]:
        """All skills in table order."""
        return tuple(self.skills.values())


def load_library(folder: Path = SHIPPED) -> Library:
    """Read and check every data file below ``folder``. Raises LibraryError."""
    categories, skills = _skills(folder / "skills")
    maps = {each.type.id: each for each in maps_in(read_document(folder / "types.toml"), skills)}
    types = {type_id: each.type for type_id, each in maps.items()}
    overlays = overlays_in(read_document(folder / "overlays.toml"), skills)
    questions = questions_in(read_document(folder / "type_finder.toml"), types)
    return Library(
        levels=levels_in(read_document(folder / "levels.toml")),
        categories=categories,
        skills=skills,
        types=types,
        maps=maps,
        bands=bands_in(read_document(folder / "bands.toml"), skills),
        overlays={each.id: each for each in overlays},
        type_finder=tuple(questions),
    )


def _skills(folder: Path) -> tuple[dict[str, Category], dict[str, Skill]]:
    categories: dict[str, Category] = {}
    skills: dict[str, Skill] = {}
    for category_id in CATEGORY_ORDER:
        document = read_document(folder / f"{category_id}.toml")
        category = categories[category_id] = category_in(document)
        if category.id != category_id:
            raise document.error("category.id", f"must be {category_id}")
        for skill in skills_in(document, category):
            if skill.id in skills:
                raise document.error(f"skills[{skill.id}]", "stands twice")
            skills[skill.id] = skill
    return categories, skills


def levels_in(document: Table) -> tuple[LevelDescription, ...]:
    """All six levels in order, from ``levels.toml``."""
    levels = tuple(
        LevelDescription(
            Level(table.number("level", 0, 5)), table.text("name"), table.text("definition")
        )
        for table in document.tables("levels")
    )
    if [each.level for each in levels] != list(Level):
        raise document.error("levels", "must be 0 to 5 in order")
    return levels
