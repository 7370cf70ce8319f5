"""Searching people: words are taken literally, the order is total, and every list ends."""

from dataclasses import replace

import pytest

from portal.persistence import people
from portal.persistence.ids import new_id
from portal.persistence.people import Person
from tests.builders import MORNING
from tests.portal.persistence.saved import a_newcomer, a_person

pytestmark = pytest.mark.usefixtures("store")


def names(words: str, **bounds: int) -> list[str]:
    return [person.name for person in people.search(words, **{"limit": 100, **bounds})]


def test_a_part_of_the_name_the_address_or_the_team_is_enough() -> None:
    a_person("Hana Sato", team=people.add_team("Renewals"))
    a_person("Ken Mori", email="renko@example.com")
    a_person("Aya Abe")
    assert names("ana") == ["Hana Sato"]
    assert names("ren") == ["Hana Sato", "Ken Mori"]
    assert names("") == ["Aya Abe", "Hana Sato", "Ken Mori"]


def test_capitals_make_no_difference() -> None:
    a_person("Hana Sato")
    assert names("hANA sATO") == ["Hana Sato"]


def test_japanese_is_found_by_any_part_of_it() -> None:
    a_person("髙橋 花", email="t@example.com", team=people.add_team("導入チーム"))
    a_person("高橋 花", email="h@example.com")
    assert names("髙") == ["髙橋 花"]
    assert names("橋 花") == ["高橋 花", "髙橋 花"]
    assert names("入チ") == ["髙橋 花"]


@pytest.mark.parametrize("sign", ["%", "_", "\\", "'", '"', "/", "*", "[a]", "'; --", "\\%"])
def test_every_sign_stands_for_itself(sign: str) -> None:
    a_person("Hana Sato")
    a_person(f"Ken {sign} Mori", email="ken@example.com")
    assert names(sign) == [f"Ken {sign} Mori"]
    assert people.count(sign) == 1


def test_a_very_long_search_finds_nobody() -> None:
    a_person("Hana Sato")
    assert names("hana" * 2500) == []


def namesakes(count: int) -> list[Person]:
    """People of one name, in the order of their ids."""
    staff = [a_person("Hana Sato", email=f"{n}@example.com") for n in range(count)]
    return sorted(staff, key=lambda person: person.id)


def test_people_of_the_same_name_keep_their_order() -> None:
    same = namesakes(3)
    assert people.search("Hana", limit=10) == same


def test_pages_show_everybody_once() -> None:
    staff = namesakes(7)
    pages = [people.search("", limit=3, offset=offset) for offset in (0, 3, 6, 9)]
    assert [len(page) for page in pages] == [3, 3, 1, 0]
    assert [person for page in pages for person in page] == staff


def test_the_count_is_of_everybody_the_search_would_find() -> None:
    for name in ("Hana Sato", "Hana Mori", "Ken Abe"):
        a_person(name)
    assert (people.count(), people.count("hana"), people.count("nobody")) == (3, 2, 0)


def test_chosen_people_come_by_name_and_unknown_ids_are_passed_over() -> None:
    ken, aya, _ = a_person("Ken"), a_person("Aya"), a_person("Not Asked For")
    assert people.among([ken.id, new_id(), aya.id]) == [aya, ken]
    assert people.among([]) == []


def test_many_people_are_saved_at_once() -> None:
    renamed = [replace(a_person(f"Person {n}"), name=f"Renamed {n}") for n in range(2)]
    fresh = [a_newcomer(f"Newcomer {n}") for n in range(510)]
    people.save_all(renamed + fresh, MORNING)
    assert (people.count(), people.count("Renamed")) == (512, 2)
