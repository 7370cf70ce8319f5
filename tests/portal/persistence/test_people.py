"""People are kept as they were given, and found by their id and their address."""

from dataclasses import replace
from datetime import date

import pytest

from assessments.bands import Band
from portal.persistence import database, people
from portal.persistence.failures import DatabaseError
from portal.persistence.ids import new_id
from tests.builders import MORNING
from tests.portal.persistence.saved import a_person

pytestmark = pytest.mark.usefixtures("store")


def test_everything_about_a_person_is_read_back() -> None:
    team = people.add_team("導入チーム")
    hana = a_person(
        "髙橋 花",
        email="hana@example.com",
        language="ja",
        time_zone="America/Los_Angeles",
        team=team,
        type_id="leader",
        band=Band.SENIOR,
        overlays=("partner", "voice"),
        starts_on=date(2024, 2, 29),
        left_on=date(9999, 12, 31),
    )
    database.commit()
    assert people.find(hana.id) == hana


def test_a_person_with_nothing_but_a_name_is_read_back() -> None:
    hana = a_person(type_id=None)
    database.commit()
    assert people.find(hana.id) == hana


def test_nobody_is_found_under_an_unknown_id_or_address() -> None:
    assert people.find(new_id()) is None
    assert people.find_by_email("nobody@example.com") is None


def test_saving_again_writes_over_what_was_there() -> None:
    team = people.add_team("Onboarding")
    hana = a_person(team=team, band=Band.JUNIOR, overlays=("partner",))
    database.commit()
    married = replace(hana, name="Hana Kato", team=None, band=Band.STANDARD, overlays=())
    people.save(married, MORNING)
    database.commit()
    assert people.find(hana.id) == married
    assert people.count() == 1


def test_language_and_time_zone_are_written_and_nothing_else() -> None:
    hana = a_person("Hana", band=Band.SENIOR)
    people.save_language(hana.id, "ja")
    people.save_time_zone(hana.id, "Asia/Seoul")
    database.commit()
    assert people.find(hana.id) == replace(hana, language="ja", time_zone="Asia/Seoul")
    people.save_time_zone(hana.id, None)
    database.commit()
    assert people.find(hana.id) == replace(hana, language="ja")


@pytest.mark.parametrize(
    "typed", ["HANA.sato@Example.COM", "  hana.sato@example.com\n", "ｈａｎａ.sato＠example.com"]
)
def test_an_address_is_the_same_in_every_spelling(typed: str) -> None:
    hana = a_person(email="Hana.Sato@example.com")
    database.commit()
    found = people.find_by_email(typed)
    assert found == replace(hana, email="hana.sato@example.com")


def test_a_second_person_with_the_same_address_is_refused_by_the_database() -> None:
    a_person(email="hana@example.com")
    with pytest.raises(DatabaseError):
        a_person("Somebody Else", email="ＨＡＮＡ@example.com")


def test_an_address_that_only_looks_alike_is_another_one() -> None:
    a_person(email="ıbrahim@example.com")
    assert people.find_by_email("ibrahim@example.com") is None


def test_a_person_in_a_team_that_is_not_there_is_refused() -> None:
    with pytest.raises(DatabaseError):
        a_person(team=people.Team(new_id(), "Ghosts"))


def test_people_are_found_by_addresses_in_their_normal_form() -> None:
    hana, ken = a_person("Hana"), a_person("Ken")
    addresses = [hana.email, "nobody@example.com", ken.email]
    assert people.with_addresses(addresses) == sorted([hana, ken], key=lambda each: each.id)


def test_more_addresses_than_one_statement_takes_are_found_too() -> None:
    staff = [a_person(f"Person {n:04}") for n in range(3)]
    many = [f"unknown{n}@example.com" for n in range(1200)]
    for place, person in zip((0, 600, 1100), staff, strict=True):
        many[place] = person.email
    assert {person.id for person in people.with_addresses(many)} == {each.id for each in staff}
