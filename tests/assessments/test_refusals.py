"""Every refusal speaks both languages and asks for the same values in each."""

import re

import pytest

from assessments import kpi_refusals, ratings, settling
from assessments.refusals import Refusal

EVERY = [
    each
    for module in (kpi_refusals, ratings, settling)
    for each in vars(module).values()
    if isinstance(each, type) and issubclass(each, Refusal) and each.__module__ == module.__name__
    if "wording" in vars(each)
]


def test_the_refusals_are_found() -> None:
    assert {ratings.EvidenceMissing, settling.ReasonMissing} < set(EVERY)


@pytest.mark.parametrize("refusal", EVERY)
def test_a_refusal_asks_for_the_same_values_in_both_languages(refusal: type[Refusal]) -> None:
    ja, en = (re.findall(r"{\w+}", text) for text in (refusal.wording.ja, refusal.wording.en))
    assert sorted(ja) == sorted(en)


@pytest.mark.parametrize("refusal", EVERY)
def test_a_refusal_is_a_sentence_in_both_languages(refusal: type[Refusal]) -> None:
    assert re.search("[ぁ-ん].*。$", refusal.wording.ja)
    assert re.search(r"^[“{A-Z].*\.$", refusal.wording.en)
