"""The published maps as they stand side by side on the first page."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.csm_types import CsmType
from assessments.skill_maps import Requirement
from portal.library import library
from portal.persistence import maps
from portal.persistence.maps import PublishedMap

HEAVIEST = 5


@dataclass(frozen=True, slots=True)
class Spine:
    """One published map in short."""

    published: PublishedMap
    heaviest: tuple[Requirement, ...]

    @property
    def type(self) -> CsmType:
        return self.published.publication.type


def shelf() -> Sequence[Spine]:
    """The newest map of each type, in the order of the library; later types come after."""
    order = {type_id: place for place, type_id in enumerate(library().types)}
    current = maps.current()
    return sorted(
        (Spine(each, each.publication.map.heaviest(HEAVIEST)) for each in current),
        key=lambda each: order.get(each.type.id, len(order)),
    )
