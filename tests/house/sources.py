"""The files of the checkout, for the tests that keep its conventions."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("assessments", "content", "portal")
CODE = (*PRODUCT, "benchmarks", "tests")


def files(folders: tuple[str, ...], pattern: str) -> list[Path]:
    """Find the files of some folders of the checkout, in a fixed order."""
    found = (path for folder in folders for path in (ROOT / folder).rglob(pattern))
    return sorted(path for path in found if "__pycache__" not in path.parts)


def name(path: Path) -> str:
    """Name a file as seen from the checkout."""
    return str(path.relative_to(ROOT))


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each import of a module as (module, name); the name of a plain import is empty."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from ((node.module or "", alias.name) for alias in node.names)


def attributes(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each ``owner.attribute`` of a module; of ``a.b.c``, both (a, b) and (b, c)."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner)):
                yield owner, node.attr
