"""Publications: a map with bands and overlays, and the way it is kept."""

import json

import pytest

from assessments.bands import Band
from assessments.loading import LibraryError
from assessments.loading.publications import from_document, to_document
from assessments.profiles import Profile
from tests.assessments.builders import library, profile, publication
from tests.assessments.strategies import EVERY_PROFILE


@pytest.mark.parametrize("type_id", library().types)
def test_weights_add_up_to_100_for_every_band_and_set_of_duties(type_id: str) -> None:
    of_type = [each for each in EVERY_PROFILE if each.type.id == type_id]
    assert len(of_type) == 3 * 4
    assert {total(each) for each in of_type} == {100}


def total(asked: Profile) -> int:
    return sum(each.weight for each in asked.requirements)


def test_a_standard_profile_without_duties_is_the_published_map() -> None:
    asked = profile("leader")
    assert asked.map == publication("leader").map
    assert (asked.band, asked.overlays) == (Band.STANDARD, ())


def test_duties_come_first_so_that_a_senior_is_asked_more_of_them() -> None:
    partner = profile("onboarding", Band.SENIOR, "ov_partner").map.by_skill["ops_partner"]
    assert (partner.target, partner.weight) == (5, 12)


def test_a_profile_names_its_duties_in_table_order_and_once() -> None:
    asked = publication("growth").profile(
        Band.STANDARD, ["ov_presales", "ov_partner", "ov_presales"]
    )
    assert asked.overlays == ("ov_partner", "ov_presales")
    assert asked == profile("growth", Band.STANDARD, "ov_partner", "ov_presales")


def test_a_duty_that_the_publication_does_not_know_is_left_out() -> None:
    assert publication("growth").profile(Band.STANDARD, ["ov_other"]) == profile("growth")


def test_a_profile_keeps_type_and_version_of_its_publication() -> None:
    later = from_document(to_document(publication("scale")), version=7)
    asked = later.profile(Band.JUNIOR)
    assert (asked.type, asked.map.version) == (library().types["scale"], 7)


@pytest.mark.parametrize("type_id", library().types)
def test_a_publication_comes_back_from_json_as_it_was(type_id: str) -> None:
    published = publication(type_id)
    kept = json.dumps(to_document(published))
    assert from_document(json.loads(kept), published.version) == published


def test_a_document_that_was_tampered_with_names_the_key() -> None:
    document = to_document(publication("scale"))
    document["type"]["skills"]["ops_content"]["weight"] += 1
    with pytest.raises(LibraryError, match=r"type\.skills: weights of scale add up to 101"):
        from_document(document, 1)


def test_a_document_without_bands_names_the_key() -> None:
    document = to_document(publication("scale"))
    del document["bands"]
    with pytest.raises(LibraryError, match="publication: bands: is missing"):
        from_document(document, 1)
