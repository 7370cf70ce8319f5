"""Role × route × relation × state: every answer of the portal equals the table."""

import pytest
from flask import Flask

from portal.access.guard import DOOR, PUBLIC, ViewWithoutDoor, check_doors
from portal.access.rules import TABLE, Permission
from tests.access import expected
from tests.access.walk import cells, checkpoint, wrong_cells
from tests.access.world import State, build

LEAST_CELLS = 2000


@pytest.fixture
def open_forms(app: Flask) -> Flask:
    """The application as the walk needs it: no CSRF tokens, no limits."""
    app.config.update(WTF_CSRF_ENABLED=False, RATELIMIT_ENABLED=False)
    return app


@pytest.mark.parametrize("state", State)
def test_every_door_answers_as_the_table_says(open_forms: Flask, state: State) -> None:
    world = build(open_forms, state)
    checkpoint(open_forms)
    asked = list(cells(open_forms, world, state))
    assert len(asked) * len(State) >= LEAST_CELLS
    assert wrong_cells(open_forms, world, state, asked) == []


def test_a_removed_guard_is_noticed_on_every_route(open_forms: Flask) -> None:
    world = build(open_forms, State.BOTH_IN)
    checkpoint(open_forms)
    asked = list(cells(open_forms, world, State.BOTH_IN))
    for endpoint in {cell.endpoint for cell in asked}:
        guarded = open_forms.view_functions[endpoint]
        open_forms.view_functions[endpoint] = _unguarded
        of_endpoint = [cell for cell in asked if cell.endpoint == endpoint]
        assert wrong_cells(open_forms, world, State.BOTH_IN, of_endpoint), endpoint
        open_forms.view_functions[endpoint] = guarded


def test_who_is_signed_out_is_sent_to_sign_in_for_reading_and_stopped_in_writing(
    open_forms: Flask,
) -> None:
    client = open_forms.test_client()
    sent = [client.open("/accounts/settings", method=method) for method in ("GET", "HEAD")]
    assert [each.status_code for each in sent] == [302, 302]
    assert len({each.location for each in sent}) == 1
    assert client.post("/accounts/settings").status_code == 401


def test_every_permission_has_a_rule_and_an_expectation() -> None:
    by_state = {Permission.WRITE_ASSESSMENT, Permission.READ_WRITTEN, Permission.COMPARE}
    assert set(TABLE) == set(Permission) == set(expected.BY_VIEWER) | by_state


def test_every_permission_stands_at_some_door(app: Flask) -> None:
    doors = {getattr(view, DOOR, None) for view in app.view_functions.values()}
    assert set(Permission) <= doors - {None, PUBLIC}


def test_the_portal_does_not_start_with_a_view_without_a_door(app: Flask) -> None:
    app.view_functions["open_to_all"] = _unguarded
    with pytest.raises(ViewWithoutDoor):
        check_doors(app)


def _unguarded(**_arguments: object) -> str:
    return "let in"
