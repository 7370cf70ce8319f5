"""One map as a document to read: for a band and with the duties that were added."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.bands import band_of
from assessments.overlays import Overlay
from assessments.profiles import Profile
from assessments.publications import Publication
from assessments.skill_maps import Requirement
from assessments.skills import Category
from assessments.text import Text
from portal.library import library
from portal.persistence.maps import PublishedMap


@dataclass(frozen=True, slots=True)
class Entry:
    """One skill as it is asked for; ``usual`` is what the standard band asks without duties."""

    need: Requirement
    usual: Requirement | None

    @property
    def is_changed(self) -> bool:
        return self.need != self.usual


@dataclass(frozen=True, slots=True)
class Section:
    """One category with its share of the weights in percent."""

    category: Category
    weight: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class MapDocument:
    """A published map as it applies to one band and these duties."""

    published: PublishedMap
    profile: Profile

    @property
    def publication(self) -> Publication:
        return self.published.publication

    @property
    def overlays(self) -> Sequence[tuple[Overlay, bool]]:
        return self.publication.duties(self.profile)

    @property
    def added(self) -> Sequence[Text]:
        """The names of the duties that are added."""
        return [overlay.name for overlay, is_added in self.overlays if is_added]

    @property
    def sections(self) -> tuple[Section, ...]:
        return tuple(self._section(category) for category in self.profile.map.categories)

    @property
    def suits(self) -> Sequence[tuple[Text, Text]]:
        """Questions of the type finder and the answers that speak for this type."""
        return [
            (question.text, option.label)
            for question in library().type_finder
            for option in question.options
            if option.points.get(self.publication.type.id)
        ]

    def _section(self, category: Category) -> Section:
        usual = self.publication.map.by_skill
        needs = self.profile.map.in_category(category)
        entries = tuple(Entry(need, usual.get(need.skill.id)) for need in needs)
        return Section(category, sum(need.weight for need in needs), entries)


def document_of(published: PublishedMap, band: str, overlay_ids: Sequence[str]) -> MapDocument:
    """The document for a band and duties by id; unknown ones count as standard and none."""
    return MapDocument(published, published.publication.profile(band_of(band), overlay_ids))
