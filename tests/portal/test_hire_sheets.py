"""Sheets to write on: whose each is, what a score is made of, where one that changed goes."""

import re
from io import BytesIO

import pypdf
import pytest
from flask import Flask

from assessments.text import LANGUAGES, Language
from assessments.work_samples import DataTable
from portal.library import interviews, library
from tests.paper import text_of, tight
from tests.portal.hire_papers import printed

pytest_plugins = ["tests.demo_portal", "tests.presses"]

WORD = re.compile(r"[0-9A-Za-z,.]{4,}")
WHOSE: dict[Language, list[str]] = {
    "ja": ["候補者・受付番号", "面接官"],
    "en": ["Candidate or code", "Interviewer"],
}
ON_A_SHEET: dict[Language, list[str]] = {
    "ja": [
        "1と2は同じ経験",
        "三つの答えをまとめて",
        "これだけで点は決まりません",
        "合議後の点",
        "変えた理由",
    ],
    "en": [
        "the same event",
        "One score for all three",
        "A sign alone",
        "Score after the",
        "Why it",
    ],
}
ON_THE_RECORD: dict[Language, list[str]] = {
    "ja": ["募集職種", "通過・要確認", "スキル診断"],
    "en": ["Position", "pass / discuss", "Skills test"],
}
ON_THE_RULE: dict[Language, list[str]] = {
    "ja": ["偶数個", "必須要件だけを聞き直す面接"],
    "en": ["even number", "meet again about the must-haves"],
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("type_id", list(library().types))
def test_a_loose_sheet_says_whose_it_is_and_how_to_score_on_it(
    demo_press: Flask, type_id: str, language: Language
) -> None:
    kit = pypdf.PdfReader(BytesIO(printed("kit", type_id, language)))
    _front, rule, *sheets = [tight(page.extract_text()) for page in kit.pages[:9]]
    for wanted in ON_THE_RULE[language]:
        assert tight(wanted) in rule
    for sheet in sheets[:6]:
        for wanted in WHOSE[language] + ON_A_SHEET[language]:
            assert tight(wanted) in sheet
    for wanted in WHOSE[language] + ON_THE_RECORD[language]:
        assert tight(wanted) in sheets[6]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("type_id", list(library().types))
def test_no_word_or_number_of_the_material_is_broken(
    demo_press: Flask, type_id: str, language: Language
) -> None:
    sheet = text_of(printed("work_sample", type_id, language))
    words = [word for text in cells_of(type_id, language) for word in WORD.findall(text)]
    assert [word for word in words if word not in sheet] == []


def cells_of(type_id: str, language: Language) -> list[str]:
    material = interviews().kits[type_id].work_sample.assignment.material
    tables = [each for each in material if isinstance(each, DataTable)]
    cells = [cell for table in tables for line in (table.columns, *table.rows) for cell in line]
    return [cell.in_language(language) for cell in cells]
