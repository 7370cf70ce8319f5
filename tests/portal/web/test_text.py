"""Text is kept in one form, whatever it was typed with, and refused where it cannot be kept."""

import unicodedata

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from wtforms import Form, TextAreaField

from portal.web.text import Keepable, Within, is_keepable, plain, tidy

ANYTHING = st.text(st.characters(codec=None), max_size=60)
LIMIT = 10


class Note(Form):
    text = TextAreaField(filters=[tidy], validators=[Keepable(), Within(LIMIT)])


def errors_of(typed: str) -> list[str]:
    """What the form says about this text."""
    note = Note(MultiDict({"text": typed}))
    note.validate()
    return [str(error) for error in note.text.errors]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("か\u3099", "が"),
        ("e\u0301", "é"),
        ("一\r\n二\r三\n四", "一\n二\n三\n四"),
        ("  \t text \n\n", "text"),
        ("\u3000全角の空白\u3000", "全角の空白"),
        ("１２３ ㈱ ① ～ 髙", "１２３ ㈱ ① ～ 髙"),
        ("a\tb", "a\tb"),
        (None, ""),
        ("", ""),
    ],
)
def test_text_is_kept_in_one_form(typed: object, kept: str) -> None:
    assert tidy(typed) == kept


@pytest.mark.parametrize(
    ("typed", "meant"), [("３", "3"), (" 3\n", "3"), ("＋３", "+3"), (None, ""), (4, "4")]
)
def test_a_choice_counts_in_its_plain_form(typed: object, meant: str) -> None:
    assert plain(typed) == meant


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\x0b", "\x0c", "\ud83d"])
def test_control_signs_and_half_characters_cannot_be_kept(app: Flask, sign: str) -> None:
    assert not is_keepable(f"a{sign}b")
    with app.test_request_context(headers={"Accept-Language": "en"}):
        assert errors_of(f"a{sign}b") == ["Remove the invisible control characters from this text."]


ODD = ("", "二行\nと\tタブ", "😀👩\u200d👩\u200d👧", "עברית \u200f", "\u2028", "\ufeff")


@pytest.mark.parametrize("text", ODD)
def test_every_other_sign_can_be_kept(text: str) -> None:
    assert is_keepable(text)


@pytest.mark.parametrize("typed", ["あ" * LIMIT, "😀" * LIMIT, "か\u3099" * LIMIT + "\r\n"])
def test_the_limit_counts_characters_of_what_is_kept(app: Flask, typed: str) -> None:
    with app.test_request_context():
        assert errors_of(typed) == []


def test_a_text_that_is_too_long_says_how_long_it_is(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        assert errors_of("あ" * 12) == ["Keep this to 10 characters or fewer (now 12)."]
    with app.test_request_context(headers={"Accept-Language": "ja"}):
        (japanese,) = errors_of("あ" * 12)
    assert "10文字" in japanese
    assert "12文字" in japanese


def test_a_browser_is_told_the_limit() -> None:
    assert f'maxlength="{LIMIT}"' in Note().text()


@settings(max_examples=200, deadline=None, database=None)
@given(ANYTHING)
def test_tidying_twice_changes_nothing(typed: str) -> None:
    kept = tidy(typed)
    assert tidy(kept) == kept
    assert "\r" not in kept
    assert unicodedata.is_normalized("NFC", kept)


@settings(max_examples=200, deadline=None, database=None)
@given(ANYTHING)
def test_what_is_keepable_can_be_written_anywhere(typed: str) -> None:
    if is_keepable(typed):
        assert typed.encode("utf-8").decode("utf-8") == typed
        assert "\0" not in typed
