"""No page has an accessibility violation, in either language, theme and width."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from portal.demo import cast
from portal.library import library
from portal.persistence import people, rounds
from tests.browser import LivePortal
from tests.journeys.steps import ENGLISH, JAPANESE, Words, become

pytest_plugins = ["tests.browser", "tests.demo_portal"]
pytestmark = pytest.mark.browser


@dataclass(frozen=True, slots=True)
class Look:
    """A language, a theme and a width in pixels."""

    words: Words
    theme: str
    width: int


LOOKS = (
    Look(JAPANESE, "light", 1280),
    Look(JAPANESE, "dark", 390),
    Look(ENGLISH, "dark", 1280),
    Look(ENGLISH, "light", 390),
)
"""Every pair of language, theme and width occurs."""


ONE_OF_EACH_FORMAT = ("T01", "T03", "T04", "T05", "T08", "T11", "T23", "T31")
"""Lessons: article, quiz, video, role play, workshop, worksheet, checklist and template."""


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.words.language}-{look.theme}")
def test_no_page_has_an_accessibility_violation(
    browser: Browser, live_portal: LivePortal, look: Look
) -> None:
    page = browser.new_page(
        locale="ja-JP" if look.words is JAPANESE else "en-GB",
        viewport={"width": look.width, "height": 900},
        color_scheme="dark" if look.theme == "dark" else "light",
    )
    page.goto(live_portal.url)
    found = list(chain(_violations(page, "sign-in"), _of_everybody(page, live_portal, look)))
    page.close()
    assert found == []


def _of_everybody(page: Page, live: LivePortal, look: Look) -> Iterator[str]:
    for role, paths in _paths(live, look.words).items():
        page.context.clear_cookies(name="session")
        page.goto(live.url)
        become(page, role)
        for path in paths:
            page.goto(f"{live.url}{path}")
            yield from _violations(page, path)


def _violations(page: Page, path: str) -> Iterator[str]:
    results = Axe().run(page)
    for violation in results.response["violations"]:
        nodes = [node["html"][:120] for node in violation["nodes"][:3]]
        yield f"{path}: {violation['id']}: {nodes}"


def _paths(live: LivePortal, words: Words) -> dict[str, list[str]]:
    """The pages of each role, with real objects of the demo in them."""
    with live.app.app_context():
        csm, over = people.find_by_email(cast.CSM), people.find_by_email(cast.OVER_RATER)
        assert csm
        assert over
        draft, revealed = rounds.open_of(csm.id), rounds.open_of(over.id)
        assert draft
        assert draft.self_record
        assert revealed
        mine = draft.self_record.id
    return {
        words.csm: [
            "/",
            "/assess/",
            f"/assess/{mine}/rel",
            f"/assess/{mine}/",
            "/results/",
            f"/results/people/{csm.id}/skills/con_pm",
            "/train/",
            "/train/?words=nothing+like+this",
            "/train/plan",
            "/train/curricula/onboarding",
            "/train/lessons/T03/drills?seed=7&a1=104&a2=about",
            *(f"/train/lessons/{each}?q1=a" for each in ONE_OF_EACH_FORMAT),
            "/maps/",
            "/maps/onboarding",
            "/maps/finder",
            "/accounts/settings",
            "/accounts/change-password",
            "/no-such-page",
        ],
        words.manager: [
            "/",
            "/assess/",
            f"/assess/rounds/{revealed.id}/",
            f"/results/people/{over.id}",
            f"/train/people/{over.id}/plan",
            "/team/",
            "/hire/",
            "/hire/process",
            "/hire/fair-questions",
            *(f"/hire/kits/{type_id}" for type_id in library().types),
            "/hire/kits/growth/job?band=senior&overlay=ov_partner",
        ],
        words.admin: [
            "/",
            "/admin/people",
            f"/admin/people/{csm.id}",
            "/admin/people/new",
            "/admin/import/people",
            "/admin/import/ratings",
            "/admin/audit",
        ],
    }
