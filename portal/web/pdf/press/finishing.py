"""WeasyPrint's last step before it writes a PDF."""

from typing import Any

from .packing import pack
from .tags import Structure, give_scope, keep_nearest_row_heads, set_running_heads_apart


def finish(_document: Any, pdf: Any) -> None:
    """Mend the tags, then pack the streams; the signature is WeasyPrint's."""
    structure = Structure(pdf.objects)
    give_scope(structure)
    keep_nearest_row_heads(structure)
    set_running_heads_apart(structure)
    pack(pdf.objects)
