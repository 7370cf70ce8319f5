"""Figures: the numbers of a worked example that follow from a formula, checked against it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from enum import StrEnum
from fractions import Fraction

from assessments.kpis import FORMULAS
from content.formulas import formula_of

EXPRESSION = "expression"
"""The name that stands for any other arithmetic."""

Value = int | Fraction | tuple[int, ...]

_PRINTED = re.compile(
    r"[+−-]?[¥€$]?[+−-]?(?P<digits>\d[\d,]*(?:\.(?P<places>\d+))?)(?P<percent>%?)"
)


class Unit(StrEnum):
    """What a formula gives, and so how it is printed."""

    SHARE = "share"
    MONEY = "money"
    NUMBER = "number"


_UNITS = {
    **dict.fromkeys(("ltv_net", "ltv_gross"), Unit.MONEY),
    **dict.fromkeys(("ltv_to_cac", "csat_mean", "nps", "health"), Unit.NUMBER),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as printed and what it follows from.

    ``formula`` is the id of a KPI, with ``values`` by argument, or ``expression`` with ``of``.
    """

    formula: str
    values: Mapping[str, Value]
    of: str
    shown: str

    @property
    def value(self) -> Fraction | Decimal:
        """What the formula gives, exact. Raises NotCalculable, ZeroDivisionError."""
        if self.formula == EXPRESSION:
            return formula_of(self.of).value({})
        return FORMULAS[self.formula](**self.values)

    @property
    def holds(self) -> bool:
        """Whether the printed number is the exact one, rounded half up to the places printed."""
        return rounded(self.value * self._scale, self._places) == self.printed

    @property
    def printed(self) -> Decimal:
        """The printed number without its signs for money and percent."""
        number = Decimal(self._found["digits"].replace(",", ""))
        return -number if re.match(r"[¥€$]?[−-]", self.shown) else number

    @property
    def exact(self) -> Decimal:
        """What should be printed."""
        return rounded(self.value * self._scale, self._places)

    @property
    def _scale(self) -> int:
        return 100 if self._found["percent"] else 1

    @property
    def _places(self) -> int:
        return len(self._found["places"] or "")

    @property
    def _found(self) -> re.Match[str]:
        found = _PRINTED.fullmatch(self.shown)
        if found is None:
            raise ValueError(f"{self.shown!r} is no number")
        return found


def is_printed_number(shown: str) -> bool:
    return _PRINTED.fullmatch(shown) is not None


def unit_of(formula: str) -> Unit:
    """What a KPI gives: money, a plain number, or else a share."""
    return _UNITS.get(formula, Unit.SHARE)


def rounded(value: Fraction | Decimal, places: int) -> Decimal:
    """The value with this many decimals, rounded half up (away from zero)."""
    exact = Fraction(value)
    with localcontext(prec=60):
        number = Decimal(exact.numerator) / Decimal(exact.denominator)
        return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
