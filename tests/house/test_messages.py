"""Every message of code and templates has its Japanese, with the same placeholders."""

import re
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

CHECKOUT = Path(__file__).parent.parent.parent
CATALOGUE = CHECKOUT / "portal" / "translations" / "ja" / "LC_MESSAGES" / "messages.po"
TEMPLATES = [("templates/**.html", "jinja2"), ("templates/**.txt", "jinja2")]
METHODS = [("portal/**.py", "python"), *TEMPLATES]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "lazy": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
SAME_IN_BOTH = {"English"}
JAPANESE = re.compile(r"[぀-ヿ一-鿿]")


def _translations() -> dict[str, str]:
    """Japanese by English; none of our messages has plural forms."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="ja")
    return {str(each.id): str(each.string) for each in catalogue if each.id}


def _messages(methods: list[tuple[str, str]] = METHODS) -> set[str]:
    found = extract_from_dir(CHECKOUT, methods, keywords=KEYWORDS)
    return {message[0] if isinstance(message, tuple) else message for _, _, message, _, _ in found}


def test_every_message_is_translated() -> None:
    translated = {english for english, japanese in _translations().items() if japanese}
    assert sorted(_messages() - translated) == []


def test_no_translation_is_left_over() -> None:
    assert sorted(set(_translations()) - _messages()) == []


def test_translations_keep_the_placeholders() -> None:
    broken = [
        english
        for english, japanese in _translations().items()
        if set(PLACEHOLDER.findall(english)) != set(PLACEHOLDER.findall(japanese))
    ]
    assert broken == []


def test_translations_are_japanese() -> None:
    """A message without a word of its own, such as a pattern of figures, stays as it is."""
    english = [
        english
        for english, japanese in _translations().items()
        if not JAPANESE.search(japanese) and re.search("[a-z]{3}", PLACEHOLDER.sub("", japanese))
    ]
    assert [each for each in english if each not in SAME_IN_BOTH] == []


def test_a_percent_sign_in_a_template_is_written_twice() -> None:
    """A template fills in every message, even one without placeholders."""
    alone = re.compile(r"%(?!\()")
    japanese = _translations()
    messages = _messages(TEMPLATES)
    written = [*messages, *(japanese.get(each, "") for each in messages)]
    assert [each for each in written if alone.search(each.replace("%%", ""))] == []
