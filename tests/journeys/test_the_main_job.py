"""The main job in a real browser: rate, be rated, agree, and hold the report."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessments.levels import Level
from portal.demo import cast
from portal.library import library
from portal.persistence import people, rounds
from tests.browser import LivePortal
from tests.journeys.steps import (
    ENGLISH,
    JAPANESE,
    Words,
    agree_everywhere,
    become,
    leave,
    open_in,
    rate_everything,
    text_of_download,
)

pytest_plugins = ["tests.browser", "tests.demo_portal"]
pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("words", "language"), [(JAPANESE, "ja"), (ENGLISH, "en")])
def test_two_people_rate_agree_and_hold_the_report(
    page: Page, live_portal: LivePortal, tmp_path: Path, words: Words, language: str
) -> None:
    with live_portal.app.app_context():
        csm = people.find_by_email(cast.CSM)
        manager = people.find_by_email(cast.MANAGER)
        assert csm
        assert manager
    open_in(page, live_portal.url, words)
    become(page, words.csm)
    page.get_by_role("link", name=words.proceed, exact=True).click()
    page.locator(".category-list a").first.click()
    rate_everything(page, words, language, "3")
    leave(page, words, csm.name)

    become(page, words.manager)
    page.goto(f"{live_portal.url}/assess/")
    page.locator("tr", has_text=csm.name).get_by_role("button").first.click()
    rate_everything(page, words, language, "2")
    expect(page.get_by_role("heading", name=words.side_by_side)).to_contain_text(csm.name)
    agree_everywhere(page, words, language, "2")
    expect(page.get_by_role("heading", level=1)).to_contain_text(csm.name)

    growth = text_of_download(page, words.growth_report, tmp_path)
    report = text_of_download(page, words.manager_report, tmp_path)
    with live_portal.app.app_context():
        settled = rounds.history_of(csm.id)[0]
    assert settled.round.is_finalised
    assert {each.answer for each in settled.round.agreed.values()} == {Level.ASSISTED}
    skill = library().skills["life_onboarding"].name.in_language("ja" if language == "ja" else "en")
    for text in (growth, report):
        assert csm.name.replace(" ", "") in text.replace(" ", "")
        assert skill.replace(" ", "") in text.replace(" ", "")
