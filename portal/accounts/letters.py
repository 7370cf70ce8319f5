"""What the portal writes to people, sent after the answer so that no request waits for it."""

import logging
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

from flask import Flask, current_app, render_template
from flask_babel import force_locale, gettext
from flask_mailman import EmailMessage

from portal.accounts.reset_links import GOOD_FOR, link_for
from portal.persistence import people
from portal.persistence.accounts import AccountRecord
from portal.web.language import current_language

HOUR = 3600

log = logging.getLogger(__name__)

postman = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")


def send_reset_link(account: AccountRecord) -> None:
    """Write to the account's address how to choose a password, in the person's language."""
    person = people.find(account.person_id)
    language = (person.language if person else None) or current_language()
    hours = int(GOOD_FOR.total_seconds()) // HOUR
    with force_locale(language):
        subject = gettext("Choose your password for the CSM Skill Portal")
        body = render_template(
            "accounts/reset_letter.txt", name=account.name, link=link_for(account), hours=hours
        )
    letter = EmailMessage(subject, body, to=[account.email])
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # the app itself
    postman.submit(_deliver, app, letter, account.person_id)


def _deliver(app: Flask, letter: EmailMessage, person_id: UUID) -> None:
    """What goes wrong is logged without the address, and nobody is told: it would give away
    who has an account."""
    with app.app_context():
        try:
            letter.send()
        except (OSError, ValueError) as problem:
            log.error("mail to person %s was not sent: %s", person_id, type(problem).__name__)
