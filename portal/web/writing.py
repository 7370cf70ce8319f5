"""Requests that write take the database's write lock before they read."""

from flask import Flask, request

from portal.access.guard import READING
from portal.persistence.database import begin_mode


def install(app: Flask) -> None:
    """Choose the transaction mode of each request."""

    @app.before_request
    def choose_mode() -> None:
        begin_mode.set("DEFERRED" if request.method in READING else "IMMEDIATE")

    @app.teardown_request
    def back_to_reading(_problem: BaseException | None) -> None:
        begin_mode.set("DEFERRED")
