"""Agreed levels: kept with their reason, taken back, and never written over unseen."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from assessments.levels import Level
from assessments.ratings import Answer, Exemption
from assessments.rounds import AgreedLevel
from portal.persistence import agreed_levels, database
from portal.persistence.agreed_levels import AgreedLevelChanged
from portal.persistence.failures import DatabaseError
from portal.persistence.ids import new_id
from tests.builders import MORNING
from tests.portal.persistence.saved import SKILL, a_person, a_round, the

LATER = MORNING + timedelta(hours=1)
THREE = AgreedLevel(SKILL, Level.INDEPENDENT, "定例を一人で回せる。 “Alone”")
TWO = AgreedLevel(SKILL, Level.AWARE, "Not quite yet")

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def round_id() -> UUID:
    return a_round(a_person("Hana"))


def put(round_id: UUID, agreed: AgreedLevel, read_version: int = 0) -> int:
    return agreed_levels.put(round_id, agreed, read_version=read_version, by=None, at=MORNING)


def noted(round_id: UUID, reason: str, read_version: int = 0) -> int:
    return agreed_levels.leave_open(
        round_id, SKILL, reason, read_version=read_version, by=None, at=MORNING
    )


def taken_back(round_id: UUID, read_version: int) -> int:
    return noted(round_id, "", read_version)


def kept(round_id: UUID) -> tuple[dict[str, AgreedLevel], dict[str, int]]:
    """Agreed levels and their versions as the round is read back."""
    database.commit()
    record = the(round_id)
    return dict(record.round.agreed), dict(record.reason_versions)


@pytest.mark.parametrize("answer", [Level.NOT_STARTED, Level.LEADING, Exemption.NOT_APPLICABLE])
def test_every_agreed_level_is_read_back_as_it_was_given(round_id: UUID, answer: Answer) -> None:
    agreed = AgreedLevel(SKILL, answer, THREE.reason)
    assert put(round_id, agreed) == 1
    assert kept(round_id) == ({SKILL: agreed}, {SKILL: 1})


def test_nobody_agrees_that_nothing_was_seen(round_id: UUID) -> None:
    with pytest.raises(DatabaseError):
        put(round_id, AgreedLevel(SKILL, Exemption.NOT_OBSERVED))


@pytest.mark.parametrize("change", ["level = 6", "level = -1", "exemption = 'not_applicable'"])
def test_what_is_no_agreement_is_refused_by_the_database_itself(
    round_id: UUID, change: str
) -> None:
    put(round_id, THREE)
    with pytest.raises(DatabaseError):
        database.session().execute(text(f"UPDATE agreed_levels SET {change}"))  # noqa: S608 (ours)


def test_an_agreed_level_in_a_round_that_is_not_there_is_refused() -> None:
    with pytest.raises(DatabaseError):
        put(new_id(), THREE)


def test_another_version_than_was_read_is_not_written_over(round_id: UUID) -> None:
    put(round_id, THREE)
    with pytest.raises(AgreedLevelChanged) as changed:
        put(round_id, TWO, read_version=0)
    assert (changed.value.theirs, changed.value.version) == (THREE, 1)
    assert put(round_id, TWO, read_version=1) == 2
    assert kept(round_id) == ({SKILL: TWO}, {SKILL: 2})


def test_the_same_content_sent_again_changes_nothing(round_id: UUID) -> None:
    put(round_id, THREE)
    assert put(round_id, THREE, read_version=0) == 1
    assert kept(round_id) == ({SKILL: THREE}, {SKILL: 1})


def test_an_agreed_level_that_is_taken_back_leaves_the_skill_open(round_id: UUID) -> None:
    put(round_id, THREE)
    assert taken_back(round_id, 1) == 2
    assert kept(round_id) == ({}, {SKILL: 2})


def test_taking_back_twice_or_what_never_was_changes_nothing(round_id: UUID) -> None:
    assert taken_back(round_id, 0) == 0
    put(round_id, THREE)
    taken_back(round_id, 1)
    assert taken_back(round_id, 1) == 2
    assert kept(round_id) == ({}, {SKILL: 2})


def test_what_somebody_else_agreed_meanwhile_is_not_taken_back(round_id: UUID) -> None:
    put(round_id, THREE)
    put(round_id, TWO, read_version=1)
    with pytest.raises(AgreedLevelChanged) as changed:
        taken_back(round_id, 1)
    assert changed.value.theirs == TWO
    assert kept(round_id) == ({SKILL: TWO}, {SKILL: 2})


def test_a_level_taken_back_and_agreed_anew_is_not_taken_for_the_first(round_id: UUID) -> None:
    read = put(round_id, THREE)
    open_again = taken_back(round_id, read)
    with pytest.raises(AgreedLevelChanged) as changed:
        put(round_id, TWO, read_version=read)
    assert changed.value.theirs is None
    anew = put(round_id, TWO, read_version=open_again)
    with pytest.raises(AgreedLevelChanged):
        put(round_id, THREE, read_version=read)
    assert kept(round_id) == ({SKILL: TWO}, {SKILL: anew})


def test_a_reason_noted_before_there_is_a_level_is_kept_until_the_level_comes(
    round_id: UUID,
) -> None:
    assert noted(round_id, "She asked for an example first") == 1
    assert kept(round_id) == ({}, {SKILL: 1})
    assert agreed_levels.open_reasons(round_id) == {SKILL: "She asked for an example first"}
    assert put(round_id, THREE, read_version=1) == 2
    assert kept(round_id) == ({SKILL: THREE}, {SKILL: 2})
    assert agreed_levels.open_reasons(round_id) == {}


def test_a_level_that_is_taken_back_leaves_its_reason_noted(round_id: UUID) -> None:
    put(round_id, THREE)
    assert noted(round_id, THREE.reason, read_version=1) == 2
    assert agreed_levels.open_reasons(round_id) == {SKILL: THREE.reason}


def test_a_noted_reason_is_not_written_over_unseen(round_id: UUID) -> None:
    noted(round_id, "From the first window")
    with pytest.raises(AgreedLevelChanged):
        noted(round_id, "")
    with pytest.raises(AgreedLevelChanged) as changed:
        put(round_id, THREE)
    found = changed.value
    assert (found.theirs, found.reason, found.version) == (None, "From the first window", 1)
    assert noted(round_id, "From the first window") == 1
