"""From a gap to the lesson that closes it, and to the file to fill in, in a real browser."""

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from assessments.skills import Skill
from assessments.text import Language
from content.lessons import Lesson
from portal.library import training
from tests.browser import LivePortal
from tests.journeys.steps import ENGLISH, JAPANESE, Words, become, open_in

pytest_plugins = ["tests.browser", "tests.demo_portal"]
pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("words", "language"), [(JAPANESE, "ja"), (ENGLISH, "en")])
def test_a_gap_leads_to_its_lesson_and_to_its_file(
    page: Page, live_portal: LivePortal, tmp_path: Path, words: Words, language: Language
) -> None:
    open_in(page, live_portal.url, words)
    become(page, words.csm)

    step = page.locator(".next-step").first
    anchor = step.locator(".step-anchor").inner_text()
    lesson = open_first(page, step, language)
    expect(page.get_by_role("heading", level=1)).to_have_text(lesson.title.in_language(language))
    assert any(skill.anchors[level].in_language(language) in anchor for skill, level in led(lesson))

    for question in page.locator(".question").all():
        question.get_by_role("radio").first.press("Space")
    page.get_by_role("button", name=words.check_answers).press("Enter")
    expect(page.locator(".why")).to_have_count(options_of(lesson))

    page.goto(live_portal.url)
    page.get_by_role("link", name=words.learning_plan).press("Enter")
    with_file = next(each for each in planned(page) if training().materials[each].template)
    page.locator(f'.plan a[href$="/{with_file}"]').press("Enter")
    template = training().materials[with_file].template
    assert template
    with page.expect_download() as download:
        page.locator(f'a[download][href$="/{language}"]').press("Enter")
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert template.title.in_language(language) in first_words_of(file)


def open_first(page: Page, step: Locator, language: Language) -> Lesson:
    """Open the first lesson that a next step offers, by keyboard."""
    link = step.locator(".step-lessons a").first
    title = link.inner_text()
    link.press("Enter")
    page.wait_for_load_state()
    lessons = training().lessons.values()
    return next(each for each in lessons if each.title.in_language(language) == title)


def led(lesson: Lesson) -> list[tuple[Skill, int]]:
    """Skills of a lesson with the levels that it leads through."""
    return [
        (skill, level)
        for skill in lesson.skills
        for level in range(lesson.start + 1, lesson.goal + 1)
    ]


def options_of(lesson: Lesson) -> int:
    return sum(len(question.options) for question in training().materials[lesson.id].check)


def planned(page: Page) -> list[str]:
    """Ids of the lessons of a plan, in order."""
    addresses = (link.get_attribute("href") for link in page.locator(".plan h2 a").all())
    return [str(address).rpartition("/")[2] for address in addresses]


def first_words_of(file: Path) -> str:
    if file.suffix == ".xlsx":
        return str(load_workbook(file).worksheets[0]["A1"].value)
    return Document(str(file)).paragraphs[0].text
