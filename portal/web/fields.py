"""The fields of each form: one that its view does not take is refused, not passed over."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from flask import Flask, current_app, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import UnprocessableEntity
from wtforms import Form, HiddenField, PasswordField, StringField
from wtforms.fields.choices import SelectFieldBase
from wtforms.fields.core import UnboundField

from portal.access.guard import READING
from portal.library import library
from portal.web.language import tr

View = TypeVar("View", bound=Callable[..., object])

TAKEN = "taken"
"""The attribute of a view that holds the labels of its fields by their names."""

LISTED = "listed"
"""The attribute of a view that holds the names of its fields that pick from a list."""

EACH_SKILL = "*"
"""Stands for the id of any skill before the name of a field."""

ALWAYS = frozenset({"csrf_token"})


class Picked(StringField):
    """One of several values; the template draws what picks them."""


NOT_TYPED = (HiddenField, PasswordField, Picked)


class UnknownField(UnprocessableEntity):
    """A form holds a field that its view does not take; nothing of the form was looked at."""


def takes(*given: type[Form] | str, each_skill: type[Form] | None = None) -> Callable[[View], View]:
    """Let a form bring these fields to the view, and ``each_skill`` once for every skill.

    A view that does not say so takes none.
    """

    def marked(view: View) -> View:
        fields = {name: label for each in given for name, label in _labels_of(each)}
        fields |= {f"{EACH_SKILL}-{name}": label for name, label in _labels_of(each_skill or Form)}
        setattr(view, TAKEN, fields)
        setattr(view, LISTED, {name for each in given for name in _lists_of(each)})
        return view

    return marked


def install(app: Flask) -> None:
    """Look through every form before its view does."""

    @app.before_request
    def look_through() -> None:
        if request.method in READING or request.endpoint is None:
            return
        sent = {*request.form, *request.files} - ALWAYS
        if any(_known_as(name) not in _taken() for name in sent):
            raise UnknownField


def refuse_others(typed: MultiDict[str, str], forms: Iterable[Form]) -> None:
    """Raises UnknownField where something was typed for a skill that none of the forms is for."""
    known = {field.name for form in forms for field in form}
    if not typed.keys() <= known | ALWAYS:
        raise UnknownField


def label_of(name: str) -> str:
    """What the page calls the text that was typed into this field of it; "" for what is no text.

    A field that no view takes goes by its own name.
    """
    label = str(_taken().get(_known_as(name), name))
    skill = library().skills.get(name.partition("-")[0])
    return f"{tr(skill.name)}: {label}" if skill and label else label


def shown_as(name: str, value: str) -> str:
    """What was typed; a type or skill that was picked from a list by its name."""
    if name not in getattr(_view(), LISTED, ()):
        return value
    found = library().types.get(value) or library().skills.get(value)
    return tr(found.name) if found else value


def _taken() -> Mapping[str, object]:
    fields: Mapping[str, object] = getattr(_view(), TAKEN, {})
    return fields


def _view() -> object:
    return current_app.view_functions.get(request.endpoint or "")


def _known_as(name: str) -> str:
    skill, dash, field = name.partition("-")
    return f"{EACH_SKILL}-{field}" if dash else skill


def _lists_of(given: type[Form] | str) -> Iterator[str]:
    """The fields of a form class that pick from a list."""
    for name in () if isinstance(given, str) else dir(given):
        field = getattr(given, name)
        if isinstance(field, UnboundField) and issubclass(field.field_class, SelectFieldBase):
            yield name


def _labels_of(given: type[Form] | str) -> Iterator[tuple[str, object]]:
    """The fields of a form class with their labels; a lone name is no text that is typed."""
    if isinstance(given, str):
        yield given, ""
        return
    for name in dir(given):
        field = getattr(given, name)
        if isinstance(field, UnboundField):
            yield name, "" if issubclass(field.field_class, NOT_TYPED) else field.args[0]
