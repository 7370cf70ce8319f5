"""Loading a lesson: whatever is wrong with it, the error names file and key."""

from pathlib import Path

import pytest

from assessments.levels import Level
from assessments.loading import LibraryError
from content.bodies import Grid, Listing, Paragraph, Quote, SectionName, Span
from content.lessons import Format
from content.templates import Form
from tests.content import sample


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return sample.write(tmp_path)


def test_a_lesson_is_read_with_all_its_parts(folder: Path) -> None:
    material = sample.read(folder)
    assert material.lesson.format is Format.WORKSHEET
    assert (material.lesson.start, material.lesson.goal) == (Level.AWARE, Level.INDEPENDENT)
    assert [sign.level for sign in material.exercise.signs] == [2, 3]
    assert [question.right.id for question in material.check] == ["a", "b", "c"]
    assert material.figures[0].holds
    assert len(material.drills) == 1
    assert material.template is not None


def test_a_body_comes_in_blocks(folder: Path) -> None:
    body = sample.read(folder).bodies["en"]
    assert len(body.section(SectionName.POINTS).headings) == 3
    grid, quote = body.section(SectionName.EXAMPLE).blocks
    assert isinstance(grid, Grid)
    assert grid.rows == (((Span("April"),), (Span("94.5%"),)),)
    assert quote == Quote(((Span("Dear all"),), (Span("Text"),)))
    (listing,) = body.section(SectionName.EXERCISE).blocks
    assert listing == Listing(True, ((Span("Choose."),), (Span("Write."),)))


def test_lines_of_a_paragraph_are_joined_and_bold_words_stand_out(folder: Path) -> None:
    points = sample.read(folder).bodies["en"].section(SectionName.POINTS)
    assert Paragraph((Span("Some text on two lines."),)) in points.blocks
    assert Paragraph((Span("Sato", strong=True), Span(" Yes."))) in points.blocks


def test_japanese_lines_are_joined_without_a_blank(folder: Path) -> None:
    sample.spoil(folder, "ja.md", "本文です。\n", "本文\nです。\n")
    points = sample.read(folder).bodies["ja"].section(SectionName.POINTS)
    assert points.blocks[1] == Paragraph((Span("本文です。"),))


def test_blank_lines_do_not_cut_a_list(folder: Path) -> None:
    sample.spoil(folder, "en.md", "1. Choose.\n2.", "1. Choose.\n\n2.")
    (listing,) = sample.read(folder).bodies["en"].section(SectionName.EXERCISE).blocks
    assert isinstance(listing, Listing)
    assert len(listing.items) == 2


def test_a_table_of_a_template_keeps_its_formula(folder: Path) -> None:
    template = sample.read(folder).template
    assert template is not None
    form = template.parts[0]
    assert isinstance(form, Form)
    assert form.columns[3].formula is not None
    assert set(form.columns[3].formula.names) == {"hours", "rate"}
    assert form.rows[0]["hours"] == 2.5


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("lesson.toml", 'kind = "solve"', 'kind = "cook"', "kind: 'cook' is none of explain"),
        ("lesson.toml", '"worksheet"', '"poem"', "format: 'poem' is none of article"),
        ("lesson.toml", '["con_pm"]', '["con_tea"]', "skills: 'con_tea' is not known here"),
        ("lesson.toml", '["con_pm"]', '["con_pm", "con_pm"]', "skills: 'con_pm' stands twice"),
        ("lesson.toml", '["con_pm"]', "[]", "skills: is empty"),
        ("lesson.toml", '["con_pm"]', "[3]", "skills: must be a list of words"),
        ("lesson.toml", "from = 1", "from = 3", "to: must be above from (3)"),
        ("lesson.toml", "to = 3", "to = 6", "to: must be a whole number from 1 to 5"),
        ("lesson.toml", "minutes = 30", 'minutes = "30"', "minutes: must be a whole number"),
        ("lesson.toml", "requires = []", "", "requires: is missing"),
        ("lesson.toml", 'en = "A plan"', 'de = "Plan"', "title: must have exactly the languages"),
        ("lesson.toml", "計画を", "計<b>画</b>を", "aim.ja: HTML may not stand here: '<b>"),
        ("lesson.toml", "kind =", 'colour = "red"\nkind =', "colour: is not known here"),
        ("lesson.toml", "level = 2", "level = 1", "exercise.signs: con_pm has none for level 2"),
        ("lesson.toml", "level = 2", "level = 4", "exercise.signs[0].level: must be a whole"),
        ("lesson.toml", 'skill = "con_pm"', 'skill = "kn_it"', "signs[0].skill: 'kn_it' is none"),
        ("lesson.toml", 'key = "b"', 'key = "d"', "check[1].key: 'd' is no option"),
        ("lesson.toml", 'id = "b"', 'id = "d"', "check[0].options: must be a, b, c or a, b, c, d"),
        ("lesson.toml", "[[check]]", "[[cheque]]", "cheque: is not known here"),
        ("lesson.toml", '"nrr"', '"nrx"', "figures[0].formula: 'nrx' is none of ltv_net"),
        ("lesson.toml", "churned = 400000", "lost = 4", "figures[0].values: must be start, exp"),
        ("lesson.toml", '"94.5%"', '"945 yen"', "figures[0].shown: '945 yen' must be a number"),
        ("lesson.toml", "start + 20", "begin + 20", "mistakes[0].of: names begin, which is no"),
        ("lesson.toml", "start + 20", "start ** 2", "mistakes[0].of: 'lost / (start ** 2)' may"),
        ("lesson.toml", "lost = [5, 10, 1]", "lost = [5, 1, 1]", "draw.lost: must be [least, most"),
        ("lesson.toml", "{start}社", "社", "drills[0].story.ja: must name start, lost in braces"),
        ("lesson.toml", "{start}社", "{start}{社", "drills[0].story.ja: has a brace without its"),
        ("lesson.toml", "{start}.", "{{start}}.", "drills[0].story.en: has a brace without its"),
        ("lesson.toml", "start + 20", "lost * 0", "drills[0].draw: cannot be calculated with: no"),
        ("lesson.toml", "start + 20", "start + 1e999", "drills[0].draw: cannot be calculated with"),
        ("lesson.toml", "[5, 10, 1]", "[5, inf, 1]", "draw.lost: must be [least, most, step]"),
        ("lesson.toml", "[5, 10, 1]", "[5, 10, nan]", "draw.lost: must be [least, most, step]"),
        ("lesson.toml", "[5, 10, 1]", "[true, 10, 1]", "draw.lost: must be [least, most, step]"),
        ("lesson.toml", "[5, 10, 1]", "[500, 900, 1]", "draw: cannot be calculated with: no num"),
        ("lesson.toml", "churned = 400000", "churned = inf", "values.churned: must be a number"),
        ("lesson.toml", "churned = 400000", "churned = nan", "values.churned: must be a number"),
        ("lesson.toml", "churned = 400000", "churned = true", "values.churned: must be a number"),
        ("lesson.toml", "churned = 400000", "churned = [true]", "values.churned: must be a number"),
        ("lesson.toml", "churned = 400000", "churned = [4]", "values: cannot be calculated with"),
        ("lesson.toml", "start = 8000000", "start = 0", "values: cannot be calculated with: There"),
        ("ja.md", "## 要点", "## ようてん", "sections must be 要点 / 実例 / 演習, are"),
        ("ja.md", "## 実例", "## 演習", "演習: stands twice"),
        ("ja.md", "## 要点", "前書き\n## 要点", "must begin with a section"),
        ("ja.md", "### 二つ目です", "二つ目です", "要点: must have 3 to 6 points, has 2"),
        ("en.md", "Some text.", "Some <i>text</i>.", "Key points: HTML may not stand here: '<i>"),
        ("en.md", "Some text.", "Some&nbsp;text.", "Key points: HTML may not stand here: '&nbsp;"),
        ("en.md", "Some text.", "[Text](page).", "Key points: a link may not stand here"),
        ("en.md", "Some text.", "![Text](page).", "Key points: an image may not stand here"),
        ("en.md", "Some text.", "`text`", "Key points: code marks may not stand here"),
        ("en.md", "**Sato**", "**Sato", "Key points: ** without its partner"),
        ("en.md", "Some text.", "#### Deep", "Key points: may not stand here: '#### Deep'"),
        ("en.md", "2. Write.", "   - Write.", "Exercise: may not stand here: '   - Write.'"),
        ("en.md", "| April |", "|", "Worked example: a table has rows of different lengths"),
        ("en.md", "| --- | --- |\n", "", "Worked example: a table needs a head, a line of dashes"),
        (
            "en.md",
            "2. Write.\n",
            "",
            "exercise: is not made like ja.md: block 1 is ('numbered', 1)",
        ),
        ("en.md", "1. Choose.\n2. Write.\n", "", "Exercise: is empty"),
        ("template.toml", '"plan-sheet"', '"Plan Sheet"', "name: 'Plan Sheet' must be small"),
        ("template.toml", 'kind = "table"', 'kind = "chart"', "parts[tasks].kind: 'chart' is none"),
        ("template.toml", "{rate}", "{price}", "columns[cost].formula: names price, which is no"),
        ("template.toml", "{rate}", "{task}", "columns[cost].formula: cannot compute from task"),
        ("template.toml", "{rate}", "{cost}", "columns: formulas go in a circle: cost"),
        (
            "template.toml",
            "{hours} *",
            "{hours} *)",
            "columns[cost].formula: '{hours} *) {rate}' is",
        ),
        ("template.toml", "width = 40", "width = 80", "columns: widths add up to 112, the page"),
        ("template.toml", "blank = 3", "blank = 31", "parts[tasks].blank: must be a whole number"),
        ("template.toml", "hours = 2.5", "days = 2.5", "rows[0].days: is not known here"),
        ("template.toml", "hours = 2.5", "cost = 2.5", "rows[0].cost: is computed"),
        ("template.toml", "hours = 2.5", "hours = inf", "rows[0].hours: must be a number"),
        ("template.toml", "hours = 2.5", "hours = nan", "rows[0].hours: must be a number"),
        ("template.toml", "hours = 2.5", "hours = true", "rows[0].hours: must be a number"),
        ("template.toml", "hours = 2.5", 'hours = { ja = "二", en = "Two" }', "hours: must be"),
        ("template.toml", "{rate}", "1_000", "columns[cost].formula: 1_000 must be written in"),
        ("template.toml", "{rate}", "0x10", "columns[cost].formula: 0x10 must be written in"),
        ("template.toml", "{rate}", "1e3", "columns[cost].formula: 1e3 must be written in digits"),
        ("template.toml", "{rate}", "2 # twice", "columns[cost].formula: must be without a remark"),
        ("template.toml", "lines = 2", "lines = 13", "fields[0].lines: must be a whole number"),
        ("template.toml", 'kind = "sheet"', 'kind = "document"', "only a sheet can compute"),
        ("template.toml", 'id = "names"', 'id = "tasks"', "parts[tasks]: stands twice"),
        ("template.toml", "paragraphs =", "lines =", "parts[mail].lines: is not known here"),
        (
            "template.toml",
            'ja = "責任者", ',
            "",
            "fields[0].label: must have exactly the languages",
        ),
    ],
)
def test_a_wrong_entry_is_named(folder: Path, file: str, old: str, new: str, message: str) -> None:
    sample.spoil(folder, file, old, new)
    with pytest.raises(LibraryError) as wrong:
        sample.read(folder)
    assert str(wrong.value).startswith(f"T99/{file}: ")
    assert message in str(wrong.value)


@pytest.mark.parametrize("file", sample.FILES)
def test_a_missing_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    with pytest.raises(LibraryError, match=rf"^T99/{file}: No such file"):
        sample.read(folder)


@pytest.mark.parametrize("file", sample.FILES)
def test_a_file_that_cannot_be_read_is_named(folder: Path, file: str) -> None:
    (folder / file).write_bytes(b"\xff\xfe")
    with pytest.raises(LibraryError, match=rf"^T99/{file}: \S"):
        sample.read(folder)


@pytest.mark.parametrize("count", [2, 6])
def test_a_check_has_three_to_five_questions(folder: Path, count: int) -> None:
    head, first, *rest = (folder / "lesson.toml").read_text("utf-8").split("[[check]]")
    tail = "[[figures]]" + rest[-1].split("[[figures]]")[1]
    (folder / "lesson.toml").write_text("[[check]]".join([head, *[first] * count]) + tail, "utf-8")
    with pytest.raises(LibraryError, match=f"check: must have 3 to 5, has {count}"):
        sample.read(folder)


def test_an_article_may_come_without_a_template(folder: Path) -> None:
    sample.spoil(folder, "lesson.toml", '"worksheet"', '"article"')
    (folder / "template.toml").unlink()
    assert sample.read(folder).template is None


def test_a_role_play_has_its_own_sections(folder: Path) -> None:
    sample.spoil(folder, "lesson.toml", '"worksheet"', '"roleplay"')
    with pytest.raises(LibraryError, match="sections must be 要点 / 役割カードA / 役割カードB"):
        sample.read(folder)


CHOICES = 'label = {{ ja = "作業", en = "Task" }}\nchoices = [{}]'
PLAIN = 'label = { ja = "作業", en = "Task" }'


def choices_of(*words: str) -> str:
    return CHOICES.format(", ".join(f'{{ ja = "は{each}", en = "{each}" }}' for each in words))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("Yes, soon", "No"), "columns[task].choices: a comma would cut 'はYes, soon' in two"),
        (("x" * 126, "y" * 127), "columns[task].choices: must be at most 255 characters in ja"),
    ],
)
def test_choices_that_a_sheet_cannot_hold_are_named(
    folder: Path, words: tuple[str, ...], message: str
) -> None:
    sample.spoil(folder, "template.toml", PLAIN, choices_of(*words))
    with pytest.raises(LibraryError) as wrong:
        sample.read(folder)
    assert message in str(wrong.value)


def test_choices_may_fill_a_sheet_and_hold_commas_in_a_document(folder: Path) -> None:
    sample.spoil(folder, "template.toml", PLAIN, choices_of("x" * 126, "y" * 126))
    assert sample.read(folder).template is not None
    sample.spoil(folder, "template.toml", "x" * 126, "Yes, soon")
    sample.spoil(folder, "template.toml", 'formula = "{hours} * {rate}"\n', "")
    sample.spoil(folder, "template.toml", 'kind = "sheet"', 'kind = "document"')
    assert sample.read(folder).template is not None


def test_a_sheet_has_no_columns_beyond_z(folder: Path) -> None:
    column = '[[parts.columns]]\nid = "c{}"\nlabel = {{ ja = "列", en = "C" }}\nwidth = 1\n'
    more = "".join(column.format(place) for place in range(22))
    fields = '[[parts]]\nid = "names"'
    sample.spoil(folder, "template.toml", fields, more + fields)
    assert sample.read(folder).template is not None
    sample.spoil(folder, "template.toml", fields, column.format(22) + fields)
    with pytest.raises(LibraryError, match="columns: must be at most 26, are 27"):
        sample.read(folder)
