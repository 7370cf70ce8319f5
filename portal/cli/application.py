"""The application as a command opens it."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask

from portal import create_app
from portal.cli.exits import Unusable
from portal.cli.language import say, tell
from portal.config import Settings, read_settings
from portal.persistence import schema
from portal.persistence.failures import DatabaseError
from portal.setting_values import BadSetting


def the_settings() -> Settings:
    """Raises Unusable for a setting that cannot be used."""
    try:
        return read_settings()
    except BadSetting as problem:
        raise Unusable(tell(problem.message)) from problem


@contextmanager
def the_portal() -> Iterator[Flask]:
    """The application with its database open. Raises Unusable while that is not up to date."""
    app = create_app(the_settings())
    with app.app_context():
        require_current_schema()
        yield app


def require_current_schema() -> None:
    """Raises Unusable unless the database is at the revision of this version."""
    require_known_schema()
    if not schema.is_current():
        raise Unusable(
            say(
                "データベースが準備されていません。portal init を実行してください。",
                "The database is not ready. Run: portal init",
            )
        )


def require_known_schema() -> None:
    """Raises Unusable for a database that does not answer or that a newer version has written."""
    try:
        is_known = schema.is_known()
    except DatabaseError as problem:
        raise Unusable(
            say(
                f"データベースに接続できません: {problem.orig}",
                f"The database does not answer: {problem.orig}",
            )
        ) from problem
    if not is_known:
        raise Unusable(
            say(
                "このデータベースはより新しい版のポータルで作られています。新しい版を使ってください。",
                "A newer version of the portal wrote this database. Use that version.",
            )
        )
