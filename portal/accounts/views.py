"""Signing in and out."""

from collections.abc import Sequence
from http import HTTPStatus

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from portal import clock
from portal.access import sessions
from portal.access.guard import current_viewer, public, the_day
from portal.accounts import actions
from portal.accounts.demo import DemoPerson, people_to_show
from portal.accounts.forms import SignInForm
from portal.accounts.landing import landing
from portal.extensions import limiter
from portal.web.fields import takes

MOST_REFUSALS = "20 per minute"
"""From one address; whoever gets in costs nothing, so that an office can start its day."""

blueprint = Blueprint("accounts", __name__, url_prefix="/accounts")


def is_refused(response: Response) -> bool:
    return response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@blueprint.get("/sign-in")
@public
def sign_in() -> ResponseReturnValue:
    if current_viewer():
        return redirect(landing(request.args.get("next")))
    return _sign_in_page(SignInForm())


@blueprint.post("/sign-in")
@public
@limiter.limit(MOST_REFUSALS, deduct_when=is_refused)
@takes(SignInForm)
def enter() -> ResponseReturnValue:
    form = SignInForm(request.form)
    if form.validate():
        account = actions.sign_in(
            form.email.data or "", form.password.data or "", today=the_day(), now=clock.now()
        )
        if account:
            sessions.begin(account)
            return redirect(landing(request.args.get("next")))
        form.refuse()
    return _sign_in_page(form), HTTPStatus.UNPROCESSABLE_ENTITY


@blueprint.post("/demo-sign-in")
@public
@takes("person_id")
def demo_sign_in() -> ResponseReturnValue:
    """Become one of the people that the sign-in page shows; outside a demo it shows none."""
    chosen = request.form.get("person_id")
    person_id = next((each.person_id for each in _shown() if str(each.person_id) == chosen), None)
    if person_id is None:
        abort(HTTPStatus.NOT_FOUND)
    account = actions.enter_demo(person_id, today=the_day(), now=clock.now())
    sessions.begin(account or abort(HTTPStatus.NOT_FOUND))
    return redirect(landing(request.args.get("next")))


@blueprint.post("/sign-out")
@public
def sign_out() -> ResponseReturnValue:
    viewer = current_viewer()
    if viewer:
        actions.sign_out(viewer.id, now=clock.now())
    sessions.end()
    flash(gettext("You have been signed out on every device."), "success")
    return redirect(url_for("accounts.sign_in"))


def _sign_in_page(form: SignInForm) -> str:
    shown = _shown()
    if not form.errors and not shown:
        form.start_here()
    target = request.args.get("next")
    return render_template("accounts/sign_in.html", form=form, shown=shown, next=target)


def _shown() -> Sequence[DemoPerson]:
    return people_to_show() if current_app.config["DEMO"] else ()
