"""Language, time zone and appearance."""

from http import HTTPStatus

from flask import abort, current_app, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.datastructures import MultiDict

from assessments.text import LANGUAGES, Language
from portal import clock
from portal.access.guard import current_viewer, public, requires, the_viewer
from portal.access.rules import Permission
from portal.accounts import actions
from portal.accounts.forms import SettingsForm
from portal.accounts.landing import landing
from portal.accounts.time_zones import choices, named
from portal.accounts.views import blueprint
from portal.web.fields import takes
from portal.web.language import THEMES, current_language, speaking


@blueprint.post("/language")
@public
@takes("language", "next")
def choose_language() -> ResponseReturnValue:
    language = _language(request.form.get("language"))
    session["language"] = language
    viewer = current_viewer()
    if viewer:
        actions.choose_language(viewer.id, language, clock.now())
    return redirect(landing(request.form.get("next")))


@blueprint.post("/theme")
@public
@takes("theme", "next")
def choose_theme() -> ResponseReturnValue:
    _keep_theme(request.form.get("theme"))
    return redirect(landing(request.form.get("next")))


@blueprint.get("/settings")
@requires(Permission.CHANGE_SETTINGS)
def settings() -> ResponseReturnValue:
    return _page(_form(None))


@blueprint.post("/settings")
@requires(Permission.CHANGE_SETTINGS)
@takes(SettingsForm)
def save_settings() -> ResponseReturnValue:
    form = _form(request.form)
    if not form.validate():
        return _page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    language = _language(form.language.data)
    zone = form.time_zone.data or None
    actions.change_settings(the_viewer().id, language, zone, clock.now())
    _keep_theme(form.theme.data)
    session["language"] = language
    with speaking(language):
        flash(gettext("Saved"), "success")
    return redirect(url_for("accounts.settings"))


def _form(typed: MultiDict[str, str] | None) -> SettingsForm:
    """The form as typed, or as things are now."""
    person = the_viewer().person
    own = {"language": current_language(), "time_zone": person.time_zone or ""}
    form = SettingsForm(typed, data=own | {"theme": session.get("theme", THEMES[0])})
    usual, language, now = current_app.config["TIME_ZONE"], current_language(), clock.now()
    ours = gettext("Same as the organisation: %(zone)s", zone=named(usual, language, now))
    zones = choices(person.time_zone or usual, language, now)
    form.offer({"": ours} | zones)
    return form


def _page(form: SettingsForm) -> str:
    return render_template("accounts/settings.html", form=form, person=the_viewer().person)


def _language(word: str | None) -> Language:
    return next((each for each in LANGUAGES if each == word), None) or abort(HTTPStatus.BAD_REQUEST)


def _keep_theme(word: str | None) -> None:
    session["theme"] = word if word in THEMES else abort(HTTPStatus.BAD_REQUEST)
