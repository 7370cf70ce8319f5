"""The shipped library: complete, consistent and in the words of the house."""

import re
from collections.abc import Iterator

import pytest

from assessments.bands import Band
from assessments.levels import Level
from assessments.skill_maps import SkillMap
from assessments.skills import SkillKind
from assessments.text import Text
from tests.assessments.builders import library

KNOWLEDGE = {"data_kpi", "data_privacy", "kn_product", "kn_it", "kn_industry"}
DISPOSITIONS = {"mind_humble", "mind_proactive", "mind_resilience"}

NEVER_SAID_JA = re.compile("弱み|できない人|不合格|離職率|カスタマーサービス|マネージャー|顧客満足")
NEVER_SAID_EN = re.compile(r"weakness|customer service|attrition|turnover", re.IGNORECASE)


def texts() -> Iterator[Text]:
    """Every text of the library but the anchors."""
    shipped = library()
    for level in shipped.levels:
        yield from (level.name, level.definition)
    for skill in shipped.table:
        yield from (skill.name, skill.definition)
    for csm_type in shipped.types.values():
        yield from (csm_type.name, csm_type.definition)
    for overlay in shipped.overlays.values():
        yield from (overlay.name, overlay.definition)
    yield from (each.name for each in shipped.categories.values())
    yield from shipped.bands.names.values()
    for question in shipped.type_finder:
        yield question.text
        yield from (option.label for option in question.options)


EVERY_TEXT = list(texts())


def test_there_are_36_skills_in_7_categories() -> None:
    assert len(library().skills) == 36
    assert list(library().categories) == ["rel", "con", "life", "data", "kn", "ops", "mind"]


def test_a_skill_is_named_after_its_category() -> None:
    for skill_id, skill in library().skills.items():
        assert skill_id == skill.id
        assert skill_id.partition("_")[0] == skill.category.id


def test_knowledge_and_conduct_are_told_apart_from_skills() -> None:
    kinds = {kind: set[str]() for kind in SkillKind}
    for skill in library().table:
        kinds[skill.kind].add(skill.id)
    assert kinds[SkillKind.KNOWLEDGE] == KNOWLEDGE
    assert kinds[SkillKind.DISPOSITION] == DISPOSITIONS


def test_there_are_8_types_6_levels_3_bands_2_duties_and_6_questions() -> None:
    shipped = library()
    assert len(shipped.types) == len(shipped.maps) == len(shipped.publications) == 8
    assert [each.level for each in shipped.levels] == list(Level)
    assert list(shipped.bands.names) == list(Band)
    assert list(shipped.overlays) == ["ov_partner", "ov_presales"]
    assert [len(each.options) for each in shipped.type_finder] == [3, 2, 2, 4, 3, 2]


@pytest.mark.parametrize("published", library().maps.values(), ids=library().maps)
def test_weights_of_a_type_add_up_to_100(published: SkillMap) -> None:
    assert sum(each.weight for each in published.requirements) == 100


@pytest.mark.parametrize("published", library().maps.values(), ids=library().maps)
def test_targets_lie_from_1_to_4_exactly_where_there_is_a_weight(published: SkillMap) -> None:
    assert all(1 <= each.target <= 4 and each.weight >= 1 for each in published.requirements)


def test_every_skill_counts_somewhere() -> None:
    asked = {skill_id for published in library().maps.values() for skill_id in published.by_skill}
    assert asked == library().skills.keys()


def test_every_type_asks_for_privacy_and_communication() -> None:
    for published in library().maps.values():
        assert {"data_privacy", "rel_communication"} <= published.by_skill.keys()


def test_every_text_is_there_in_both_languages() -> None:
    assert len(EVERY_TEXT) == 2 * (6 + 36 + 8 + 2) + 7 + 3 + 6 + 16
    for each in EVERY_TEXT:
        assert re.search("[ぁ-んァ-ヶ一-龠]", each.ja)
        assert re.fullmatch("[A-Za-z0-9 ,.;:?()&'’/-]+", each.en)


def test_no_text_stands_twice_within_its_language() -> None:
    names = [skill.name for skill in library().table]
    definitions = [skill.definition for skill in library().table]
    for phrases in (names, definitions):
        assert len({each.ja for each in phrases}) == len({each.en for each in phrases}) == 36


def test_the_wording_of_the_house_is_kept() -> None:
    assert [each.ja for each in EVERY_TEXT if NEVER_SAID_JA.search(each.ja)] == []
    assert [each.en for each in EVERY_TEXT if NEVER_SAID_EN.search(each.en)] == []


def test_japanese_texts_have_full_width_signs_and_half_width_digits() -> None:
    assert [each.ja for each in EVERY_TEXT if re.search("[,.!?０-９Ａ-Ｚａ-ｚ]", each.ja)] == []


def test_no_text_begins_or_ends_with_a_blank() -> None:
    texts_of_both = [text for each in EVERY_TEXT for text in (each.ja, each.en)]
    assert texts_of_both == [text.strip() for text in texts_of_both]


def test_questions_are_polite_and_options_and_definitions_are_not_sentences() -> None:
    for question in library().type_finder:
        assert question.text.ja.endswith("か。")
        assert question.text.en.endswith("?")
        assert not any(option.label.ja.endswith("。") for option in question.options)
    assert not any(skill.definition.ja.endswith("。") for skill in library().table)
