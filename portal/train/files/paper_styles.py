"""What python-docx leaves to the file format: East Asian fonts, shading, page numbers."""

from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell

from assessments.text import Language
from portal.train.files.style import FONT, INK, QUIET, SHADE

TAGS = {"ja": "ja-JP", "en": "en-GB"}


def new_paper(language: Language) -> Paper:
    """An empty A4 document in the portal's type, its language set for the spelling check."""
    paper = Document()
    (page,) = paper.sections
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin = Mm(20), Mm(16)
    page.top_margin, page.bottom_margin = Mm(18), Mm(18)
    _add_note_style(paper)
    for name, size in (("Normal", 10.5), ("Title", 18), ("Heading 1", 12.5), ("Note", 9)):
        _set_type(paper.styles[name], language, size, QUIET if name == "Note" else INK)
    _tighten(paper)
    return paper


def number_pages(paper: Paper, title: str) -> None:
    """The title and the page number at the foot of every page."""
    foot = paper.sections[0].footer.paragraphs[0]
    foot.style = paper.styles["Note"]
    foot.add_run(f"{title}    ")
    for code in ("PAGE", "NUMPAGES"):
        _field(foot, code)
        if code == "PAGE":
            foot.add_run(" / ")


def repeat_head(table: Table) -> None:
    """Print the first row again on every page that the table goes on to."""
    for row in table.rows:
        _add(row._tr.get_or_add_trPr(), "w:cantSplit")
    _add(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")


def pad(table: Table) -> None:
    """Keep the words of a table off its lines."""
    margins = _add(table._tbl.tblPr, "w:tblCellMar")
    for side, twips in (("top", 50), ("left", 100), ("bottom", 50), ("right", 100)):
        _add(margins, f"w:{side}", w=str(twips), type="dxa")
    if (look := table._tbl.tblPr.find(qn("w:tblLook"))) is not None:
        look.addprevious(margins)


def shade(cell: _Cell) -> None:
    _add(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=SHADE)


def _add_note_style(paper: Paper) -> None:
    style = paper.styles.add_style("Note", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = paper.styles["Normal"]


def _set_type(style: Any, language: Language, size: float, colour: str) -> None:
    style.font.name, style.font.size = FONT[language], Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    letters = style.element.get_or_add_rPr()
    fonts = letters.get_or_add_rFonts()
    for script in ("eastAsia", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), FONT[language])
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    _add(letters, "w:lang", val=TAGS[language], eastAsia=TAGS[language])


def _tighten(paper: Paper) -> None:
    paper.styles["Normal"].paragraph_format.space_after = Pt(4)
    paper.styles["Normal"].paragraph_format.line_spacing = 1.25
    paper.styles["Heading 1"].paragraph_format.space_before = Pt(14)
    paper.styles["Heading 1"].paragraph_format.space_after = Pt(4)
    paper.styles["Heading 1"].paragraph_format.keep_with_next = True
    paper.styles["Title"].paragraph_format.space_after = Pt(6)
    for line in paper.styles["Title"].element.pPr.findall(qn("w:pBdr")):
        line.getparent().remove(line)


def _field(paragraph: Any, code: str) -> None:
    """A field that the program computes: the page number, the number of pages."""
    run = paragraph.add_run()
    _add(run._r, "w:fldChar", fldCharType="begin")
    words = _add(run._r, "w:instrText")
    words.text = code
    _add(run._r, "w:fldChar", fldCharType="end")


def _add(parent: Any, tag: str, **values: str) -> Any:
    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
    parent.append(element)
    return element
