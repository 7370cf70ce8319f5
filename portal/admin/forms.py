"""What an administrator may type."""

from datetime import date

from flask_babel import gettext
from wtforms import Field, Form, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from assessments.bands import Band
from assessments.text import Language
from portal.admin.fields import Address, Checkboxes, DayField, Listed, OneLine
from portal.admin.people_columns import NAME_LIMIT
from portal.admin.person_edit import PersonEdit
from portal.persistence.people import normal_email
from portal.persistence.roles import Role
from portal.web.text import Keepable, Within, tidy
from portal.web.text import lazy as _

LEAST_REASON = 10
MOST_REASON = 500
MOST_ADDRESS = 254
LANGUAGES: dict[str, Language | None] = {"": None, "ja": "ja", "en": "en"}
NEEDED = _("Fill this in.")


class PersonForm(Form):
    """Everything about one person. ``person_form`` puts the choices in."""

    today: date

    name = StringField(
        _("Name"), [DataRequired(NEEDED), Within(NAME_LIMIT), Keepable(), OneLine()], [tidy]
    )
    email = StringField(
        _("E-mail"),
        [DataRequired(NEEDED), Address(), Within(MOST_ADDRESS), Keepable()],
        [tidy, normal_email],
        description=_("The person signs in with it."),
        render_kw={"type": "email", "autocomplete": "off"},
    )
    language = SelectField(_("Language"), [Listed()], validate_choice=False)
    team = StringField(
        _("Team"),
        [Optional(), Within(NAME_LIMIT), Keepable(), OneLine()],
        [tidy],
        description=_("A name that is not known yet makes a new team."),
        render_kw={"list": "teams", "autocomplete": "off"},
    )
    type_id = SelectField(
        _("CSM type"),
        [Listed()],
        validate_choice=False,
        description=_("Without a type the person is not rated."),
    )
    band = SelectField(_("Band"), [Listed()], validate_choice=False, default=Band.STANDARD.value)
    overlays = Checkboxes(_("Added duties"), [Listed()], validate_choice=False)
    roles = Checkboxes(_("Roles"), [Listed()], validate_choice=False, default=[Role.CSM.value])
    manager = StringField(
        _("Manager's e-mail"),
        [Optional(), Keepable()],
        [tidy, normal_email],
        description=_("Empty for nobody. Whoever is named here gets the role of manager."),
        render_kw={"list": "managers", "type": "email", "autocomplete": "off"},
    )
    from_day = DayField(
        _("A new manager begins on"), [InputRequired(NEEDED)], description=_("Today or later.")
    )
    starts_on = DayField(_("Start date"), [Optional()])
    left_on = DayField(
        _("Left on"),
        [Optional()],
        description=_("From this day on the person cannot sign in. Empty it to reactivate."),
    )
    stamp = HiddenField(default="")

    def validate_from_day(self, field: Field) -> None:
        if field.data and field.data < self.today:
            raise ValidationError(gettext("Choose today or a later day."))

    def validate_left_on(self, field: Field) -> None:
        begun = self.starts_on.data
        if field.data and begun and field.data < begun:
            raise ValidationError(gettext("This is before the start date."))

    @property
    def edit(self) -> PersonEdit:
        """What was typed, once it is valid."""
        return PersonEdit(
            email=self.email.data or "",
            name=self.name.data or "",
            language=LANGUAGES[self.language.data],
            team=self.team.data or "",
            type_id=self.type_id.data or None,
            band=Band(self.band.data),
            overlays=tuple(self.overlays.data or ()),
            roles=frozenset(map(Role, self.roles.data or ())),
            manager=self.manager.data or "",
            from_day=self.from_day.data or self.today,
            starts_on=self.starts_on.data,
            left_on=self.left_on.data,
        )

    def refuse(self, words: str, name: str) -> None:
        """Say what is wrong, at the field of this name or, where it is "", with the whole."""
        if name:
            self[name].errors = [*self[name].errors, words]
        else:
            self.form_errors = [*self.form_errors, words]


class ReasonForm(Form):
    """Why an administrator reads somebody's ratings."""

    reason = TextAreaField(
        _("Reason"),
        [
            Length(min=LEAST_REASON, message=_("Enter a reason of at least 10 characters.")),
            Within(MOST_REASON),
            Keepable(),
        ],
        [tidy],
        description=_("It is kept in the audit log together with your name."),
        render_kw={"rows": 3},
    )
