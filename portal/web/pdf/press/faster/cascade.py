"""Computed styles are kept from one document to the next.

An element of a template has the same style in every report: it depends on names and classes,
its own and those of the elements above it, as long as no selector counts siblings. Elements
with other attributes are computed anew each time, and so is what is in them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint import document
from weasyprint.css import (
    StyleFor,
    declaration_precedence,
    find_style_attributes,
    preprocess_declarations,
)

PLAIN = frozenset({"class", "colspan", "lang", "rowspan", "scope"})
"""An element with no other attributes has the style of every other one in its place."""

DRAWING = "{http://www.w3.org/2000/svg}svg"
NO_BOX = {"display": ("none",)}
"""The style of what is inside a drawing: it is drawn as a whole, and its parts make no boxes."""


@dataclass(slots=True)
class Place:
    """Where elements of one name and class stand: their styles, and the places below."""

    styles: dict[str | None, Any] = field(default_factory=dict)
    below: dict[Any, "Place"] = field(default_factory=dict)

    def of(self, element: Element) -> "Place | None":
        """The place of an element in this one; None if its attributes may say anything."""
        if not PLAIN.issuperset(element.attrib):
            return None
        name = (element.tag, *element.attrib.items())
        return self.below.get(name) or self.below.setdefault(name, Place())


_styles_of_any = document.get_all_computed_styles
_top = Place()
_page_sizes: dict[str, Any] = {"box": None, "area": None}


def switch_on() -> None:
    document.get_all_computed_styles = _styles_of


def _styles_of(html: Any, sheets: Any, *more: Any) -> StyleFor:
    """In place of WeasyPrint's function, which still serves pages with styles of their own."""
    if any(next(html.etree_element.iter(tag), None) is not None for tag in ("link", "style")):
        return _styles_of_any(html, sheets, *more)
    _hints, font_config, counter_style, _colours, _page_rules, _layers, targets, _forms = more
    for style in html._ua_counter_style():
        counter_style.update(style)
    every = [(sheet, "user agent", None) for sheet in html._ua_stylesheets()]
    every += [(sheet, "user", None) for sheet in sheets]
    return KeptStyles(html.wrapper_element, every, font_config, targets)


class KeptStyles(StyleFor):  # type: ignore[misc]  # WeasyPrint ships no types
    """The styles of one document, most of them from the documents before."""

    def __init__(self, root: Any, sheets: Any, font_config: Any, targets: Any) -> None:
        self._sheets, self.font_config, self._targets = sheets, font_config, targets
        self._root = root.etree_element
        self._cascaded_styles: dict[Any, Any] = {}
        self._computed_styles: dict[Any, Any] = {}
        self.initial_page_sizes = _page_sizes
        self._go(root, _top)

    def _go(self, element: Any, above: Place | None) -> None:
        own = element.etree_element
        place = above.of(own) if above else None
        styles = place.styles if place and place.styles else self._compute(element)
        for pseudo, style in styles.items():
            self._computed_styles[own, pseudo] = style
        if place and not place.styles:
            place.styles = {pseudo: lasting(style) for pseudo, style in styles.items()}
        if own.tag == DRAWING:
            self._computed_styles.update({(child, None): NO_BOX for child in own})
            return
        for child in element.iter_children():
            self._go(child, place)

    def _compute(self, element: Any) -> dict[str | None, Any]:
        own = element.etree_element
        parent = element.parent.etree_element if element.parent else None
        for pseudo, declarations in self._declared(element):
            style = self._cascaded_styles.setdefault((own, pseudo), {})
            for name, values, weight in declarations:
                if name not in style or style[name][1] <= weight:
                    style[name] = values, weight
        pseudos = [pseudo for _, pseudo in self._cascaded_styles if pseudo]
        self.set_computed_styles(own, parent, self._root, target_collector=self._targets)
        for pseudo in pseudos:
            self.set_computed_styles(
                own, own, self._root, pseudo_type=pseudo, target_collector=self._targets
            )
        self._cascaded_styles.clear()
        return {pseudo: self._computed_styles[own, pseudo] for pseudo in (None, *pseudos)}

    def _declared(self, element: Any) -> Iterator[tuple[str | None, Any]]:
        """Per selector that applies: the pseudo-element, and names with values and weights."""
        own = element.etree_element
        alone = Element(own.tag, own.attrib)
        for specificity, _, declarations, base_url in find_style_attributes(alone):
            prepared = preprocess_declarations(base_url, declarations)
            yield None, _weighed(prepared, "author", inf, specificity)
        for sheet, origin, sheet_specificity in self._sheets:
            for specificity, _, pseudo, (declarations, layer) in sheet.matcher.match(element):
                order = inf if layer is None else sheet.layers.index(layer)
                weighed = _weighed(declarations, origin, order, sheet_specificity or specificity)
                yield pseudo, weighed


def _weighed(declarations: Any, origin: str, order: float, specificity: Any) -> Iterator[Any]:
    for name, values, importance in declarations:
        yield name, values, (declaration_precedence(origin, importance), order, specificity)


def lasting(style: Any) -> Any:
    """The style, marked as one that lasts: what belongs to it may be kept too."""
    style.lines = {}
    return style
