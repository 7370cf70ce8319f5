"""Bands: how seniority shifts the targets of a map."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from assessments.levels import Level
from assessments.skill_maps import Requirement
from assessments.text import Text

SENIOR_FROM_WEIGHT = 5
"""Only skills with at least this weight ask more of a senior."""


class Band(StrEnum):
    JUNIOR = "junior"
    STANDARD = "standard"
    SENIOR = "senior"


def band_of(word: str) -> Band:
    """The band of this name; standard where there is none of it."""
    return Band(word) if word in list(Band) else Band.STANDARD


@dataclass(frozen=True, slots=True)
class BandRules:
    """Names of the bands, and by skill id the lowest target that a junior may have."""

    names: Mapping[Band, Text]
    floors: Mapping[str, Level]


def for_band(
    requirements: tuple[Requirement, ...], band: Band, rules: BandRules
) -> tuple[Requirement, ...]:
    """The same requirements with the targets of the band; weights stay.

    Junior: one lower, but not below 1 or the floor of the skill, and never above the standard.
    Senior: one higher, at most 5, for skills with a weight of 5 or more.
    Source: docs/rules.md, Bands.
    """
    return tuple(
        replace(each, target=Level(_target(each, band, rules.floors))) for each in requirements
    )


def _target(requirement: Requirement, band: Band, floors: Mapping[str, Level]) -> int:
    target = requirement.target
    if band is Band.JUNIOR:
        floor = floors.get(requirement.skill.id, Level.AWARE)
        return min(target, max(target - 1, floor))
    if band is Band.SENIOR and requirement.weight >= SENIOR_FROM_WEIGHT:
        return min(target + 1, Level.LEADING)
    return target
