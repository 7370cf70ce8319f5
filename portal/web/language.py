"""Which language and time zone a page speaks, and where its words come from."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, current_app, g, has_app_context, has_request_context, request, session
from flask_babel import Domain, force_locale, get_locale

from assessments.text import LANGUAGES, Language, Text
from portal.access.guard import current_viewer

CATALOGUES = Path(__file__).parent.parent / "translations"
THEMES = ("system", "light", "dark")
_SPOKEN = "spoken_language"


class PoDomain(Domain):
    """Reads the catalogue's source, so that no compiled file has to be kept beside it."""

    def get_translations(self) -> NullTranslations:
        return _catalogue(current_language())


def install(app: Flask) -> None:
    """Give templates the language, the theme and the ``tr`` filter."""
    app.add_template_filter(tr, "tr")

    @app.context_processor
    def words() -> dict[str, Any]:
        return {"locale": current_language(), "theme": session.get("theme", "system")}


def choose_language() -> Language:
    """The person's choice, else this browser's, else the organisation's."""
    if not has_request_context():
        return _default()
    viewer = current_viewer()
    chosen = (viewer.person.language if viewer else None) or session.get("language")
    wanted = chosen or request.accept_languages.best_match(LANGUAGES)
    return "en" if wanted == "en" else "ja" if wanted == "ja" else _default()


def choose_time_zone() -> str:
    """The person's time zone, else the organisation's."""
    viewer = current_viewer() if has_request_context() else None
    own = viewer.person.time_zone if viewer else None
    return own or str(current_app.config["TIME_ZONE"])


def current_language() -> Language:
    """What is spoken now. Kept once it is found: a page asks some hundreds of times.

    Outside the application, where there is no catalogue, words are the English of the code.
    """
    if not has_app_context():
        return "en"
    kept: Language | None = g.get(_SPOKEN)
    if kept is None:
        locale = get_locale()
        kept = "en" if locale is not None and locale.language == "en" else "ja"
        setattr(g, _SPOKEN, kept)
    return kept


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Within it all words, dates and numbers are in this language, whatever the page speaks."""
    before = g.get(_SPOKEN)
    with force_locale(language):
        setattr(g, _SPOKEN, language)
        try:
            yield
        finally:
            setattr(g, _SPOKEN, before)


def paper_language() -> Language:
    """What the link to a paper asks for, else the language of the page."""
    asked = request.args.get("lang")
    return next((each for each in LANGUAGES if each == asked), current_language())


def tr(text: Text) -> str:
    """The text in the language of the page."""
    return text.in_language(current_language())


def _default() -> Language:
    language: Language = current_app.config["PORTAL"].default_language
    return language


@cache
def _catalogue(language: Language) -> NullTranslations:
    path = CATALOGUES / language / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return NullTranslations()
    with path.open("rb") as source:
        compiled = BytesIO()
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return Translations(compiled)
