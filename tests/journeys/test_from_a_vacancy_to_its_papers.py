"""From a vacancy to the kit, the candidate's sheet and the job description, by keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessments.text import Language
from portal.library import interviews
from tests.browser import LivePortal
from tests.journeys.steps import ENGLISH, JAPANESE, Words, become, open_in, text_of_download
from tests.paper import tight

pytest_plugins = ["tests.browser", "tests.demo_portal"]
pytestmark = pytest.mark.browser

UNFAIR = {"ja": "ご結婚のご予定はありますか。", "en": "Are you married?"}
FAIR = {"ja": "解約率の分母は何ですか。", "en": "What is the denominator of churn?"}


@pytest.mark.parametrize(("words", "language"), [(JAPANESE, "ja"), (ENGLISH, "en")])
def test_a_manager_takes_kit_sheet_and_job_description_away(
    page: Page, live_portal: LivePortal, tmp_path: Path, words: Words, language: Language
) -> None:
    kit = interviews().kits["onboarding"]
    open_in(page, live_portal.url, words)
    become(page, words.manager)
    page.get_by_role("link", name=words.hiring, exact=True).press("Enter")
    page.get_by_role("link", name=kit.type.name.in_language(language), exact=True).press("Enter")
    must = next(each for each in kit.competencies if each.is_must_have)
    expect(page.locator(f"#{must.skill.id}")).to_contain_text(
        must.rubric.anchors[4].in_language(language)
    )

    taken = tight(text_of_download(page, words.kit_pdf, tmp_path))
    given = tight(text_of_download(page, words.sample_pdf, tmp_path))
    secret = tight(kit.work_sample.key.solution[0].in_language(language))
    assert secret in taken
    assert secret not in given

    page.get_by_role("link", name=words.job, exact=True).press("Enter")
    page.locator("#band").select_option("senior")
    page.locator(".choice-of-map button").press("Enter")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy = page.get_by_role("button", name=words.copy)
    copy.press("Enter")
    expect(page.get_by_text(words.copied)).to_be_visible()
    expect(copy).to_be_focused()
    title = page.locator(".job h2").inner_text()
    assert page.evaluate("navigator.clipboard.readText()").startswith(title)
    assert tight(title) in tight(text_of_download(page, words.job_pdf, tmp_path))


def test_where_the_clipboard_is_refused_the_text_is_selected(
    page: Page, live_portal: LivePortal
) -> None:
    open_in(page, live_portal.url, ENGLISH)
    become(page, ENGLISH.manager)
    page.goto(f"{live_portal.url}/hire/kits/onboarding/job")
    page.context.grant_permissions(["geolocation"])  # whatever is not granted is refused then
    page.get_by_role("button", name=ENGLISH.copy).press("Enter")
    expect(page.get_by_text("The text is selected")).to_be_visible()
    expect(page.locator("#job-text")).to_be_focused()
    whole = page.locator("#job-text").input_value()
    assert page.evaluate("document.getSelection().toString()") == whole


@pytest.mark.parametrize(("words", "language"), [(JAPANESE, "ja"), (ENGLISH, "en")])
def test_a_question_of_ones_own_is_checked_before_it_is_asked(
    page: Page, live_portal: LivePortal, words: Words, language: Language
) -> None:
    open_in(page, live_portal.url, words)
    become(page, words.manager)
    page.get_by_role("link", name=words.hiring, exact=True).press("Enter")
    page.get_by_role("link", name=words.check_questions).press("Enter")
    page.locator("#questions").fill(f"{UNFAIR[language]}\n{FAIR[language]}")
    page.get_by_role("button", name=words.check, exact=True).press("Enter")
    area = next(each for each in interviews().fairness.areas if each.id == "marriage")
    found = page.locator("#found")
    expect(found.locator(".hit")).to_have_count(1)
    expect(found.locator(".hit")).to_contain_text(area.instead.in_language(language))
