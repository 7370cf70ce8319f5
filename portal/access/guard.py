"""The door in front of every view: who is there, what is it about, may it be."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any
from uuid import UUID

from flask import Flask, abort, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from portal import clock
from portal.access.objects import FINDERS
from portal.access.people import Viewer
from portal.access.rules import TABLE, Permission, may
from portal.access.sessions import opened_ratings, visitor

View = Callable[..., ResponseReturnValue]

PUBLIC = "public"
"""The mark of a view that anybody may open."""

READING = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that never write; every other one gets its object locked."""

DOOR = "door"
"""The attribute of a view that holds its permission, or the mark PUBLIC."""

OPEN_ENDPOINTS = frozenset({"static"})
"""Endpoints that Flask brings along and anybody may open."""


class ViewWithoutDoor(Exception):
    """A view was registered that says neither who may open it nor that everybody may."""


def public(view: View) -> View:
    """Let anybody open this view."""
    setattr(view, DOOR, PUBLIC)
    return view


def requires(permission: Permission) -> Callable[[View], View]:
    """Let only those open the view whom the table allows.

    Where the permission is about an object, the view's URL has one id (``person_id``,
    ``round_id`` or ``assessment_id``); the view gets the object in its place.
    """

    def with_door(view: View) -> View:
        @wraps(view)
        def guarded(**arguments: Any) -> ResponseReturnValue:
            viewer = current_viewer()
            if viewer is None:
                return _to_sign_in()
            found = _object_of(permission, arguments)
            if not may(viewer, permission, *found):
                abort(404)
            return view(*found, **arguments)

        setattr(guarded, DOOR, permission)
        return guarded

    return with_door


def current_viewer() -> Viewer | None:
    """Who is signed in, with the roles of today; None for nobody. Read once per request."""
    if "viewer" not in g:
        g.viewer = _load_viewer()
    viewer: Viewer | None = g.viewer
    return viewer


def the_viewer() -> Viewer:
    """Who is signed in, behind a door that has let somebody in."""
    viewer = current_viewer()
    if viewer is None:
        raise LookupError("nobody is signed in")
    return viewer


def the_day() -> date:
    """The day it is where the organisation works."""
    return clock.today(current_app.config["TIME_ZONE"])


def check_doors(app: Flask) -> None:
    """Raises ViewWithoutDoor for the first endpoint that has no door."""
    for endpoint, view in app.view_functions.items():
        if not hasattr(view, DOOR) and endpoint not in OPEN_ENDPOINTS:
            raise ViewWithoutDoor(endpoint)


def _load_viewer() -> Viewer | None:
    found = visitor()
    if found is None or (found.person.left_on and found.person.left_on <= the_day()):
        return None
    return Viewer(found.person, found.roles, opened_ratings(), clock.now())


def _object_of(permission: Permission, arguments: dict[str, Any]) -> tuple[object, ...]:
    about = TABLE[permission].about
    if about is None:
        return ()
    key = next(name for name, value in arguments.items() if isinstance(value, UUID))
    is_writing = request.method not in READING
    found = FINDERS[about](arguments.pop(key), the_day(), for_update=is_writing)
    return (found,) if found is not None else abort(404)


def _to_sign_in() -> ResponseReturnValue:
    if request.method not in READING:
        abort(401)
    return redirect(url_for("accounts.sign_in", next=request.full_path.rstrip("?")))
