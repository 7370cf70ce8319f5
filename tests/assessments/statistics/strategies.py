"""Made-up ratings for what has to hold of any."""

from collections.abc import Sequence

from hypothesis import strategies as st

Table = list[list[float | None]]

SCALE = (1.0, 2.0, 3.0, 4.0, 5.0)


def rows(*alike: tuple[int, Sequence[float]]) -> Table:
    """So many units, each with these ratings."""
    return [list(row) for count, row in alike for _ in range(count)]


def blocks(units: int = 10, raters: int = 3) -> st.SearchStrategy[Table]:
    """Complete tables on a scale of five."""
    row = st.lists(st.sampled_from(SCALE), min_size=raters, max_size=raters)
    return st.lists(row, min_size=units, max_size=units + 5).map(
        lambda rows: [list(r) for r in rows]
    )


def holed(units: int = 10, raters: int = 4) -> st.SearchStrategy[Table]:
    """Tables in which any rating may be missing."""
    cell = st.one_of(st.none(), st.sampled_from(SCALE))
    row = st.lists(cell, min_size=raters, max_size=raters)
    return st.lists(row, min_size=units, max_size=units + 8)
