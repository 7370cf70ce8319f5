"""Training: loading its library, a plan out of ten times the lessons, and the catalogue page."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from flask import render_template
from markupsafe import Markup

from assessments.gaps import Gap
from assessments.levels import Level
from benchmarks.figures import Figure, compare, in_turn, within
from benchmarks.portals import a_portal
from content.lessons import Lesson
from content.loading.library import load_training
from content.plans import plan_for
from portal.access.guard import public
from portal.library import library, training
from tests import builders

CATALOGUE, SAME_SIZE = "/train/", "/same-size"
TIMES = 10
HOURS = 8


def run() -> list[Figure]:
    return [_loading(), _planning(), _catalogue()]


def _loading() -> Figure:
    known = library()
    seconds = _seconds(partial(load_training, known), rounds=21)
    return within("training library, loaded at start", seconds, limit=0.150)


def _planning() -> Figure:
    need = library().maps["onboarding"].requirements
    gaps = tuple(
        Gap(each, Level.ASSISTED, each.target - 2, each.weight * (each.target - 2))
        for each in need
        if each.target > Level.ASSISTED
    )
    seconds = _seconds(partial(plan_for, gaps, _many(), HOURS * 60), rounds=31)
    return within(f"plan for one person out of {len(_many())} lessons", seconds, limit=0.020)


def _many() -> dict[str, Lesson]:
    """The library ten times over, every copy a little longer than the one before."""
    return {
        f"{lesson.id}-{copy}": replace(
            lesson,
            id=f"{lesson.id}-{copy}",
            minutes=lesson.minutes + copy,
            requires=tuple(f"{each}-{copy}" for each in lesson.requires),
        )
        for copy in range(TIMES)
        for lesson in training().lessons.values()
    }


def _catalogue() -> Figure:
    with a_portal() as app:
        filler = Markup("<p>x</p>")
        app.add_url_rule(SAME_SIZE, view_func=public(lambda: _page(filler)), endpoint="same_size")
        client = builders.sign_in(app.test_client(), builders.a_person(app))
        size = len(client.get(CATALOGUE).data)
        filler += Markup("<p>{}</p>").format("x" * (size - len(client.get(SAME_SIZE).data)))
        seconds = in_turn(
            {"ours": lambda _: client.get(CATALOGUE), "plain": lambda _: client.get(SAME_SIZE)},
            rounds=60,
            warm_up=5,
        )
    return compare("catalogue / a plain page of its size", *seconds.values(), aim=3.0)


def _page(filler: Markup) -> str:
    return render_template("layouts/wide.html") + filler


def _seconds(way: Callable[[], object], *, rounds: int) -> list[float]:
    seconds = []
    for _ in range(rounds):
        began = time.perf_counter()
        way()
        seconds.append(time.perf_counter() - began)
    return seconds
