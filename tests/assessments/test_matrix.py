"""The team matrix: people × skills, and the skills that hang on too few."""

from assessments.matrix import Column, Matrix, Row, matrix_of
from tests.assessments.builders import (
    NOT_APPLICABLE,
    NOT_OBSERVED,
    at_target,
    library,
    profile,
    result,
    skill,
    small_profile,
)

ASKED = small_profile({"rel_trust": (4, 50), "con_pm": (3, 30), "kn_it": (2, 20)})
OTHER = small_profile({"con_pm": (4, 40), "ops_content": (3, 60)})

SATO = Row("sato", result(ASKED, {"rel_trust": 4, "con_pm": 3, "kn_it": NOT_APPLICABLE}))
MORI = Row("mori", result(ASKED, {"rel_trust": 3, "con_pm": 2, "kn_it": NOT_OBSERVED}))
KATO = Row("kato", result(OTHER, {"con_pm": 5}))
NEW = Row("new", None)


def team(*rows: Row) -> Matrix:
    return matrix_of(rows, library().table)


def figures(matrix: Matrix) -> dict[str, tuple[int, int, int]]:
    return {each.skill.id: (each.able, each.asked, each.rated) for each in matrix.columns}


def test_columns_are_the_skills_that_somebody_is_asked_for_in_table_order() -> None:
    ids = [each.id for each in team(KATO, SATO).skills]
    assert ids == ["rel_trust", "con_pm", "kn_it", "ops_content"]


def test_rows_stay_in_the_order_given() -> None:
    assert [row.person_id for row in team(KATO, NEW, SATO).rows] == ["kato", "new", "sato"]


def test_a_column_counts_who_is_asked_who_is_rated_and_who_is_able() -> None:
    assert figures(team(SATO, MORI, KATO)) == {
        "rel_trust": (2, 2, 2),
        "con_pm": (2, 3, 3),
        "kn_it": (0, 2, 0),
        "ops_content": (0, 1, 0),
    }


def test_able_begins_at_level_3_whatever_the_target() -> None:
    able = Row("able", result(ASKED, {"rel_trust": 3, "con_pm": 3, "kn_it": 3}))
    learning = Row("learning", result(ASKED, {"rel_trust": 2, "con_pm": 2, "kn_it": 2}))
    assert figures(team(able, learning))["rel_trust"] == (1, 2, 2)
    assert figures(team(able, learning))["kn_it"] == (1, 2, 2)


def test_a_skill_with_fewer_than_two_able_people_is_a_thin_spot() -> None:
    thin = [(each.skill.id, each.able) for each in team(SATO, MORI, KATO).thin_spots]
    assert thin == [("kn_it", 0), ("ops_content", 0)]


def test_thin_spots_begin_with_the_fewest_able_and_the_most_asked() -> None:
    one_able = Row("one", result(ASKED, {"rel_trust": 3, "con_pm": 2, "kn_it": 2}))
    thin = [each.skill.id for each in team(one_able, KATO).thin_spots]
    assert thin == ["kn_it", "ops_content", "con_pm", "rel_trust"]


def test_a_person_without_a_result_has_empty_cells_and_is_not_counted() -> None:
    matrix = team(SATO, NEW)
    assert matrix.cell(NEW, skill("rel_trust")) is None
    assert figures(matrix)["rel_trust"] == (1, 1, 1)


def test_a_cell_is_empty_where_the_map_does_not_ask_for_the_skill() -> None:
    matrix = team(SATO, KATO)
    assert matrix.cell(KATO, skill("rel_trust")) is None
    cell = matrix.cell(KATO, skill("con_pm"))
    assert cell is not None
    assert (cell.level, cell.target) == (5, 4)


def test_an_asked_but_unrated_cell_is_there_without_a_level() -> None:
    cell = team(KATO).cell(KATO, skill("ops_content"))
    assert cell is not None
    assert (cell.level, cell.answer) == (None, None)


def test_a_team_of_nobody_has_no_columns_and_no_thin_spots() -> None:
    assert (team().columns, team().thin_spots, team(NEW).skills) == ((), (), ())


def test_a_whole_type_fills_as_many_columns_as_it_shows() -> None:
    asked = profile("leader")
    assert len(team(Row("aoki", result(asked, at_target(asked)))).columns) == 32


def test_a_skill_that_nobody_is_asked_for_is_no_thin_spot() -> None:
    assert not Column(skill("ops_partner"), able=0, asked=0, rated=0).is_thin
