"""Choosing a password: by a link sent to the address, or by the current one."""

from http import HTTPStatus

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from portal import clock
from portal.access import sessions
from portal.access.guard import public, requires, the_day, the_viewer
from portal.access.rules import Permission
from portal.accounts import actions
from portal.accounts.forms import ChangePasswordForm, EmailForm, NewPasswordForm
from portal.accounts.letters import reset_link_for
from portal.accounts.reset_links import account_of
from portal.accounts.views import blueprint
from portal.extensions import limiter
from portal.persistence import accounts
from portal.persistence.accounts import AccountRecord
from portal.web.fields import takes

MOST_LETTERS = "5 per minute; 30 per hour"
MOST_CHANGES = "10 per minute"
FOR_KEEPERS = "username"
"""A field that tells password managers whose password this is."""


@blueprint.get("/forgot-password")
@public
def forgot_password() -> ResponseReturnValue:
    return render_template("accounts/forgot_password.html", form=EmailForm())


@blueprint.post("/forgot-password")
@public
@limiter.limit(MOST_LETTERS)
@takes(EmailForm)
def send_link() -> ResponseReturnValue:
    """The same answer, and as fast, whether or not there is such an account."""
    form = EmailForm(request.form)
    if not form.validate():
        page = render_template("accounts/forgot_password.html", form=form)
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    account = actions.ask_for_reset(form.email.data or "", now=clock.now())
    answer = redirect(url_for("accounts.link_sent"))
    answer.call_on_close(reset_link_for(account, the_day()))
    return answer


@blueprint.get("/link-sent")
@public
def link_sent() -> ResponseReturnValue:
    return render_template("accounts/link_sent.html")


@blueprint.get("/reset-password/<token>")
@public
def reset_password(token: str) -> ResponseReturnValue:
    account = account_of(token)
    return _reset_page(NewPasswordForm(None, account), account) if account else _spent_page()


@blueprint.post("/reset-password/<token>")
@public
@limiter.limit(MOST_CHANGES)
@takes(NewPasswordForm, FOR_KEEPERS)
def choose_password(token: str) -> ResponseReturnValue:
    account = account_of(token)
    if account is None:
        return _spent_page()
    form = NewPasswordForm(request.form, account)
    if not form.validate():
        return _reset_page(form, account), HTTPStatus.UNPROCESSABLE_ENTITY
    if not actions.reset_password(account, form.new_password.data or "", now=clock.now()):
        return _spent_page()
    sessions.end()
    flash(gettext("Your password is set. Sign in with it."), "success")
    return redirect(url_for("accounts.sign_in"))


@blueprint.get("/change-password")
@requires(Permission.CHANGE_SETTINGS)
def change_password() -> ResponseReturnValue:
    return _change_page(ChangePasswordForm(None, _own_account()))


@blueprint.post("/change-password")
@requires(Permission.CHANGE_SETTINGS)
@limiter.limit(MOST_CHANGES)
@takes(ChangePasswordForm, FOR_KEEPERS)
def replace_password() -> ResponseReturnValue:
    form = ChangePasswordForm(request.form, _own_account())
    if form.validate():
        old, new = form.old_password.data or "", form.new_password.data or ""
        own, today = the_viewer().id, the_day()
        account = actions.change_password(own, old, new, today=today, now=clock.now())
        if account:
            sessions.begin(account)
            flash(gettext("Your password is changed. Other devices are signed out."), "success")
            return redirect(url_for("accounts.settings"))
        form.refuse()
    return _change_page(form), HTTPStatus.UNPROCESSABLE_ENTITY


def _own_account() -> AccountRecord:
    return accounts.find(the_viewer().id) or abort(HTTPStatus.NOT_FOUND)


def _reset_page(form: NewPasswordForm, account: AccountRecord) -> str:
    return render_template("accounts/reset_password.html", form=form, email=account.email)


def _spent_page() -> ResponseReturnValue:
    return render_template("accounts/spent_link.html"), HTTPStatus.GONE


def _change_page(form: ChangePasswordForm) -> str:
    email = the_viewer().person.email
    return render_template("accounts/change_password.html", form=form, email=email)
