"""What may be typed about an account."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext
from werkzeug.datastructures import MultiDict
from wtforms import EmailField, Field, Form, PasswordField, RadioField, SelectField
from wtforms.validators import DataRequired, EqualTo, ValidationError

from assessments.refusals import Refusal
from portal.accounts import password_rules
from portal.persistence.accounts import AccountRecord
from portal.web.language import tr
from portal.web.text import Keepable, Within
from portal.web.text import lazy as _

LONGEST_ADDRESS = 254
LONGEST_TYPED = 1024
"""More than any password may have in any spelling of it; nothing longer is worth hashing."""

LANGUAGE_CHOICES = {"ja": "日本語", "en": "English"}
AS_TYPED: Mapping[str, str] = {"autocapitalize": "none", "spellcheck": "false"}


NOT_SIGNED_IN = _(
    "This e-mail address and password do not sign you in. Check both and try again. "
    "After ten wrong tries in a row an account rests for 15 minutes."
)
NOT_CURRENT = _(
    "This is not your current password. After ten wrong tries in a row it rests for 15 minutes."
)


class EmailForm(Form):
    """Which account is meant. Any text is taken for an address: only the known ones matter."""

    email = EmailField(
        _("E-mail address"),
        validators=[
            DataRequired(_("Enter your e-mail address.")),
            Keepable(),
            Within(LONGEST_ADDRESS),
        ],
        render_kw={"autocomplete": "username", **AS_TYPED},
    )


class SignInForm(EmailForm):
    password = PasswordField(
        _("Password"),
        validators=[DataRequired(_("Enter your password.")), Within(LONGEST_TYPED)],
        render_kw={"autocomplete": "current-password"},
    )

    def refuse(self) -> None:
        """Say the same, whatever the reason."""
        self.form_errors.append(NOT_SIGNED_IN)

    def start_here(self) -> None:
        """Let a browser put the cursor into the first field."""
        self.email.render_kw = {**(self.email.render_kw or {}), "autofocus": True}


class OldPasswordForm(Form):
    old_password = PasswordField(
        _("Current password"),
        validators=[DataRequired(_("Enter your current password.")), Within(LONGEST_TYPED)],
        render_kw={"autocomplete": "current-password"},
    )


class NewPasswordForm(Form):
    """A new password, twice, for the person of this account."""

    new_password = PasswordField(
        _("New password"),
        description=_(
            "At least 15 characters; no other rules. A few unrelated words are easy to remember."
        ),
        validators=[DataRequired(_("Enter a new password.")), Within(LONGEST_TYPED)],
        render_kw={"autocomplete": "new-password"},
    )
    repeat_password = PasswordField(
        _("New password again"),
        validators=[EqualTo("new_password", _("This is not the same as the new password."))],
        render_kw={"autocomplete": "new-password"},
    )

    def __init__(self, typed: MultiDict[str, str] | None, account: AccountRecord) -> None:
        super().__init__(typed)
        self._account = account

    def validate_new_password(self, field: Field) -> None:
        try:
            password_rules.check(field.data, name=self._account.name, email=self._account.email)
        except Refusal as refusal:
            raise ValidationError(tr(refusal.message)) from refusal


class ChangePasswordForm(OldPasswordForm, NewPasswordForm):
    def refuse(self) -> None:
        """The current password was wrong, or the account rests after too many wrong ones."""
        self.old_password.errors = [NOT_CURRENT]


class Offered:
    """A validator: one of the choices that the field itself offers."""

    def __call__(self, _form: Form, field: Any) -> None:
        if field.data not in [choice[0] for choice in field.iter_choices()]:
            raise ValidationError(gettext("Choose one of these."))


class SettingsForm(Form):
    """How the portal speaks and looks to one person."""

    language = RadioField(
        _("Language"), choices=LANGUAGE_CHOICES, validators=[Offered()], validate_choice=False
    )
    time_zone = SelectField(
        _("Time zone"),
        description=_("Times are shown in this zone."),
        validators=[Offered()],
        validate_choice=False,
    )
    theme = RadioField(_("Appearance"), validators=[Offered()], validate_choice=False)

    def offer(self, zones: dict[str, str]) -> None:
        """Fill in the choices whose words depend on the language of the page."""
        self.time_zone.choices = zones
        self.theme.choices = {
            "system": gettext("Auto"),
            "light": gettext("Light"),
            "dark": gettext("Dark"),
        }
