"""A page printed from the browser is ink on paper, whatever it looks like on the screen."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import LivePortal
from tests.journeys.steps import ENGLISH, become, open_in

pytest_plugins = ["tests.browser", "tests.demo_portal"]
pytestmark = pytest.mark.browser

BRIGHTNESS = """() => {
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.fillStyle = getComputedStyle(document.querySelector("h1")).color;
  canvas.fillRect(0, 0, 1, 1);
  return Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
}"""


def test_in_the_dark_theme_a_page_is_printed_in_dark_ink(
    page: Page, live_portal: LivePortal
) -> None:
    page.goto(live_portal.url)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert page.evaluate(BRIGHTNESS) > 200
    page.emulate_media(media="print")
    assert page.evaluate(BRIGHTNESS) < 80


def test_the_evidence_beside_an_agenda_has_what_stands_folded_in_its_cards(
    page: Page, live_portal: LivePortal
) -> None:
    open_in(page, live_portal.url, ENGLISH)
    become(page, ENGLISH.manager)
    page.goto(f"{live_portal.url}/assess/")
    page.locator('main a[href*="/assess/rounds/"]:not([href$="/return"])').first.press("Enter")
    folded = page.locator(".card details").first
    evidence = folded.locator(":scope > :not(summary)").first
    expect(folded.locator("summary")).to_be_visible()
    expect(evidence).to_be_hidden()
    page.get_by_label("Print the evidence too").check()
    page.emulate_media(media="print")
    expect(folded.locator("summary")).to_be_hidden()
    expect(evidence).to_be_visible()
