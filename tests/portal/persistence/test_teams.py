"""Teams: one of each name, in order, and who works in them today."""

import pytest

from portal.persistence import database, people
from portal.persistence.failures import DatabaseError

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
