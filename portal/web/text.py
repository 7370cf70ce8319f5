"""Text as people type and paste it: brought to one form, and refused where it cannot be kept."""

import unicodedata
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import Field, Form
from wtforms.validators import ValidationError

from portal.web.marks import has_endless_marks

lazy: Any = lazy_gettext
"""Words of a form that are looked up when it is shown; forms take them for plain text."""

LONGEST_CHOICE = 200
"""In characters; a choice is a level, a word or an id."""

_ALLOWED = frozenset("\n\t")


def tidy(text: Any) -> str:
    """One Unicode form (NFC), one kind of line end, no blanks at the ends.

    A text with marks piled up beyond use keeps its form: it is refused anyway, and bringing it
    to another form would take minutes.
    """
    lines = str(text or "").replace("\r\n", "\n").replace("\r", "\n").strip()
    return lines if has_endless_marks(lines) else unicodedata.normalize("NFC", lines)


def plain(text: Any) -> str:
    """A short choice such as a level: full-width signs count as their plain ones."""
    return unicodedata.normalize("NFKC", str(text or "")[:LONGEST_CHOICE]).strip()


def is_keepable(text: str) -> bool:
    """Whether every sign can be stored and printed.

    No control signs, no half characters, no marks piled up beyond use.
    """
    return not has_endless_marks(text) and not any(
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
            words = gettext("Keep this to %(limit)s characters or fewer (now %(length)s).")
            figures = {"limit": f"{self.limit:,}", "length": f"{length:,}"}
            raise ValidationError(words % figures)
