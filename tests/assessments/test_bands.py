"""Bands: what a junior and a senior are asked, compared with the standard."""

import pytest

from assessments.bands import Band, BandRules, for_band
from assessments.levels import Level
from tests.assessments.builders import library, need, profile

RULES = library().bands


def target(skill_id: str, standard: int, weight: int, band: Band) -> Level:
    (shifted,) = for_band((need(skill_id, standard, weight),), band, RULES)
    assert shifted.weight == weight
    return shifted.target


@pytest.mark.parametrize(("standard", "junior"), [(1, 1), (2, 1), (3, 2), (4, 3), (5, 4)])
def test_a_junior_is_asked_one_level_less_but_at_least_1(standard: int, junior: int) -> None:
    assert target("rel_trust", standard, 5, Band.JUNIOR) == junior


@pytest.mark.parametrize(("standard", "junior"), [(2, 2), (3, 2), (4, 3)])
def test_privacy_is_never_asked_below_2(standard: int, junior: int) -> None:
    assert target("data_privacy", standard, 5, Band.JUNIOR) == junior


def test_a_junior_is_never_asked_more_than_the_standard() -> None:
    assert target("data_privacy", 1, 5, Band.JUNIOR) == 1


@pytest.mark.parametrize("weight", [1, 4, 5, 30])
def test_the_standard_band_changes_nothing(weight: int) -> None:
    assert target("rel_trust", 3, weight, Band.STANDARD) == 3


@pytest.mark.parametrize(("weight", "senior"), [(1, 3), (4, 3), (5, 4), (14, 4)])
def test_a_senior_is_asked_one_level_more_where_the_weight_is_5_or_more(
    weight: int, senior: int
) -> None:
    assert target("rel_trust", 3, weight, Band.SENIOR) == senior


def test_no_senior_is_asked_more_than_the_scale_has() -> None:
    assert target("rel_trust", 5, 10, Band.SENIOR) == 5


def test_floors_are_rules_of_the_data_and_not_of_the_code() -> None:
    rules = BandRules(RULES.names, {"rel_trust": Level(3)})
    (shifted,) = for_band((need("rel_trust", 3, 5),), Band.JUNIOR, rules)
    assert shifted.target == 3


def test_the_bands_have_names_in_order_of_seniority() -> None:
    assert list(RULES.names) == list(Band)
    assert [name.ja for name in RULES.names.values()] == ["初級", "標準", "上級"]


@pytest.mark.parametrize("type_id", library().types)
def test_shipped_targets_rise_from_junior_to_senior(type_id: str) -> None:
    columns = [profile(type_id, band).requirements for band in Band]
    for junior, standard, senior in zip(*columns, strict=True):
        assert 1 <= junior.target <= standard.target <= senior.target <= 5
        assert junior.weight == standard.weight == senior.weight
