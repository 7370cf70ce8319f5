"""Styles of pages and of their margins are kept from one page to the next, and between documents.

Pages differ in their numbers, and no rule of ours asks for the number of a page beyond the first.
"""

from typing import Any

from weasyprint.layout import page

from .cascade import lasting

_styles_of_any = page.set_page_type_computed_styles


def switch_on() -> None:
    page.set_page_type_computed_styles = _styles_of


def _styles_of(page_type: Any, html: Any, style_for: Any) -> None:
    """In place of WeasyPrint's function, which still serves pages below a root of its own style."""
    computed = style_for.get_computed_styles()
    root = computed[html.etree_element, None]
    if "lines" not in root.__dict__:
        _styles_of_any(page_type, html, style_for)
        return
    kept = root.__dict__.setdefault("pages", {})
    kind = (page_type.side, page_type.blank, page_type.name, page_type.index == 0)
    if kind not in kept:
        _styles_of_any(page_type, html, style_for)
        cascaded = style_for.get_cascaded_styles()
        pseudos = [pseudo for element, pseudo in cascaded if element == page_type]
        kept[kind] = {pseudo: lasting(computed[page_type, pseudo]) for pseudo in pseudos}
    computed.update({(page_type, pseudo): style for pseudo, style in kept[kind].items()})
