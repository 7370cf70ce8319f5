"""What is written is read back, on both databases."""

from datetime import date

from flask import Flask

from portal.persistence import lines, people, roles, rounds
from tests import builders


def test_a_round_is_read_back_as_it_was_written(either_app: Flask) -> None:
    boss = builders.a_manager(either_app)
    hana = builders.a_person(either_app, manager=boss)
    round_id = builders.a_round(either_app, hana, by_self=3, rater=boss, by_manager=2)
    with either_app.app_context():
        record = rounds.find(round_id)
        assert record and record.round.is_revealed
        assert rounds.latest_revealed([hana.id])[hana.id].id == round_id
        assert lines.managers_of([hana.id], date(2026, 11, 1)) == {hana.id: (boss.id,)}
        assert people.search("hana", limit=5)[0] == hana
        assert people.count("%") == 0
        assert roles.roles_of(boss.id, date(2026, 11, 1))
