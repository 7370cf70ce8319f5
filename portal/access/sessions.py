"""Who is signed in on this browser, since when, and what that session may hold: times and ids."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from flask import Flask, current_app, flash, request, session
from flask_babel import gettext
from flask_login import LoginManager, current_user, login_user, logout_user

from portal import clock
from portal.persistence import visitors
from portal.persistence.accounts import AccountRecord
from portal.persistence.visitors import Visitor

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=12)
NOTED_EVERY = timedelta(minutes=1)
"""How often a visit is noted in the cookie; an answer in between leaves the cookie alone."""
RATINGS_OPEN_FOR = timedelta(minutes=15)
"""How long one reason lets an administrator read the ratings of one person."""

TOKEN = "csrf_token"  # noqa: S105 (a name, Flask-WTF's)
TASTES = ("language", "theme")
"""What a browser keeps when somebody signs in or out."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account that may be used, in the words of Flask-Login."""

    uniquifier: str
    visitor: Visitor | None
    is_authenticated: bool = True
    is_active: bool = True
    is_anonymous: bool = False

    def get_id(self) -> str:
        return self.uniquifier


def install(app: Flask) -> None:
    """Sign out who has been away for 30 minutes, or signed in 12 hours ago."""
    manager = LoginManager(app, add_context_processor=False)
    manager.session_protection = None
    manager.user_loader(_load)
    # Nobody is remembered here, and a look into every session keeps static files out of caches.
    app.after_request_funcs[None].remove(manager._update_remember_cookie)
    app.before_request(_check)


def begin(record: AccountRecord) -> None:
    """Sign this account in, in a session that shares nothing with the one before.

    Only who was signed out for being away may send once more what was typed before that.
    """
    token = session.get(TOKEN) if session.get("away") == record.person_id.hex else None
    end()
    login_user(Account(record.uniquifier, _visitor(record.uniquifier)))
    session["began"] = session["seen"] = clock.now().isoformat()
    if token:
        session[TOKEN] = token


def end() -> None:
    """Leave nothing of the session but the language and the theme."""
    kept = {taste: session[taste] for taste in TASTES if taste in session}
    logout_user()
    session.clear()
    session.update(kept)


def visitor() -> Visitor | None:
    """The person whose account this session holds, with the roles of today."""
    account: Any = current_user
    return account.visitor if account.is_authenticated else None


def open_ratings(person_id: UUID) -> None:
    """Remember that the ratings of this person were opened just now, with a reason."""
    until = clock.now() + RATINGS_OPEN_FOR
    session["opened"] = session.get("opened", {}) | {person_id.hex: until.isoformat()}


def opened_ratings() -> frozenset[UUID]:
    """People whose ratings are open to this session."""
    moment = clock.now()
    opened: dict[str, str] = session.get("opened", {})
    return frozenset(
        UUID(person_id)
        for person_id, until in opened.items()
        if datetime.fromisoformat(until) > moment
    )


def _load(uniquifier: str) -> Account | None:
    found = _visitor(uniquifier)
    return Account(uniquifier, found) if found else None


def _visitor(uniquifier: str) -> Visitor | None:
    return visitors.find(uniquifier, clock.today(current_app.config["TIME_ZONE"]))


def _check() -> None:
    found = visitor() if request.endpoint != "static" else None
    if found is None:
        return
    moment = clock.now()
    began, seen = _noted("began"), _noted("seen")
    if began is None or seen is None or moment - began > ABSOLUTE or moment - seen > IDLE:
        _end_for(found.person.id)
    elif moment - seen > NOTED_EVERY:
        session["seen"] = moment.isoformat()


def _end_for(person_id: UUID) -> None:
    token = session.get(TOKEN)
    end()
    session.update({"away": person_id.hex, TOKEN: token} if token else {})
    flash(gettext("You were signed out because you had been away. Sign in to go on."))


def _noted(key: str) -> datetime | None:
    value = session.get(key)
    return datetime.fromisoformat(value) if value else None
