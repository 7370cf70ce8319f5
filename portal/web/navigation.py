"""The main menu: what this viewer may open."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import Flask, request, url_for
from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from portal.access.guard import current_viewer
from portal.access.people import Viewer
from portal.access.rules import Permission, may


@dataclass(frozen=True, slots=True)
class Entry:
    """A menu entry: its endpoint, its words, and what it takes to see it."""

    endpoint: str
    label: LazyString
    permission: Permission


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str
    is_current: bool


MENU = (
    Entry("home.show", lazy_gettext("My home"), Permission.SEE_HOME),
    Entry("assess.overview", lazy_gettext("Assess"), Permission.SEE_ASSESSMENTS),
    Entry("results.mine", lazy_gettext("My result"), Permission.READ_OWN_RESULT),
    Entry("train.index", lazy_gettext("Training"), Permission.READ_TRAINING),
    Entry("team.matrix", lazy_gettext("Team"), Permission.SEE_TEAM),
    Entry("hire.index", lazy_gettext("Hiring"), Permission.READ_KITS),
    Entry("maps.index", lazy_gettext("Skill maps"), Permission.READ_MAPS),
    Entry("admin.people", lazy_gettext("Administration"), Permission.ADMINISTER),
)


def install(app: Flask) -> None:
    """Give templates the viewer and the menu."""

    @app.context_processor
    def menu() -> dict[str, Any]:
        viewer = current_viewer()
        links = tuple(_links(viewer)) if viewer else ()
        return {"viewer": viewer, "navigation": links, "demo": app.config["DEMO"]}


def _links(viewer: Viewer) -> Iterator[Link]:
    for entry in MENU:
        if may(viewer, entry.permission):
            yield Link(str(entry.label), url_for(entry.endpoint), _is_current(entry, viewer))


def _is_current(entry: Entry, viewer: Viewer) -> bool:
    """Whether this page is below the entry; the result of somebody else is not one's own."""
    area = (request.endpoint or "").partition(".")[0]
    about = (request.view_args or {}).get("person_id", viewer.id)
    is_own = entry.permission is not Permission.READ_OWN_RESULT or about == viewer.id
    return is_own and entry.endpoint.startswith(f"{area}.")
