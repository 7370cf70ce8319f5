"""Letters: what no font holds, and what would harm the layout, is replaced before it."""

import pytest

from portal.web.pdf import Renderers
from portal.web.pdf.fonts import SHIPPED
from portal.web.pdf.press.letters import held_by, printable
from tests.paper import a_page, text_of

pytest_plugins = ["tests.presses"]

HELD = frozenset("abc佐藤-‑\u202e")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("佐藤", "佐藤"),
        ("a\u2011b", "a-b"),
        ("a\u202eb\u2066c", "abc"),
        ("a\x00b\x1bc", "abc"),
        ("a\ud800b", "ab"),
        ("a\u0301b", "ab"),
        ("a\u2003b", "a b"),
        ("a\ufe0fb\U000e0100", "ab"),
        ("a😀b", "a〓b"),
        ("김", "〓"),
        ("a\tb\n", "a\tb\n"),
    ],
)
def test_a_letter_is_printed_or_replaced(typed: str, printed: str) -> None:
    assert printable(typed, HELD) == printed


def test_the_shipped_font_holds_the_letters_of_names() -> None:
    assert set("髙﨑德濵渡邉齋藤①㈱Ⅰ▲ÀÉÑßœ") <= held_by([str(SHIPPED)])


def test_hostile_text_is_printed_without_a_single_box(renderers: Renderers) -> None:
    words = "髙﨑 김 😀👩‍💻 \u202eאבג مريم \u2011 \x07 \ud800 " + "a" + "\u0301" * 10_000
    pdf = renderers.print(a_page(f"<p>{words}</p>"))
    assert "髙﨑" in text_of(pdf)
