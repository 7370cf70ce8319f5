"""Who works in the demo organisation."""

from collections.abc import Sequence

import pytest
from flask import Flask

from assessments.bands import Band
from assessments.rounds import RoundState
from portal.demo import cast
from portal.library import library
from portal.persistence import accounts, lines, people, roles, rounds
from portal.persistence.people import Person
from portal.persistence.roles import Role
from tests.demo_facts import TODAY, history, the

pytest_plugins = ["tests.demo_portal"]

NAMED = [getattr(cast, name) for name in dir(cast) if name.isupper()]


def test_26_people_work_in_three_teams_under_one_head(demo_people: Sequence[Person]) -> None:
    assert len(demo_people) == 26
    assert len({person.team for person in demo_people if person.team}) == 3
    leaders = lines.reports_of(the(cast.HEAD).id, TODAY)
    assert [person.type_id for person in people.among(leaders)] == ["leader"] * 3


def test_every_type_every_band_and_both_overlays_occur(demo_people: Sequence[Person]) -> None:
    assert {person.type_id for person in demo_people} == {*library().types, None}
    assert {person.band for person in demo_people} == set(Band)
    assert {each for person in demo_people for each in person.overlays} == {*library().overlays}


def test_the_longest_name_has_40_characters(demo_people: Sequence[Person]) -> None:
    longest = max(demo_people, key=lambda person: len(person.name))
    assert longest.email == cast.LONG_NAME
    assert len(longest.name) == 40


@pytest.mark.parametrize("email", [each for each in NAMED if "@" in each])
@pytest.mark.usefixtures("demo_portal")
def test_everybody_whom_the_cast_names_is_there(email: str) -> None:
    assert the(email).email == email


@pytest.mark.usefixtures("demo_portal")
def test_who_is_offered_one_click_has_the_role_that_is_promised() -> None:
    assert {email: roles.roles_of(the(email).id, TODAY) for email in cast.ONE_CLICK} == {
        cast.CSM: {Role.CSM},
        cast.MANAGER: {Role.CSM, Role.MANAGER},
        cast.HEAD: {Role.MANAGER},
        cast.ADMIN: {Role.ADMIN},
    }


@pytest.mark.usefixtures("demo_portal")
def test_who_has_left_can_do_nothing_any_more() -> None:
    left = the(cast.HAS_LEFT)
    account = accounts.find(left.id)
    assert account is not None
    assert not account.is_active
    assert roles.roles_of(left.id, TODAY) == frozenset()
    assert lines.managers_of([left.id], TODAY) == {left.id: ()}
    states = [record.round.state for record in history(left.email)]
    assert states == [RoundState.FINALISED] * 2


@pytest.mark.usefixtures("demo_portal")
def test_the_manager_has_people_to_rate_and_people_to_agree_with() -> None:
    reports = lines.reports_of(the(cast.MANAGER).id, TODAY)
    under_way = rounds.open_among(reports).values()
    assert len(reports) == 9
    assert sum(each.round.is_revealed for each in under_way) == 3
    assert sum(each.round.by_manager is None for each in under_way) == 3


def test_the_one_click_roles_are_named_in_both_languages(demo_portal: Flask) -> None:
    assert all(role.ja and role.en and role.ja != role.en for role in cast.ONE_CLICK.values())
