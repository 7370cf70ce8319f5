"""Which fonts reports are set in: the same few files on every machine, wherever they lie."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import pylopdf_fonts_jp

PREFERRED = ("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf")
"""BIZ UDPGothic, made to be read easily, with a bold of its own."""

SHIPPED = Path(pylopdf_fonts_jp.__file__).parent / "NotoSansJP-Regular.otf"
"""Noto Sans JP, there on every machine, without a bold."""

FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
)
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
{folders}
<cachedir>{cache}</cachedir>
<selectfont><rejectfont><glob>*</glob></rejectfont><acceptfont>
{files}
</acceptfont></selectfont>
</fontconfig>
"""


@dataclass(frozen=True, slots=True)
class Fonts:
    """Font files: the preferred ones where they are installed, and a copy of the shipped one.

    A renderer makes that copy, the last file, before it starts (``press.numbering``).
    """

    files: tuple[Path, ...]

    @property
    def has_preferred(self) -> bool:
        return len(self.files) > 1


def find_fonts(data_dir: Path, folders: Iterable[str] = FOLDERS) -> Fonts:
    """Look for the preferred files; the shipped font follows them for rarer letters."""
    places = [Path(folder).expanduser() for folder in folders]
    found = [path for name in PREFERRED if (path := _find(name, places))]
    preferred = found if len(found) == len(PREFERRED) else []
    copy = f"NotoSansJP-{version('pylopdf-fonts-jp')}.otf"
    return Fonts((*preferred, data_dir / "fonts" / copy))


def configure(fonts: Fonts, data_dir: Path) -> Path:
    """Write the fontconfig file that names exactly these fonts; where it lies."""
    path = data_dir / "fonts.conf"
    folders = dict.fromkeys(file.parent for file in fonts.files)
    text = CONFIGURATION.format(
        folders=_lines("dir", folders),
        cache=escape(str(data_dir / "font-cache")),
        files=_lines("glob", fonts.files),
    )
    if not path.exists() or path.read_text("utf-8") != text:
        _replace(path, text)
    return path


def _find(name: str, places: Sequence[Path]) -> Path | None:
    return next((path for place in places for path in sorted(place.rglob(name))), None)


def _lines(element: str, paths: Iterable[Path]) -> str:
    return "\n".join(f"<{element}>{escape(str(path))}</{element}>" for path in paths)


def _replace(path: Path, text: str) -> None:
    """At once: a renderer that starts meanwhile reads the old file or the new one."""
    with TemporaryDirectory(dir=path.parent) as folder:
        new = Path(folder) / path.name
        new.write_text(text, "utf-8")
        new.replace(path)
