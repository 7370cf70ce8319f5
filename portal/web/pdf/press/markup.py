"""Pages that our own templates wrote: well-formed, so that a parser in C can read them."""

from xml.etree import ElementTree as Tree

from cssselect2 import ElementWrapper  # type: ignore[import-untyped]  # ships no types
from weasyprint import HTML

from .fetcher import DenyAll


class Page(HTML):  # type: ignore[misc]  # WeasyPrint ships no types
    """A document as WeasyPrint takes it, without its HTML5 parser in Python.

    Raises ParseError for a page that is not well-formed.
    """

    def __init__(self, page: str) -> None:
        root = Tree.fromstring(page)  # noqa: S314  our own template wrote it and escapes all text
        self.base_url, self.media_type, self.url_fetcher = None, "print", DenyAll()
        self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = root
