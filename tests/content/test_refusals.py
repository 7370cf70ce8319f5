"""Every refusal of training speaks both languages and asks for the same values in each."""

import re

import pytest

from assessments.refusals import Refusal
from content import curriculum_refusals, drills

EVERY = [
    each
    for module in (curriculum_refusals, drills)
    for each in vars(module).values()
    if isinstance(each, type) and issubclass(each, Refusal) and each.__module__ == module.__name__
]


def test_the_refusals_are_found() -> None:
    assert {curriculum_refusals.StageClosed, drills.NoNumber} < set(EVERY)


@pytest.mark.parametrize("refusal", EVERY)
def test_a_refusal_is_a_sentence_in_both_languages(refusal: type[Refusal]) -> None:
    ja, en = refusal.wording.ja, refusal.wording.en
    assert sorted(re.findall(r"{\w+}", ja)) == sorted(re.findall(r"{\w+}", en))
    assert re.search("[ぁ-ん].*。$", ja)
    assert re.search(r"^[“{A-Z].*\.$", en)
