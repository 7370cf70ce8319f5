"""Papers before they are printed: a template laid out in the language of its reader."""

from typing import Any

from flask import current_app

from assessments.text import Language
from portal.web.language import speaking


def laid_out(template: str, language: Language, **values: Any) -> str:
    """The template as a page of HTML; it sees these values, and ``locale``."""
    with speaking(language):
        page: str = current_app.jinja_env.get_template(template).render(locale=language, **values)
    return page
