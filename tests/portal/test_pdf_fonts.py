"""Fonts: the preferred one where it is installed, the shipped one everywhere, no other."""

import shutil
from pathlib import Path

import pikepdf
from defusedxml import ElementTree

from portal.web.pdf.fonts import PREFERRED, SHIPPED, Fonts, configure, find_fonts
from portal.web.pdf.renderer import Renderer
from tests.paper import a_page, opened, text_of


def embedded(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """The descriptors of the embedded fonts by name."""
    fonts = pdf.pages[0].Resources.Font
    descendants = [font.DescendantFonts[0] for _, font in fonts.items()]
    return {str(each.BaseFont): each.FontDescriptor for each in descendants}


def test_without_the_preferred_font_everything_is_set_in_the_shipped_one(tmp_path: Path) -> None:
    fonts = find_fonts(folders=[str(tmp_path)])
    assert fonts.files == (SHIPPED,)
    renderer = Renderer(tmp_path, fonts)
    pdf = renderer.print(a_page("<p>佐藤 <strong>花子</strong> Hana</p>"), 60)
    renderer.stop()
    assert all("Noto-Sans-JP" in name for name in embedded(opened(pdf)))
    assert "佐藤 花子 Hana" in text_of(pdf)


def test_the_preferred_font_counts_only_with_its_bold(tmp_path: Path) -> None:
    shutil.copy(SHIPPED, tmp_path / PREFERRED[0])
    assert not find_fonts(folders=[str(tmp_path)]).has_preferred
    shutil.copy(SHIPPED, tmp_path / PREFERRED[1])
    fonts = find_fonts(folders=[str(tmp_path)])
    assert fonts.has_preferred
    assert fonts.files == (tmp_path / PREFERRED[0], tmp_path / PREFERRED[1], SHIPPED)


def test_the_configuration_names_exactly_the_fonts_found(tmp_path: Path) -> None:
    folder = tmp_path / "fonts & more"
    folder.mkdir()
    fonts = Fonts((folder / "one.ttf", folder / "two.ttf", SHIPPED))
    root = ElementTree.fromstring(configure(fonts, tmp_path).read_text("utf-8"))
    assert [each.text for each in root.findall("dir")] == [str(folder), str(SHIPPED.parent)]
    accepted = [each.text for each in root.findall("selectfont/acceptfont/glob")]
    assert accepted == [str(file) for file in fonts.files]


def test_fonts_are_embedded_cut_down_and_can_be_searched(tmp_path: Path) -> None:
    renderer = Renderer(tmp_path, find_fonts())
    pdf = opened(renderer.print(a_page("<p>佐藤 <strong>花子</strong></p>"), 60))
    renderer.stop()
    fonts = pdf.pages[0].Resources.Font
    assert all("/ToUnicode" in font for _, font in fonts.items())
    for name, descriptor in embedded(pdf).items():
        assert name[7] == "+"
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
