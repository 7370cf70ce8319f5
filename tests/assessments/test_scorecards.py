"""Scorecards: complete, with notes, and with the first score kept beside a revised one."""

import pytest

from assessments.rubrics import NOT_OBSERVED, SCORES, Score
from assessments.scorecards import (
    NOTE_LIMIT,
    Mark,
    MarksMissing,
    NotesMissing,
    NoteTooLong,
    NotInKit,
    ObservedOtherwise,
    ReasonMissing,
    RevisedTooSoon,
    Revision,
    ScoreOutOfRange,
    revised,
    score_of,
    submitted,
)

ASKED = ("con_pm", "rel_trust")
GOOD = (Mark("con_pm", Score(4), "re-agreed the date"), Mark("rel_trust", NOT_OBSERVED))


@pytest.mark.parametrize("number", [0, 6, -1, 3.5, "3", None, True])
def test_a_score_outside_one_to_five_is_refused(number: object) -> None:
    with pytest.raises(ScoreOutOfRange, match="whole number from 1 to 5"):
        score_of(number)


def test_the_five_scores_are_taken() -> None:
    assert tuple(map(score_of, range(1, 6))) == SCORES


def test_marks_come_out_in_the_order_of_the_kit() -> None:
    assert tuple(submitted("a", reversed(GOOD), ASKED).marks) == ASKED


def test_not_observed_needs_no_note_and_a_score_does() -> None:
    assert submitted("a", GOOD, ASKED).marks["rel_trust"].final is NOT_OBSERVED
    with pytest.raises(NotesMissing) as refusal:
        submitted("a", [Mark("con_pm", Score(4), "　 \n"), GOOD[1]], ASKED)
    assert refusal.value.skill_ids == ("con_pm",)


def test_every_competency_is_marked_once_and_no_other() -> None:
    with pytest.raises(MarksMissing) as refusal:
        submitted("a", GOOD[:1], ASKED)
    assert refusal.value.skill_ids == ("rel_trust",)
    for wrong in ([*GOOD, GOOD[0]], [*GOOD, Mark("kn_it", Score(3), "x")]):
        with pytest.raises(NotInKit):
            submitted("a", wrong, ASKED)


def test_a_megabyte_of_notes_is_refused_with_its_length() -> None:
    with pytest.raises(NoteTooLong, match=rf"{NOTE_LIMIT} characters or fewer \(now 1000000\)"):
        submitted("a", [Mark("con_pm", Score(4), "x" * 1_000_000), GOOD[1]], ASKED)


def test_a_revision_keeps_the_first_score_and_needs_a_reason() -> None:
    card = submitted("a", GOOD, ASKED)
    changed = revised(card, "con_pm", Score(3), "two of three dates were missed")
    mark = changed.marks["con_pm"]
    assert (mark.first, mark.final) == (4, 3)
    assert [each.reason for each in mark.revisions] == ["two of three dates were missed"]
    assert card.marks["con_pm"].final == 4
    with pytest.raises(ReasonMissing):
        revised(card, "con_pm", Score(3), "  ")
    with pytest.raises(NoteTooLong):
        revised(card, "con_pm", Score(3), "x" * (NOTE_LIMIT + 1))
    with pytest.raises(NotInKit):
        revised(card, "kn_it", Score(3), "why not")


def test_nobody_hands_in_a_score_that_is_revised_already() -> None:
    early = Mark("con_pm", Score(1), "x", (Revision(Score(5), "thought again"),))
    with pytest.raises(RevisedTooSoon):
        submitted("a", [early, GOOD[1]], ASKED)


def test_what_was_observed_does_not_change_in_the_discussion() -> None:
    card = submitted("a", GOOD, ASKED)
    with pytest.raises(ObservedOtherwise):
        revised(card, "rel_trust", Score(5), "the others saw it")
    with pytest.raises(ObservedOtherwise):
        revised(card, "con_pm", NOT_OBSERVED, "I had not heard it myself")


def test_every_score_that_was_given_stays_with_its_reason() -> None:
    card = submitted("a", GOOD, ASKED)
    there = revised(card, "con_pm", Score(3), "the dates")
    back = revised(there, "con_pm", Score(4), "read the note again").marks["con_pm"]
    assert (back.first, back.final) == (4, 4)
    assert back.revisions == (
        Revision(Score(3), "the dates"),
        Revision(Score(4), "read the note again"),
    )
