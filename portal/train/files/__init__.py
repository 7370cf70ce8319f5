"""Templates as files to fill in: a workbook or a text document, in one language."""

from portal.train.files.made import FormFile, file_of

__all__ = ["FormFile", "file_of"]
