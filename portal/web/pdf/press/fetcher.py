"""Nothing is fetched: a page and its stylesheet come whole."""

from typing import Any, NoReturn

from weasyprint.urls import FatalURLFetchingError, URLFetcher


class DenyAll(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Ends the rendering at the first address that somebody wants to be read, data: too."""

    def fetch(self, url: str, headers: Any = None) -> NoReturn:
        raise FatalURLFetchingError(f"refused to fetch {url[:100]}")
