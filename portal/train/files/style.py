"""What workbooks and documents have in common: type, colours, the words of their heads."""

from collections.abc import Mapping
from datetime import datetime

from assessments.text import Language, Text

FONT: Mapping[Language, str] = {"ja": "BIZ UDPGothic", "en": "Arial"}
INK, QUIET, SHADE, LINE = "1D2033", "5A554E", "E8EAF4", "9AA0B5"
MADE = datetime(2026, 1, 1)  # noqa: DTZ001 (a file says when it was made without a zone)
"""Every file says the same, so that the same form gives the same bytes."""

TICK = "☐"
DONE, POINTS, NOTES = Text("済", "Done"), Text("確認すること", "Point"), Text("メモ", "Notes")
