"""Kinds of fields that the forms of this area are made of."""

from typing import Any

from wtforms import DateField, Field, Form, SelectField, SelectMultipleField
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from portal.admin.reading.cells import is_address
from portal.admin.reading.days import read_day
from portal.web.text import lazy as _

NO_DAY = _("Enter a date such as 2026-04-01.")
NO_ADDRESS = _("Enter an e-mail address such as name@example.com.")
LISTED = _("Choose from the list.")
LINE_BREAK = _("Keep this to one line.")


class DayField(DateField):
    """A day in any of the forms that an import understands."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        text = str(valuelist[0]) if valuelist else ""
        self.data = read_day(text)
        if text.strip() and self.data is None:
            raise ValueError(str(NO_DAY))


class Checkboxes(SelectMultipleField):
    """Any number of choices, each a box to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class Address:
    """A validator: mail could be sent there."""

    def __call__(self, _form: Form, field: Field) -> None:
        if field.data and not is_address(field.data):
            raise ValidationError(str(NO_ADDRESS))


class OneLine:
    """A validator: no line break."""

    def __call__(self, _form: Form, field: Field) -> None:
        if "\n" in (field.data or ""):
            raise ValidationError(str(LINE_BREAK))


class Listed:
    """A validator: every value is one of the choices."""

    def __call__(self, _form: Form, field: SelectField | Checkboxes) -> None:
        chosen = field.data if isinstance(field.data, list) else [field.data]
        if not set(field.choices or ()).issuperset(chosen):
            raise ValidationError(str(LISTED))
