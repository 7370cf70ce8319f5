"""Why there is no PDF."""


class NoPdf(Exception):
    """A page was not printed. The message is for the log."""


class RendererMissing(NoPdf):
    """No renderer can be started here: a library is missing, or its fonts cannot be written."""


class RenderersBusy(NoPdf):
    """Every renderer had other pages to print for too long."""


class PageTooSlow(NoPdf):
    """The page took longer than a page may take; its renderer was ended."""


class PageRefused(NoPdf):
    """The page has something on it that is not printed as it should be."""
