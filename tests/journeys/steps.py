"""What a person does in the portal, step by step, in either language."""

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

EVIDENCE = {
    "ja": "移行の遅れを10月3日に把握し、当日中に計画を組み直して期日どおりに終えた。",
    "en": "Saw the delay on 3 October, re-planned the same day and finished on the agreed date.",
}
REASON = {
    "ja": "定型の案件は一人で完了。例外は相談している。",
    "en": "Finishes standard cases alone and asks on exceptions.",
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of buttons and links in one language."""

    language: str
    csm: str
    manager: str
    admin: str
    sign_out: str
    assess: str
    proceed: str
    review: str
    submit: str
    submitted: str
    side_by_side: str
    saved: str
    save_levels: str
    finalise: str
    growth_report: str
    manager_report: str
    check_answers: str
    learning_plan: str
    hiring: str
    kit_pdf: str
    sample_pdf: str
    job: str
    job_pdf: str
    copy: str
    copied: str
    check_questions: str
    check: str


JAPANESE = Words(
    language="日本語",
    csm="CSM(担当者)",
    manager="上長(CSリーダー)",
    admin="管理者",
    sign_out="サインアウト",
    assess="評価",
    proceed="続ける",
    review="保存して確認へ進む",
    submit="提出する",
    submitted="提出しました",
    side_by_side="評価の比較",
    saved="保存しました",
    save_levels="合意レベルを保存",
    finalise="評価を確定する",
    growth_report="成長レポート(PDF)",
    manager_report="上長向けレポート(PDF)",
    check_answers="答え合わせをする",
    learning_plan="自分の学習計画",
    hiring="採用",
    kit_pdf="面接キットをダウンロード(PDF)",
    sample_pdf="候補者用の実技課題(PDF)",
    job="募集要項",
    job_pdf="ダウンロード(PDF)",
    copy="文章をコピーする",
    copied="コピーしました",
    check_questions="質問を点検する",
    check="点検する",
)
ENGLISH = Words(
    language="English",
    csm="CSM",
    manager="Manager (CS leader)",
    admin="Admin",
    sign_out="Sign out",
    assess="Assess",
    proceed="Continue",
    review="Save and review",
    submit="Submit",
    submitted=r"Submitted\.",
    side_by_side="Side by side",
    saved="Saved",
    save_levels="Save the agreed levels",
    finalise="Finalise the round",
    growth_report="Growth report (PDF)",
    manager_report="Manager report (PDF)",
    check_answers="Check my answers",
    learning_plan="My learning plan",
    hiring="Hiring",
    kit_pdf="Download the kit (PDF)",
    sample_pdf="Work sample for the candidate (PDF)",
    job="Job description",
    job_pdf="Download (PDF)",
    copy="Copy the text",
    copied="Copied",
    check_questions="Check questions",
    check="Check",
)


def open_in(page: Page, url: str, words: Words) -> None:
    """Open the portal and choose the language."""
    page.goto(url)
    page.get_by_role("button", name=words.language, exact=True).click()


def become(page: Page, role: str) -> None:
    """Sign in as one of the demo's roles."""
    page.get_by_role("button", name=role, exact=True).click()


def leave(page: Page, words: Words, menu: str) -> None:
    """Sign out through the menu under one's name."""
    page.get_by_role("button", name=menu).click()
    page.get_by_role("button", name=words.sign_out).click()


def rate_everything(page: Page, words: Words, language: str, level: str) -> None:
    """Answer every category by keyboard, with evidence, and submit."""
    while True:
        for picker in page.locator("[data-level-picker]").all():
            _answer(page, picker, language, level)
        is_last = page.get_by_role("button", name=words.review).is_visible()
        page.locator("form .actions .button-primary").click()
        if is_last:
            break
    page.get_by_role("button", name=words.submit, exact=True).click()
    expect(page.get_by_text(re.compile(words.submitted)).first).to_be_visible()


def agree_everywhere(page: Page, words: Words, language: str, level: str) -> None:
    """Give every skill that differs the same agreed level, with a reason, and finalise."""
    for picker in page.locator("[data-level-picker]").all():
        picker.locator(f"input[value='{level}']").check()
        region = picker.locator("xpath=ancestor::*[@data-autosave-url]")
        if region.locator("details").count():
            region.locator("summary").click()
        region.locator("textarea").fill(REASON[language])
    page.get_by_role("button", name=words.save_levels).click()
    page.get_by_role("button", name=words.finalise).click()


def text_of_download(page: Page, link: str, folder: Path) -> str:
    """Press the link, keep the PDF and give its text without line breaks."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=link).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    reader = PdfReader(BytesIO(path.read_bytes()))
    return "".join(each.extract_text() for each in reader.pages).replace("\n", "")


def _answer(page: Page, picker: Locator, language: str, level: str) -> None:
    picker.locator("input:checked").focus()
    page.keyboard.press(level)
    region = picker.locator("xpath=ancestor::*[@data-autosave-url]")
    region.locator("textarea").fill(EVIDENCE[language])
