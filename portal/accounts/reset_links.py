"""Links that let somebody choose a password: signed, good for two hours, and good once."""

import hmac
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from portal.persistence import accounts
from portal.persistence.accounts import AccountRecord

GOOD_FOR = timedelta(hours=2)


def link_for(account: AccountRecord) -> str:
    """The whole address, under the portal's own name whatever the request called it."""
    token = _signer().dumps([account.person_id.hex, _mark_of(account)])
    path = current_app.url_map.bind("").build("accounts.reset_password", {"token": token})
    return f"{current_app.config['PORTAL'].base_url}{path}"


def account_of(token: str) -> AccountRecord | None:
    """The account a link was sent for; None when it is forged, too old or used."""
    try:
        person_id, mark = _signer().loads(token, max_age=int(GOOD_FOR.total_seconds()))
    except BadData:
        return None
    account = accounts.find(UUID(person_id))
    is_unused = account is not None and hmac.compare_digest(mark, _mark_of(account))
    return account if is_unused else None


def _mark_of(account: AccountRecord) -> str:
    """Changes with the password, so that the link that changed it is spent."""
    return sha256((account.password or "").encode()).hexdigest()[:32]


def _signer() -> URLSafeTimedSerializer:
    keys = [*current_app.config["SECRET_KEY_FALLBACKS"], current_app.config["SECRET_KEY"]]
    return URLSafeTimedSerializer(
        keys, salt="reset-password", signer_kwargs={"digest_method": sha256}
    )
