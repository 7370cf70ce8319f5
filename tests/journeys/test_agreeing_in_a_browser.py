"""The page of the talk in a real browser: what it says while one picks, writes and prints."""

from io import BytesIO

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from assessments.levels import Level
from portal.persistence import maps
from tests import builders
from tests.browser import LivePortal
from tests.demo_facts import the
from tests.journeys.steps import ENGLISH, JAPANESE, REASON, Words, become, open_in

pytest_plugins = ["tests.browser", "tests.demo_portal"]
pytestmark = pytest.mark.browser

DIFFERENCES = 20
KEPT = """() => {
  const region = document.querySelector("[data-autosave-url]");
  const key = `draft:${region.dataset.autosaveUser}:${region.dataset.autosaveUrl}`;
  const at = new Date(2026, 8, 2, 9, 5).getTime();
  localStorage.setItem(key, JSON.stringify({ at, fields: "[]" }));
}"""
"""A text left on the device at five past nine on 2 September, by the clock of the device."""


@pytest.fixture
def talk(live_portal: LivePortal) -> str:
    """The page of a round with twenty differences of two levels."""
    app = live_portal.app
    with app.app_context():
        boss = the("manager@demo.example")
        published = maps.current_of("onboarding")
    assert published
    skills = list(published.publication.map.by_skill)[:DIFFERENCES]
    hana = builders.a_person(app, manager=boss)
    round_id = builders.a_round(
        app,
        hana,
        by_self=dict.fromkeys(skills, Level(4)),
        rater=boss,
        by_manager=dict.fromkeys(skills, Level(2)),
    )
    return f"{live_portal.url}/assess/rounds/{round_id}/"


def open_talk(page: Page, live_portal: LivePortal, talk: str, words: Words = ENGLISH) -> Locator:
    """The page in this language; the first skill's fields."""
    open_in(page, live_portal.url, words)
    become(page, words.manager)
    page.goto(talk)
    return page.locator("[data-autosave-url]").first


def status_of(skill: Locator) -> Locator:
    return skill.locator("[data-autosave-status]")


def pages_of(page: Page) -> list[str]:
    """The text of every sheet that the browser prints."""
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    return [each.extract_text() for each in PdfReader(BytesIO(printed)).pages]


def test_a_reason_noted_first_is_there_after_a_reload(
    page: Page, live_portal: LivePortal, talk: str
) -> None:
    skill = open_talk(page, live_portal, talk)
    skill.locator("textarea").fill(REASON["en"])
    expect(status_of(skill)).to_contain_text(ENGLISH.saved)
    page.reload()
    expect(skill.locator("textarea")).to_have_value(REASON["en"])


def test_a_level_that_awaits_its_reason_is_called_unsaved_only_once_the_field_was_left_empty(
    page: Page, live_portal: LivePortal, talk: str
) -> None:
    skill = open_talk(page, live_portal, talk)
    skill.locator("input[value='3']").check()
    expect(status_of(skill)).to_have_text("Write the reason to save this.")
    expect(status_of(skill)).not_to_have_attribute("data-state", "wrong")
    skill.locator("textarea").focus()
    skill.locator("textarea").blur()
    expect(status_of(skill)).to_contain_text("Not saved")
    expect(status_of(skill)).to_have_attribute("data-state", "wrong")
    skill.locator("textarea").fill(REASON["en"])
    expect(status_of(skill)).to_contain_text(ENGLISH.saved)


def test_a_refused_finalising_is_seen_and_leads_to_the_first_open_skill(
    page: Page, live_portal: LivePortal, talk: str
) -> None:
    skill = open_talk(page, live_portal, talk)
    skill.locator("textarea").fill(REASON["en"])
    skill.locator("input[value='3']").check()
    page.get_by_role("button", name=ENGLISH.finalise).click()
    notice = page.locator(".notice-error")
    expect(notice).to_be_focused()
    expect(notice).to_be_in_viewport()
    expect(notice.locator("a")).to_have_count(DIFFERENCES - 1)
    expect(skill.locator("input[value='3']")).to_be_checked()
    notice.locator("a").first.click()
    expect(page.locator("article.card").nth(1)).to_be_in_viewport()


@pytest.mark.parametrize(
    ("words", "moment"), [(ENGLISH, "2 Sep 2026, 9:05"), (JAPANESE, "2026年9月2日 9:05")]
)
def test_a_text_left_on_the_device_is_dated_as_everything_else(
    page: Page, live_portal: LivePortal, talk: str, words: Words, moment: str
) -> None:
    skill = open_talk(page, live_portal, talk, words)
    page.evaluate(KEPT)
    page.reload()
    expect(skill.locator("[data-autosave-choice]")).to_contain_text(moment)


def test_characters_too_many_are_counted_in_thousands(
    page: Page, live_portal: LivePortal, talk: str
) -> None:
    skill = open_talk(page, live_portal, talk)
    skill.locator("textarea").fill("x" * 12_000)
    expect(skill.locator("[data-counter]")).to_have_text("10,000 characters too many")


@pytest.mark.parametrize("words", [ENGLISH, JAPANESE])
def test_the_agenda_of_twenty_differences_is_one_sheet_with_what_is_picked_by_now(
    page: Page, live_portal: LivePortal, talk: str, words: Words
) -> None:
    skill = open_talk(page, live_portal, talk, words)
    for each in page.locator("[data-autosave-url] textarea").all():
        each.fill(REASON["en"])
    skill.locator("input[value='5']").check()
    page.wait_for_load_state("networkidle")
    (sheet,) = pages_of(page)
    assert sheet.replace("\n", " ").count(REASON["en"][:20]) == DIFFERENCES
    assert "4 2 3 5" in sheet.replace("\n", " ")
    assert "2,000" not in sheet


def test_the_evidence_is_printed_after_the_agenda_for_those_who_want_it(
    page: Page, live_portal: LivePortal, talk: str
) -> None:
    open_talk(page, live_portal, talk)
    evidence = "Seen on 1 October in a customer call."
    assert all(evidence not in sheet for sheet in pages_of(page))
    page.get_by_label("Print the evidence too").check()
    agenda, *sheets = pages_of(page)
    assert evidence not in agenda
    assert "".join(sheets).count(evidence) == 2 * DIFFERENCES
    assert "2,000" not in "".join(sheets)
