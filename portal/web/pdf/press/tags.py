"""What WeasyPrint leaves open in a tagged PDF: heads of rows and columns, and running heads.

Works on the objects of pydyf: dictionaries that refer to each other as ``b"12 0 R"``.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import Any

PAGINATION = b"<</Type /Pagination>>"


class Structure:
    """The structure elements of one PDF."""

    def __init__(self, objects: list[Any]) -> None:
        self._by_number = {each.number: each for each in objects}
        self.elements = [each for each in objects if _type(each) == "/StructElem"]
        self.tree = next(each for each in objects if _type(each) == "/StructTreeRoot")

    def at(self, reference: bytes) -> Any:
        """The object that is referred to."""
        return self._by_number[int(reference.partition(b" ")[0])]

    def below(self, element: Any) -> Iterator[Any]:
        """The element and all that hang on it."""
        yield element
        for kid in element.get("K", ()):
            if isinstance(kid, bytes):
                yield from self.below(self.at(kid))


def give_scope(structure: Structure) -> None:
    """Say of every head cell whether it heads its column or its row."""
    for cell in structure.elements:
        if cell["S"] == "/TH":
            group = structure.at(structure.at(cell["P"])["P"])
            cell["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"


def keep_nearest_row_heads(structure: Structure) -> None:
    """Leave every cell, beside the heads of its column, the nearest head on its left.

    WeasyPrint gives it all heads of its row; in a row of two labels with a value each that is one
    too many. Needs the scope of the heads.
    """
    for row in structure.elements:
        if row["S"] == "/TR":
            _keep_nearest([structure.at(kid) for kid in row["K"]])


def _keep_nearest(row: Sequence[Any]) -> None:
    heads = {cell["ID"] for cell in row if _is_row_head(cell)}
    nearest = []
    for cell in row:
        if _is_row_head(cell):
            nearest = [cell["ID"]]
        elif cell["S"] == "/TD":
            above = [head for head in cell["A"]["Headers"] if head not in heads]
            cell["A"]["Headers"][:] = nearest + above


def _is_row_head(cell: Any) -> bool:
    return bool(cell["S"] == "/TH" and cell["A"]["Scope"] == "/Row")


def set_running_heads_apart(structure: Structure) -> None:
    """Make the text at the edges of the pages an artifact: it hangs on no branch of the tree."""
    hanging = {each.number for each in structure.below(structure.tree)}
    marks: defaultdict[bytes, set[int]] = defaultdict(set)
    for element in structure.elements:
        if element.number not in hanging:
            element.free = "f"
            marks[element["Pg"]].update(kid for kid in element["K"] if isinstance(kid, int))
    for page, loose in marks.items():
        _unmark(structure.at(page), loose, structure)


def _unmark(page: Any, loose: Set[int], structure: Structure) -> None:
    content = structure.at(page["Contents"]).stream
    for place, part in enumerate(content):
        if isinstance(part, dict) and part.get("MCID") in loose:
            content[place - 1 : place + 1] = ["/Artifact", PAGINATION]
    owners = structure.at(structure.tree["ParentTree"])["Nums"][2 * page["StructParents"] + 1]
    for mark in loose:
        owners[mark] = b"null"


def _type(each: Any) -> Any:
    return each.get("Type") if isinstance(each, dict) else None
