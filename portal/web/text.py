"""Text as people type and paste it: brought to one form, and refused where it cannot be kept."""

import unicodedata
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import Field, Form
from wtforms.validators import ValidationError

lazy: Any = lazy_gettext
"""Words of a form that are looked up when it is shown; forms take them for plain text."""

_ALLOWED = frozenset("\n\t")


def tidy(text: Any) -> str:
    """One Unicode form (NFC), one kind of line end, no blanks at the ends."""
    lines = str(text or "").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", lines).strip()


def plain(text: Any) -> str:
    """A short choice such as a level: full-width signs count as their plain ones."""
    return unicodedata.normalize("NFKC", str(text or "")).strip()


def is_keepable(text: str) -> bool:
    """Whether every sign can be stored and printed: no control signs, no half characters."""
    return not any(
        unicodedata.category(sign) in ("Cc", "Cs") for sign in text if sign not in _ALLOWED
    )


class Keepable:
    """A validator: the text holds nothing that cannot be stored."""

    def __call__(self, _form: Form, field: Field) -> None:
        if not is_keepable(field.data or ""):
            raise ValidationError(
                gettext("Remove the invisible control characters from this text.")
            )


class Within:
    """A validator: at most ``limit`` characters, and how many there are now."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.field_flags = {"maxlength": limit}

    def __call__(self, _form: Form, field: Field) -> None:
        length = len(field.data or "")
        if length > self.limit:
            words = gettext("Keep this to %(limit)d characters or fewer (now %(length)d).")
            raise ValidationError(words % {"limit": self.limit, "length": length})
