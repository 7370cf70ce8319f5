"""Teams: one of each name, in order, and who works in them today."""

from datetime import date

import pytest

from portal.persistence import database, people
from portal.persistence.failures import DatabaseError
from portal.persistence.ids import new_id
from tests.portal.persistence.saved import a_person

pytestmark = pytest.mark.usefixtures("store")


def test_teams_come_by_name_and_no_more_than_wanted() -> None:
    kept = [people.add_team(name) for name in ("Support", "導入", "Enterprise")]
    database.commit()
    assert people.teams() == [kept[2], kept[0], kept[1]]
    assert people.teams(limit=1) == [kept[2]]


def test_a_second_team_of_the_same_name_is_refused_by_the_database() -> None:
    people.add_team("Enterprise")
    people.add_team("Enterprise")
    with pytest.raises(DatabaseError):
        database.commit()


def test_a_team_shows_by_name_who_has_not_left() -> None:
    team, other = people.add_team("Enterprise"), people.add_team("Support")
    hana, aya = a_person("Hana", team=team), a_person("Aya", team=team)
    a_person("Gone", team=team, left_on=date(2026, 3, 31))
    a_person("Elsewhere", team=other)
    a_person("Nowhere")
    assert people.in_team(team.id, limit=10) == [aya, hana]
    assert people.in_team(team.id, limit=1) == [aya]
    assert people.in_team(new_id(), limit=10) == []
