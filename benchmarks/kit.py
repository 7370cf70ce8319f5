"""Interview kits as PDF, against the same HTML printed by a warm headless Chromium."""

from itertools import product

from assessments.text import LANGUAGES
from benchmarks.figures import Figure
from benchmarks.pdf import against_chromium
from benchmarks.portals import a_portal
from portal.library import library
from tests.portal.hire_papers import paper

TIMES = 2


def run() -> list[Figure]:
    with a_portal() as app, app.app_context():
        pages = [paper("kit", *each) for each in product(library().types, LANGUAGES)]
    return against_chromium("Interview kit", pages * TIMES)
