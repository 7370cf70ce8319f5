"""Papers before they are printed: a template laid out in the language of its reader."""

from typing import Any

from flask import current_app
from flask_babel import force_locale

from assessments.text import Language


def laid_out(template: str, language: Language, **values: Any) -> str:
    """The template as a page of HTML; it sees these values, and ``locale``."""
    with force_locale(language):
        page: str = current_app.jinja_env.get_template(template).render(locale=language, **values)
    return page
