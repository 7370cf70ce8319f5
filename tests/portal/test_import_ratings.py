"""Ratings that were kept elsewhere come in as finalised rounds, once and only once."""

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from assessments.bands import Band
from assessments.levels import Level
from assessments.ratings import AssessmentState, Exemption
from portal.admin.actions.import_ratings import import_ratings, preview_ratings
from portal.admin.plans import PlanChanged
from portal.admin.ratings_import import RatingsPlan
from portal.persistence import database, people, rounds
from portal.persistence.people import Person
from portal.persistence.round_records import RoundRecord
from portal.web.spreadsheets import read_sheet
from tests import audit_log, builders
from tests.builders import MORNING
from tests.portal.queries import counted
from tests.portal.sheets import RATING_HEADS, csv_of, xlsx_of

TODAY = date(2026, 11, 1)
DAY = date(2025, 10, 1)
WHO = "hana.sato@example.com"


def run(*rows: tuple[str, ...], by: Person | None = None, digest: str | None = None) -> RatingsPlan:
    sheet = read_sheet(csv_of(RATING_HEADS, *rows))
    database.begin_writing()
    actor_id = by.id if by else None
    return import_ratings(sheet, by=actor_id, today=TODAY, now=MORNING, digest=digest)


def line(
    skill: str, source: str, level: str, evidence: str = "", day: str = "2025-10-01"
) -> tuple[str, ...]:
    return (WHO, skill, source, level, day, evidence)


def only_round(person: Person) -> RoundRecord:
    (record,) = rounds.history_of(person.id)
    return record


def test_lines_of_one_person_and_day_make_one_finalised_imported_round(either_app: Flask) -> None:
    hana = builders.a_person(either_app)
    with either_app.app_context():
        run(
            line("rel_trust", "自己", "3"),
            line("ヒアリング・傾聴", "Manager assessment", "５", "議事録で確認"),
            line("伝える力", "合意", "評価対象外", "担当しない"),
        )
        record = only_round(hana)
        assert (record.started_on, record.is_imported, record.round.is_finalised) == (
            DAY,
            True,
            True,
        )
        assert record.round.by_self
        assert record.round.by_manager
        assert record.round.by_self.ratings["rel_trust"].answer is Level.INDEPENDENT
        assert record.round.by_manager.ratings["rel_listening"].evidence == "議事録で確認"
        assert record.round.agreed["rel_communication"].answer is Exemption.NOT_APPLICABLE
        assert record.round.by_self.state is AssessmentState.FINALISED
        assert record.self_record
        assert record.manager_record
        assert (record.self_record.rater_id, record.manager_record.rater_id) == (hana.id, None)


def test_high_levels_need_no_evidence_in_history(either_app: Flask) -> None:
    builders.a_person(either_app)
    with either_app.app_context():
        assert run(line("rel_trust", "self", "5")).errors == ()


def test_a_second_run_changes_nothing(either_app: Flask) -> None:
    hana = builders.a_person(either_app)
    rows = (line("rel_trust", "self", "3", "見た"), line("rel_trust", "agreed", "2"))
    with either_app.app_context():
        run(*rows)
        plan = run(*rows)
        assert (plan.changes, plan.unchanged) == ((), 1)
        assert len(rounds.history_of(hana.id)) == 1


def test_a_changed_level_is_shown_and_updated(either_app: Flask) -> None:
    hana = builders.a_person(either_app)
    with either_app.app_context():
        run(line("rel_trust", "self", "3", "見た"), line("rel_trust", "agreed", "2", "話した"))
        plan = run(line("rel_trust", "self", "4"), line("rel_trust", "agreed", "3", "再度話した"))
        told = {
            (each.label.en, each.before.en, each.after.en) for each in plan.changes[0].differences
        }
        assert ("Deep customer relationships / Self-assessment", "3", "4") in told
        assert ("Deep customer relationships / Agreed level", "2", "3") in told
        record = only_round(hana)
        assert record.round.by_self
        rating = record.round.by_self.ratings["rel_trust"]
        assert (rating.answer, rating.evidence) == (Level.ADVANCED, "見た")
        assert record.round.agreed["rel_trust"].reason == "再度話した"


def test_a_side_that_comes_later_joins_the_round_of_its_day(either_app: Flask) -> None:
    hana = builders.a_person(either_app)
    with either_app.app_context():
        run(line("rel_trust", "self", "3"))
        run(line("rel_trust", "manager", "2"))
        assert only_round(hana).round.answers("rel_trust") == (Level.INDEPENDENT, Level.ASSISTED)


def test_another_day_is_another_round(either_app: Flask) -> None:
    hana = builders.a_person(either_app)
    with either_app.app_context():
        run(line("rel_trust", "self", "2", day="2025-04-01"), line("rel_trust", "self", "3"))
        assert [each.started_on for each in rounds.history_of(hana.id)] == [DAY, date(2025, 4, 1)]


def test_history_comes_in_while_a_round_is_under_way(either_app: Flask) -> None:
    hana = builders.a_person(either_app)
    builders.a_round(either_app, hana, by_self=3, is_submitted=False)
    with either_app.app_context():
        assert run(line("rel_trust", "self", "3")).errors == ()


def test_a_round_made_in_the_portal_is_never_overwritten(either_app: Flask) -> None:
    hana = builders.a_person(either_app)
    builders.a_round(either_app, hana, by_self=3, on=DAY)
    with either_app.app_context():
        (error,) = run(line("rel_trust", "self", "1")).errors
        assert "ポータルで行った" in error.text.ja
        assert only_round(hana).round.answers("rel_trust")[0] is Level.INDEPENDENT


def test_an_imported_round_keeps_the_map_and_band_it_was_imported_on(either_app: Flask) -> None:
    hana = builders.a_person(either_app)
    with either_app.app_context():
        run(line("rel_trust", "self", "3"))
        moved = people.find(hana.id)
        assert moved
        people.save(replace(moved, type_id="cs_ops", band=Band.SENIOR), MORNING)
        database.commit()
        assert run(line("rel_trust", "self", "4")).errors == ()
        assert only_round(hana).round.profile.type.id == "onboarding"


@pytest.mark.parametrize(
    "level", ["6", "-1", "3.5", "NaN", "1e309", '"1,000"', "inf", "三", "3 4", "0x3", "３.０"]
)
def test_a_level_that_is_none_is_an_error_with_its_row(app: Flask, level: str) -> None:
    builders.a_person(app)
    with app.app_context():
        (error,) = run(line("rel_trust", "self", level)).errors
        assert error.row == 2
        assert level.strip('"') in error.words.ja
        assert people.count() == 1


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("nobody@example.com", "rel_trust", "self", "3", "2025-10-01"), "登録されていません"),
        ((WHO, "ops_partner", "self", "3", "2025-10-01"), "スキルマップ"),
        ((WHO, "rel_trusst", "self", "3", "2025-10-01"), "rel_trust"),
        ((WHO, "", "self", "3", "2025-10-01"), "スキルが空"),
        ((WHO, "rel_trust", "同僚", "3", "2025-10-01"), "評価者区分"),
        ((WHO, "rel_trust", "self", "3", "2026-11-02"), "未来"),
        ((WHO, "rel_trust", "self", "3", ""), "評価日が空"),
        ((WHO, "rel_trust", "self", "3", "2025-02-29"), "日付"),
        ((WHO, "rel_trust", "agreed", "観察なし", "2025-10-01"), "合意できる"),
        ((WHO, "rel_trust", "self", "3", "2025-10-01", "x" * 4001), "4000"),
        ((WHO, "rel_trust", "agreed", "3", "2025-10-01", "x" * 2001), "2000"),
        ((WHO, "rel_trust", "self", "", "2025-10-01", "level missing"), "使えません"),
    ],
)
def test_a_row_that_cannot_be_is_an_error(app: Flask, row: tuple[str, ...], words: str) -> None:
    builders.a_person(app)
    with app.app_context():
        (error,) = run(row).errors
        assert error.row == 2
        assert words in error.text.ja


def test_somebody_without_a_type_is_an_error(app: Flask) -> None:
    builders.a_person(app, type_id=None)
    with app.app_context():
        assert "タイプ" in run(line("rel_trust", "self", "3")).errors[0].text.ja


def test_the_same_thing_said_twice_names_both_rows(app: Flask) -> None:
    builders.a_person(app)
    with app.app_context():
        (error,) = run(
            line("rel_trust", "self", "3"), line("顧客との深い関係構築", "自己", "4")
        ).errors
        assert (error.row, "2行目" in error.text.ja) == (3, True)


def test_rows_without_a_level_are_left_out_and_counted(app: Flask) -> None:
    builders.a_person(app)
    with app.app_context():
        plan = run(line("rel_trust", "self", "3"), line("rel_listening", "self", ""))
        assert plan.errors == ()
        assert "1行" in plan.warnings[0].text.ja


def test_every_person_and_the_import_are_in_the_log_without_levels(either_app: Flask) -> None:
    hana, aya = builders.a_person(either_app), builders.an_admin(either_app)
    with either_app.app_context():
        run(line("rel_trust", "self", "3"), line("rel_trust", "manager", "2"), by=aya)
        done, of_hana = audit_log.latest(limit=2)
        assert (done.action, done.actor_id) == ("ratings_import_done", aya.id)
        assert (of_hana.action, of_hana.subject_id) == ("ratings_imported", hana.id)
        assert of_hana.details == {"rounds": 1}


def test_one_error_keeps_everything_out(either_app: Flask) -> None:
    hana = builders.a_person(either_app)
    with either_app.app_context():
        assert run(line("rel_trust", "self", "3"), line("rel_listening", "self", "9")).errors
        assert rounds.history_of(hana.id) == []


def test_a_plan_that_is_another_one_by_now_is_not_carried_out(app: Flask) -> None:
    builders.a_person(app)
    with app.app_context():
        rows = (line("rel_trust", "self", "3"),)
        digest = preview_ratings(
            read_sheet(csv_of(RATING_HEADS, *rows)), by=None, today=TODAY
        ).digest
        run(line("rel_trust", "self", "2"))
        with pytest.raises(PlanChanged):
            run(*rows, digest=digest)


def test_a_workbook_does_as_well(app: Flask) -> None:
    hana = builders.a_person(app)
    rows = xlsx_of(RATING_HEADS, (WHO, "rel_trust", "自己", 3, date(2025, 10, 1), ""))
    with app.app_context():
        database.begin_writing()
        import_ratings(read_sheet(rows), by=None, today=TODAY, now=MORNING)
        assert only_round(hana).started_on == DAY


def test_many_ratings_cost_few_queries(either_app: Flask) -> None:
    for number in range(20):
        builders.a_person(either_app, f"P{number}")
    with either_app.app_context():
        rows = [
            (f"p{number}@example.com", skill, "self", "3", "2025-10-01", "")
            for number in range(20)
            for skill in ("rel_trust", "rel_listening", "rel_communication")
        ]
        run(*rows)
        with counted() as statements:
            run(*rows)
        assert len(statements) < 15
