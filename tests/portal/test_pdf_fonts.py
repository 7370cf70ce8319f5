"""Fonts: the preferred one where it is installed, the shipped one everywhere, no other."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import outloud
import pdfua
import pikepdf
from defusedxml import ElementTree
from flask import Flask
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # ships no types

from portal.web.pdf.fonts import PREFERRED, SHIPPED, Fonts, configure, find_fonts
from portal.web.pdf.press.numbering import number_by_place
from portal.web.pdf.renderer import Renderer
from tests.paper import a_page, opened, page_about, text_of

pytest_plugins = ["tests.demo_portal"]


def embedded(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """The descriptors of the embedded fonts by name."""
    fonts = pdf.pages[0].Resources.Font
    descendants = [font.DescendantFonts[0] for _, font in fonts.items()]
    return {str(each.BaseFont): each.FontDescriptor for each in descendants}


def test_without_the_preferred_font_everything_is_set_in_the_shipped_one(tmp_path: Path) -> None:
    fonts = find_fonts(tmp_path, folders=[str(tmp_path)])
    assert not fonts.has_preferred
    renderer = Renderer(tmp_path, fonts)
    pdf = renderer.print(a_page("<p>佐藤 <strong>花子</strong> Hana</p>"), 60)
    renderer.stop()
    assert all("Noto-Sans-JP" in name for name in embedded(opened(pdf)))
    assert "佐藤 花子 Hana" in text_of(pdf)


def test_the_preferred_font_counts_only_with_its_bold(tmp_path: Path) -> None:
    shutil.copy(SHIPPED, tmp_path / PREFERRED[0])
    assert not find_fonts(tmp_path, folders=[str(tmp_path)]).has_preferred
    shutil.copy(SHIPPED, tmp_path / PREFERRED[1])
    fonts = find_fonts(tmp_path, folders=[str(tmp_path)])
    assert fonts.has_preferred
    assert [file.name for file in fonts.files[:2]] == list(PREFERRED)


def test_the_letters_of_the_shipped_font_are_numbered_by_their_places(tmp_path: Path) -> None:
    number_by_place(SHIPPED, tmp_path / "copy.otf")
    with TTFont(SHIPPED) as shipped, TTFont(tmp_path / "copy.otf") as copy:
        numbers = [int(name.removeprefix("cid")) for name in copy["CFF "].cff[0].charset[1:]]
        assert numbers == list(range(1, copy["maxp"].numGlyphs))
        place, before = copy.getGlyphID, shipped.getGlyphID
        moved = copy.getBestCmap().items()
        assert all(place(name) == before(shipped.getBestCmap()[code]) for code, name in moved)


def test_the_checkers_find_no_error_in_the_shipped_font_either(
    demo_portal: Flask, tmp_path: Path
) -> None:
    renderer = Renderer(tmp_path, find_fonts(tmp_path, folders=()))
    path = tmp_path / "report.pdf"
    path.write_bytes(renderer.print(page_about("csm@demo.example"), 60))
    renderer.stop()
    found = outloud.check(str(path))
    assert (found.error, found.errors) == (None, 0), found.findings
    assert pdfua.validate(str(path)).exit_code == 0


def test_the_configuration_names_exactly_the_fonts_found(tmp_path: Path) -> None:
    folder = tmp_path / "fonts & more"
    folder.mkdir()
    fonts = Fonts((folder / "one.ttf", folder / "two.ttf", SHIPPED))
    root = ElementTree.fromstring(configure(fonts, tmp_path).read_text("utf-8"))
    assert [each.text for each in root.findall("dir")] == [str(folder), str(SHIPPED.parent)]
    accepted = [each.text for each in root.findall("selectfont/acceptfont/glob")]
    assert accepted == [str(file) for file in fonts.files]


def test_two_threads_write_the_same_files_and_leave_nothing_else_behind(tmp_path: Path) -> None:
    fonts = [Fonts((tmp_path / f"{number}.ttf", SHIPPED)) for number in range(2)]

    def write(place: int) -> None:
        number_by_place(SHIPPED, tmp_path / "copy.otf")
        for turn in range(100):
            configure(fonts[(place + turn) % 2], tmp_path)

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(write, range(2))) == [None, None]
    assert {each.name for each in tmp_path.iterdir()} == {"copy.otf", "fonts.conf"}


def test_fonts_are_embedded_cut_down_and_can_be_searched(tmp_path: Path) -> None:
    renderer = Renderer(tmp_path, find_fonts(tmp_path))
    pdf = opened(renderer.print(a_page("<p>佐藤 <strong>花子</strong></p>"), 60))
    renderer.stop()
    fonts = pdf.pages[0].Resources.Font
    assert all("/ToUnicode" in font for _, font in fonts.items())
    for name, descriptor in embedded(pdf).items():
        assert name[7] == "+"
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
