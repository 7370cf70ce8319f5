"""Interview kits, the panel's process, fair questions and job descriptions."""

from collections.abc import Sequence
from http import HTTPStatus

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from assessments.interview_kits import InterviewKit
from assessments.question_linter import QUESTION_LIMIT
from portal.access.guard import requires, the_day, the_viewer
from portal.access.rules import Permission
from portal.hire.forms import MOST_QUESTIONS, QuestionsForm
from portal.hire.pages import JobPage, Judged, job_page, judged, kit_of
from portal.hire.printing import (
    KitPaper,
    Order,
    job_file_name,
    job_paper,
    kit_file_name,
    kit_paper,
)
from portal.library import interviews
from portal.persistence import maps
from portal.web.fields import takes
from portal.web.language import paper_language
from portal.web.pdf.answers import printed_file

blueprint = Blueprint("hire", __name__, url_prefix="/hire")


@blueprint.get("/")
@requires(Permission.READ_KITS)
def index() -> ResponseReturnValue:
    return render_template("hire/index.html", kits=interviews().kits)


@blueprint.get("/process")
@requires(Permission.READ_KITS)
def process() -> ResponseReturnValue:
    return render_template("hire/process.html", process=interviews().process)


@blueprint.route("/fair-questions", methods=["GET", "POST"])
@requires(Permission.READ_KITS)
@takes(QuestionsForm)
def fair_questions() -> ResponseReturnValue:
    """Nothing is written: the questions are posted so that they stand in no address."""
    form = QuestionsForm(request.form)
    if request.method != "POST":
        return _questions_page(form)
    if form.validate():
        return _questions_page(form, judged(form.lines))
    return _questions_page(form), HTTPStatus.UNPROCESSABLE_ENTITY


@blueprint.get("/kits/<type_id>")
@requires(Permission.READ_KITS)
def kit(type_id: str) -> ResponseReturnValue:
    found = _kit(type_id)
    return render_template("hire/kit.html", kit=found, process=interviews().process)


@blueprint.get("/kits/<type_id>/kit.pdf")
@requires(Permission.READ_KITS)
def kit_pdf(type_id: str) -> ResponseReturnValue:
    return _paper("kit", _kit(type_id))


@blueprint.get("/kits/<type_id>/work-sample.pdf")
@requires(Permission.READ_KITS)
def work_sample_pdf(type_id: str) -> ResponseReturnValue:
    """What the candidate gets, without the key."""
    return _paper("work_sample", _kit(type_id))


@blueprint.get("/kits/<type_id>/job")
@requires(Permission.READ_KITS)
def job(type_id: str) -> ResponseReturnValue:
    return render_template("hire/job.html", page=_job(_kit(type_id)))


@blueprint.get("/kits/<type_id>/job.pdf")
@requires(Permission.READ_KITS)
def job_pdf(type_id: str) -> ResponseReturnValue:
    page, order = _job(_kit(type_id)), _order()
    return printed_file(job_paper(page, order), job_file_name(page, order))


def _kit(type_id: str) -> InterviewKit:
    return kit_of(type_id) or abort(404)


def _job(found: InterviewKit) -> JobPage:
    published = maps.current_of(found.type.id) or abort(404)
    return job_page(found, published, request.args.get("band", ""), request.args.getlist("overlay"))


def _questions_page(form: QuestionsForm, found: Sequence[Judged] | None = None) -> str:
    return render_template(
        "hire/fair_questions.html",
        form=form,
        judged=found,
        most=MOST_QUESTIONS,
        limit=QUESTION_LIMIT,
        fairness=interviews().fairness,
    )


def _paper(paper: KitPaper, found: InterviewKit) -> ResponseReturnValue:
    order = _order()
    return printed_file(kit_paper(paper, found, order), kit_file_name(paper, found, order))


def _order() -> Order:
    return Order(paper_language(), the_day(), the_viewer().name)
