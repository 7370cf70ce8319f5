"""Formulas written in a data file: + - * / and parentheses over numbers and names, exactly."""

import ast
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

_Operation = Callable[[Fraction, Fraction], Fraction]

_OPERATIONS: Mapping[type[ast.operator], _Operation] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_BRACES = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Formula:
    """One formula. ``source`` is as written; ``names`` are what it needs, once each."""

    source: str
    names: tuple[str, ...]
    tree: ast.expr = field(compare=False, repr=False)

    def value(self, values: Mapping[str, Fraction]) -> Fraction:
        """The result, exact. Raises KeyError for a name without value, ZeroDivisionError."""
        return _value(self.tree, values)


def formula_of(source: str) -> Formula:
    """Parse a formula; names may stand in braces. Raises ValueError that says what is wrong."""
    try:
        tree = ast.parse(_BRACES.sub(r"\1", source).strip(), mode="eval").body
    except SyntaxError as problem:
        raise ValueError(f"{source!r} is no formula") from problem
    _check(tree, source)
    names = (node.id for node in ast.walk(tree) if isinstance(node, ast.Name))
    return Formula(source, tuple(dict.fromkeys(names)), tree)


def _check(node: ast.expr, source: str) -> None:
    match node:
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATIONS:
            _check(left, source)
            _check(right, source)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            _check(operand, source)
        case ast.Name() | ast.Constant(value=int() | float()) if not _is_bool(node):
            pass
        case _:
            raise ValueError(f"{source!r} may hold only numbers, names, + - * / and parentheses")


def _is_bool(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, bool)


def _value(node: ast.expr, values: Mapping[str, Fraction]) -> Fraction:
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATIONS[type(op)](_value(left, values), _value(right, values))
        case ast.UnaryOp(operand=operand):
            return -_value(operand, values)
        case ast.Name(id=name):
            return values[name]
        case ast.Constant(value=value):
            return Fraction(repr(value))
    raise TypeError(node)
