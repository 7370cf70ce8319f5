"""The catalogue, a lesson with its self-check, drills and file, and the curricula."""

import secrets

from flask import Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessments.text import LANGUAGES, Language
from content.catalogue import found_in
from content.lessons import Lesson
from portal.access.guard import requires, the_viewer
from portal.access.rules import Permission, may
from portal.library import library, training
from portal.train.blueprint import blueprint
from portal.train.checking import check_of
from portal.train.drilling import MOST_SEED, tries_of
from portal.train.files import file_of
from portal.train.forms import catalogue_form, is_narrow, wanted_of
from portal.train.pages import curriculum_of, lesson_page
from portal.web.language import current_language


@blueprint.get("/")
@requires(Permission.READ_TRAINING)
def index() -> ResponseReturnValue:
    wanted = wanted_of(request.args)
    return render_template(
        "train/index.html",
        form=catalogue_form(request.args),
        lessons=found_in(training().lessons.values(), wanted),
        total=len(training().lessons),
        is_narrow=is_narrow(wanted),
        types=library().types,
        has_plan=may(the_viewer(), Permission.READ_OWN_RESULT),
    )


@blueprint.get("/lessons/<lesson_id>")
@requires(Permission.READ_TRAINING)
def lesson(lesson_id: str) -> ResponseReturnValue:
    found = _lesson(lesson_id)
    check = check_of(training().materials[found.id].check, request.args)
    return render_template("train/lesson.html", page=lesson_page(found, current_language(), check))


@blueprint.get("/lessons/<lesson_id>/drills")
@requires(Permission.READ_TRAINING)
def drills(lesson_id: str) -> ResponseReturnValue:
    found = _lesson(lesson_id)
    material = training().materials[found.id]
    seed = request.args.get("seed", type=int)
    if not material.drills:
        abort(404)
    if seed is None or not 0 <= seed <= MOST_SEED:
        fresh = secrets.randbelow(MOST_SEED)
        return redirect(url_for("train.drills", lesson_id=found.id, seed=fresh))
    tries = tries_of(material.drills, seed, request.args)
    return render_template("train/drills.html", lesson=found, seed=seed, tries=tries)


@blueprint.get("/lessons/<lesson_id>/template/<language>")
@requires(Permission.READ_TRAINING)
def template(lesson_id: str, language: str) -> ResponseReturnValue:
    wanted = training().materials[_lesson(lesson_id).id].template
    if wanted is None or language not in LANGUAGES:
        abort(404)
    chosen: Language = "ja" if language == "ja" else "en"
    made = file_of(wanted, chosen)
    named = {"Content-Disposition": f'attachment; filename="{made.name}"'}
    return Response(made.content, mimetype=made.media_type, headers=named)


@blueprint.get("/curricula/<type_id>")
@requires(Permission.READ_TRAINING)
def curriculum(type_id: str) -> ResponseReturnValue:
    csm_type, found = curriculum_of(type_id) or abort(404)
    return render_template("train/curriculum.html", type=csm_type, curriculum=found)


def _lesson(lesson_id: str) -> Lesson:
    return training().lessons.get(lesson_id) or abort(404)
