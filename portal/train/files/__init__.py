"""Templates as files to fill in: a workbook or a text document, in one language."""

from portal.train.files.made import FilledForm, file_of

__all__ = ["FilledForm", "file_of"]
