"""Whether every figure of a work sample's solution follows from its material."""

import ast
import operator
import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from assessments.text import LANGUAGES, Language, Text
from assessments.work_samples import DataTable, Material, WorkSample

UNITS = {"1", "12", "60", "100"}
"""Months of a year, minutes of an hour, percent: no material has to say these."""

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_MAN = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)(万|億)")
_OPERATIONS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def numbers_in(text: str) -> set[str]:
    """Figures of a text without separators; 120万 counts as 1200000 and as 120."""
    plain = {_bare(each) for each in _NUMBER.findall(text)}
    for digits, unit in _MAN.findall(text):
        plain.add(_bare(str(Decimal(_bare(digits)) * (10_000 if unit == "万" else 100_000_000))))
    return plain


def value_of(steps: str) -> Fraction:
    """What a sum of digits, + - * / and brackets gives, exactly."""
    return _value(ast.parse(steps, mode="eval").body)


def wrong_workings(sample: WorkSample) -> Iterator[str]:
    """Workings whose result is not what they give, or that start from nowhere."""
    known = given(sample) | UNITS
    for working in sample.key.workings:
        name = working.name.en
        if working.found:
            if int(working.result) != len(set(working.found)):
                yield f"{name}: {len(set(working.found))} rows, not {working.result}"
        else:
            for operand in sorted(numbers_in(working.steps) - known):
                yield f"{name}: {operand} stands nowhere before"
            if not _is_shown(value_of(working.steps), working.result):
                yield f"{name}: {float(value_of(working.steps))}, not {working.result}"
        known.add(_bare(working.result))


def unexplained(sample: WorkSample) -> Iterator[str]:
    """Figures of the solution and of the good answer that come from nowhere."""
    known = given(sample) | UNITS | {_bare(each.result) for each in sample.key.workings}
    known |= {_bare(each) for each in sample.key.chosen}
    for text in (*sample.key.solution, *sample.key.good.paragraphs):
        for language in LANGUAGES:
            words = text.in_language(language)
            for figure in sorted(_alone(words) - known):
                yield f"{language}: {figure} in {words[:40]!r}"


def given(sample: WorkSample) -> set[str]:
    """Every figure that the candidate gets, and what the panel gives away."""
    figures: set[str] = set()
    for language in LANGUAGES:
        for text in _told(sample):
            figures |= numbers_in(text.in_language(language))
    return figures


def reading_length(sample: WorkSample, language: Language) -> int:
    """Characters (Japanese) or words (English) that a candidate reads."""
    assignment = sample.assignment
    texts = [*assignment.brief, *assignment.tasks]
    for each in assignment.material:
        texts += _texts(each)
    whole = " ".join(each.in_language(language) for each in texts)
    return len("".join(whole.split())) if language == "ja" else len(whole.split())


def _told(sample: WorkSample) -> Iterable[Text]:
    assignment = sample.assignment
    yield from (*assignment.brief, *assignment.tasks, *sample.key.panel)
    for stage in assignment.schedule:
        yield Text(str(stage.minutes), str(stage.minutes))
        yield stage.what
    for each in assignment.material:
        yield from _texts(each)


def _texts(material: Material) -> list[Text]:
    if isinstance(material, DataTable):
        cells = [cell for row in material.rows for cell in row]
        note = [material.note] if material.note else []
        return [material.title, *material.columns, *cells, *note]
    return [material.title, *material.paragraphs]


def _alone(text: str) -> set[str]:
    """Figures that have to be explained: a single digit may count things of the text itself.

    120万 is explained by 1200000 or by 120.
    """
    figures = set()
    for digits, unit in _MAN.findall(text):
        scale = 10_000 if unit == "万" else 100_000_000
        figures.add(_bare(str(Decimal(_bare(digits)) * scale)))
    rest = _MAN.sub("", text)
    return figures | {each for each in numbers_in(rest) if len(each) > 1}


def _is_shown(value: Fraction, shown: str) -> bool:
    places = len(shown.partition(".")[2])
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) == Decimal(shown)


def _value(node: ast.expr) -> Fraction:
    if isinstance(node, ast.BinOp):
        result = _OPERATIONS[type(node.op)](_value(node.left), _value(node.right))
        assert isinstance(result, Fraction)
        return result
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand)
    assert isinstance(node, ast.Constant)
    return Fraction(str(node.value))


def _bare(digits: str) -> str:
    plain = digits.replace(",", "")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
