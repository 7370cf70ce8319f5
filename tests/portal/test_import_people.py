"""What a sheet of people would change, and what it may not."""

from datetime import date

import pytest

from assessments.bands import Band
from portal.admin.people_columns import terms_of
from portal.admin.people_import import Known, PeoplePlan, plan_people
from portal.library import library
from portal.persistence.ids import new_id
from portal.persistence.people import Person, Team
from portal.persistence.roles import Role
from portal.persistence.staff import Line, Staffer
from portal.web.spreadsheets import read_sheet
from tests.portal.sheets import PEOPLE_HEADS, csv_of

TODAY = date(2026, 11, 1)
LONG_AGO = date(2020, 4, 1)
TERMS = terms_of(library().types.values(), library().bands)
CSM, BOTH = frozenset({Role.CSM}), frozenset({Role.CSM, Role.MANAGER})
ADMIN = frozenset({Role.ADMIN})
HANA = (
    *("髙橋 花子", "hana@example.com", "東日本", "ken@example.com"),
    *("オンボーディング専門型", "標準", "CSM", "2025/4/1"),
)
KEN = ("森 健", "ken@example.com", "東日本", "", "leader", "senior", "", "2020年4月1日")


def somebody(
    email: str, roles: frozenset[Role] = CSM, *, manager: Staffer | None = None,
    left_on: date | None = None, lines: tuple[Line, ...] = (),
) -> Staffer:  # fmt: skip
    person = Person(
        id=new_id(),
        email=email,
        name=email.partition("@")[0].title(),
        language=None,
        time_zone=None,
        team=None,
        type_id="onboarding",
        band=Band.STANDARD,
        overlays=(),
        starts_on=LONG_AGO,
        left_on=left_on,
    )
    line = (Line(manager.person.id, LONG_AGO, None),) if manager else ()
    return Staffer(person, roles, line + lines)


def plan(
    *rows: tuple[str, ...], staff: tuple[Staffer, ...] = (), teams: tuple[str, ...] = (),
    actor: Staffer | None = None, heads: tuple[str, ...] = PEOPLE_HEADS,
) -> PeoplePlan:  # fmt: skip
    known = Known(
        staff=staff,
        teams=[Team(new_id(), name) for name in teams],
        terms=TERMS,
        today=TODAY,
        actor_id=actor.person.id if actor else None,
    )
    return plan_people(read_sheet(csv_of(heads, *rows)), known)


def test_new_people_are_read_with_everything_the_file_says() -> None:
    made = plan(HANA, KEN)
    assert made.errors == ()
    hana, ken = made.wanted
    assert hana.after.type_id == "onboarding"
    assert hana.after.roles == CSM
    assert hana.after.manager == "ken@example.com"
    assert hana.after.starts_on == date(2025, 4, 1)
    assert ken.after.band is Band.SENIOR
    assert made.new_teams == ("東日本",)


def test_heads_may_be_english_and_in_any_order() -> None:
    row = ("ken@example.com", "Ken Mori", "Admin; manager", "Leader", "CS leader")
    made = plan(row, heads=("E-MAIL", "Full name", "Roles", "Nickname", "csm type"))
    assert made.errors == ()
    assert made.wanted[0].after.roles == frozenset({Role.ADMIN, Role.MANAGER})
    assert made.wanted[0].after.type_id == "leader"
    assert "Nickname" in made.warnings[0].words.en


def test_whoever_is_named_as_a_manager_gets_the_role_and_the_preview_says_so() -> None:
    made = plan(HANA, KEN)
    assert made.wanted[1].after.roles == BOTH
    assert any(
        "森 健" in warning.text.ja and "上長" in warning.text.ja for warning in made.warnings
    )


def test_somebody_without_name_and_type_is_noted_by_address_beside_the_error() -> None:
    made = plan(("", "hana@example.com"), heads=PEOPLE_HEADS[:2])
    assert [each.row for each in made.errors] == [2]
    assert made.warnings[0].text.en.endswith("not rated: hana@example.com")


def test_a_type_that_cannot_be_read_is_an_error_and_not_a_missing_one() -> None:
    made = plan(("Hana", "hana@example.com", "", "", "王様"))
    assert len(made.errors) == 1
    assert made.warnings == ()


def test_a_manager_who_is_not_in_the_file_gets_the_role_too() -> None:
    made = plan(HANA, staff=(somebody("ken@example.com"),))
    assert {each.email: each.after.roles for each in made.wanted}["ken@example.com"] == BOTH


def test_the_same_file_again_changes_nothing() -> None:
    ken = somebody("ken@example.com", BOTH)
    hana = somebody("hana@example.com", manager=ken)
    row = ("Hana", "HANA@example.com", "", "Ken@Example.com", "onboarding", "", "", "2020-04-01")
    made = plan(row, staff=(hana, ken))
    assert (made.changes, made.unchanged, made.errors) == ((), 1, ())


def test_an_empty_cell_changes_nothing() -> None:
    made = plan(
        ("", "hana@example.com"), staff=(somebody("hana@example.com"),), heads=PEOPLE_HEADS[:2]
    )
    assert made.changes == ()


def test_a_change_tells_before_and_after() -> None:
    row = ("Hana", "hana@example.com", "", "", "", "上級", "", "")
    (change,) = plan(row, staff=(somebody("hana@example.com"),)).changes
    (difference,) = change.differences
    assert (difference.label.en, difference.before.ja, difference.after.ja) == (
        "Band",
        "標準",
        "上級",
    )


def test_a_day_is_told_as_each_language_writes_it() -> None:
    change = plan(HANA, KEN).changes[0]
    day = next(each.after for each in change.differences if each.field == "starts_on")
    assert (day.ja, day.en) == ("2025年4月1日", "1 Apr 2025")


def test_a_team_written_a_little_differently_is_the_same_team() -> None:
    made = plan(
        (*HANA[:2], "東日本 チーム"), staff=(), teams=("東日本チーム",), heads=PEOPLE_HEADS[:3]
    )
    assert made.new_teams == ()
    assert made.wanted[0].after.team == "東日本チーム"


def test_several_roles_may_stand_in_one_cell() -> None:
    for text in ("CSM、上長", "csm,manager", "CSM; Manager", "CSM/上長", "ＣＳＭ・上長"):
        row = ("Hana", "hana@example.com", "", "", "", "", f'"{text}"', "")
        assert plan(row).wanted[0].after.roles == BOTH, text


@pytest.mark.parametrize(
    "day", ["2025-04-01", "2025/4/1", "2025年4月1日", "２０２５/04/01", "2025.4.1"]
)
def test_days_are_read_in_every_common_form(day: str) -> None:
    row = ("Hana", "hana@example.com", "", "", "", "", "", day)
    assert plan(row).wanted[0].after.starts_on == date(2025, 4, 1)


@pytest.mark.parametrize(
    "day",
    ["0000-00-00", "9999-12-31", "2025-02-29", "10000-01-01", "令和7年4月1日", "4/1/2025", "45748",
     "2025-13-01", "2025-04-31", "1900-01-00", "yesterday", "2025-4", "2025/04-1x", "-2025-04-01"],
)  # fmt: skip
def test_a_day_that_is_none_is_an_error_with_its_row(day: str) -> None:
    (error,) = plan(("Hana", "hana@example.com", "", "", "", "", "", day)).errors
    assert error.row == 2
    assert day in error.words.ja
    assert error.words.en.startswith("Row 2: ")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("Hana", ""), "メールアドレスが空です"),
        (("Hana", "hana.example.com"), "形式ではありません"),
        (("Hana", "hana@exa mple.com"), "形式ではありません"),
        (("", "hana@example.com"), "氏名が必要です"),
        (("x" * 101, "hana@example.com"), "100文字以内"),
        (('"Ha\nna"', "hana@example.com"), "改行"),
        (("Hana", "hana@example.com", "", "no@example.com"), "見つかりません"),
        (("Hana", "hana@example.com", "", "hana@example.com"), "自分自身"),
        (("Hana", "hana@example.com", "", "", "オンボーディング専門形"), "オンボーディング専門型"),
        (("Hana", "hana@example.com", "", "", "", "王様"), "登録されていません"),
        (("Hana", "hana@example.com", "", "", "", "", "CSM、王様"), "王様"),
    ],
)
def test_a_row_that_cannot_be_is_an_error(row: tuple[str, ...], words: str) -> None:
    (error,) = plan(row).errors
    assert error.row == 2
    assert words in error.text.ja


def test_an_address_that_stands_twice_names_both_rows() -> None:
    (error,) = plan(HANA[:2], ("Hana", "ＨＡＮＡ@example.com"), heads=PEOPLE_HEADS[:2]).errors
    assert error.row == 3
    assert "2行目" in error.text.ja


def test_missing_and_double_columns_are_named() -> None:
    assert "メールアドレス" in plan(("Hana",), heads=("氏名",)).errors[0].text.ja
    made = plan(("Hana", "h@example.com", "x@example.com"), heads=("氏名", "メール", "E-mail"))
    assert "2つ以上" in made.errors[0].text.ja


def test_people_who_would_manage_one_another_are_refused() -> None:
    ken = somebody("ken@example.com", BOTH)
    hana = somebody("hana@example.com", BOTH, manager=ken)
    (error,) = plan(("", "ken@example.com", "", "hana@example.com"), staff=(ken, hana)).errors
    assert error.row == 2
    assert "hana@example.com → ken@example.com" in error.text.ja


def test_a_ring_in_the_file_itself_is_refused_once() -> None:
    rows = [(f"P{n}", f"p{n}@example.com", "", f"p{(n + 1) % 3}@example.com") for n in range(3)]
    assert len(plan(*rows).errors) == 1


def test_a_ring_that_a_planned_line_would_close_later_is_refused() -> None:
    ken = somebody("ken@example.com", BOTH)
    hana = somebody("hana@example.com", BOTH, lines=(Line(ken.person.id, date(2027, 4, 1), None),))
    (error,) = plan(("", "ken@example.com", "", "hana@example.com"), staff=(ken, hana)).errors
    assert "一周" in error.text.ja


def test_somebody_who_has_left_cannot_become_a_manager() -> None:
    gone = somebody("ken@example.com", BOTH, left_on=date(2026, 3, 31))
    (error,) = plan(HANA, staff=(gone,)).errors
    assert "退職" in error.text.ja


def test_the_last_administrator_keeps_the_role() -> None:
    aya = somebody("aya@example.com", ADMIN)
    (error,) = plan(("", "aya@example.com", "", "", "", "", "CSM"), staff=(aya,)).errors
    assert "管理者" in error.text.ja
    ben = somebody("ben@example.com", ADMIN)
    assert plan(("", "aya@example.com", "", "", "", "", "CSM"), staff=(aya, ben)).errors == ()


def test_an_administrator_who_has_left_does_not_count() -> None:
    aya = somebody("aya@example.com", ADMIN)
    gone = somebody("ben@example.com", ADMIN, left_on=date(2026, 3, 31))
    assert plan(("", "aya@example.com", "", "", "", "", "CSM"), staff=(aya, gone)).errors


def test_nobody_raises_their_own_role_in_the_browser() -> None:
    aya = somebody("aya@example.com", ADMIN)
    row = ("", "aya@example.com", "", "", "", "", "管理者、上長")
    assert "自分の役割" in plan(row, staff=(aya,), actor=aya).errors[0].text.ja
    assert plan(row, staff=(aya,)).errors == ()


def test_errors_come_in_the_order_of_the_file() -> None:
    made = plan(("A", "a@example.com", "", "x@example.com"), ("B", "nothing"), HANA)
    assert [error.row for error in made.errors] == [2, 3, 4]


def test_the_digest_tells_two_plans_apart() -> None:
    hana = somebody("hana@example.com")
    row = ("Hana", "hana@example.com", "", "", "", "上級")
    assert plan(row, staff=(hana,)).digest == plan(row, staff=(hana,)).digest
    assert plan(row, staff=(hana,)).digest != plan(row).digest
