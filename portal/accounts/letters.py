"""What the portal writes to people, in a thread of its own: no request waits for it."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from flask import Flask, current_app
from flask_babel import gettext
from flask_mailman import EmailMessage

from assessments.text import Language
from portal.accounts.actions.proving import may_be_used
from portal.accounts.reset_links import GOOD_FOR, link_for
from portal.persistence import people
from portal.persistence.accounts import AccountRecord
from portal.persistence.failures import DatabaseError
from portal.web.language import current_language, speaking

HOUR = 3600

log = logging.getLogger(__name__)

postman = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")


def reset_link_for(account: AccountRecord | None, today: date) -> Callable[[], None]:
    """What sends the link, to be called when the answer is out: that takes as long for nobody.

    It is sent to an account that may be used, in the person's language or else in this page's.
    """
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # the app itself
    language = current_language()

    def send() -> None:
        postman.submit(_send_reset_link, app, account, today, language)

    return send


def _send_reset_link(
    app: Flask, account: AccountRecord | None, today: date, language: Language
) -> None:
    """What goes wrong is logged without the address, and nobody is told: it would give away
    who has an account."""
    if account is None:
        return
    with app.app_context():
        try:
            if may_be_used(account, today):
                _reset_letter(account, language).send()
        except (OSError, ValueError, DatabaseError) as problem:
            kind = type(problem).__name__
            log.error("mail to person %s was not sent: %s", account.person_id, kind)


def _reset_letter(account: AccountRecord, language: Language) -> EmailMessage:
    person = people.find(account.person_id)
    hours = int(GOOD_FOR.total_seconds()) // HOUR
    with speaking((person.language if person else None) or language):
        subject = gettext("Choose your password for the CSM Skill Portal")
        template = current_app.jinja_env.get_template("accounts/reset_letter.txt")
        body = template.render(name=account.name, link=link_for(account), hours=hours)
    return EmailMessage(subject, body, to=[account.email])
