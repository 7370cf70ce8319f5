"""The display contract: a figure says a number or a reason, never both, and never NaN."""

import pytest

from assessments.statistics.figures import (
    Basis,
    Figure,
    Gate,
    Interval,
    Measurement,
    Method,
    Reason,
    Sample,
    Verdict,
    agreement_verdict,
    intraclass_verdict,
    snapshot_of,
)

MEASURED = Measurement(
    Method("made_up", 1, "nobody"), Gate(show=1, act=1), Sample(1, 2, 1), snapshot_of([1, None])
)


def test_a_figure_is_a_number_or_a_reason() -> None:
    assert MEASURED.shown(0.5, None).is_shown
    assert not MEASURED.withheld(Reason.NO_VARIANCE).is_shown
    with pytest.raises(ValueError, match="either a value or a reason"):
        Figure(MEASURED)
    with pytest.raises(ValueError, match="either a value or a reason"):
        Figure(MEASURED, value=1.0, reason=Reason.NO_VARIANCE)


@pytest.mark.parametrize("wrong", [float("nan"), float("inf")])
def test_what_is_no_number_is_never_shown(wrong: float) -> None:
    with pytest.raises(ValueError, match="not a number"):
        MEASURED.shown(wrong, None)
    with pytest.raises(ValueError, match=r"not a number|above the higher"):
        MEASURED.shown(0.5, Interval(0.1, wrong, Basis.ANALYTIC))


def test_an_interval_has_its_ends_in_order_and_what_is_withheld_has_none() -> None:
    with pytest.raises(ValueError, match="above the higher"):
        Interval(0.2, 0.1, Basis.ANALYTIC)
    interval = Interval(0.1, 0.2, Basis.ANALYTIC)
    with pytest.raises(ValueError, match="says nothing else"):
        Figure(MEASURED, interval=interval, reason=Reason.NO_VARIANCE)


@pytest.mark.parametrize(
    ("low", "verdict"),
    [
        (0.8, Verdict.USABLE),
        (0.7999, Verdict.TENTATIVE),
        (0.667, Verdict.TENTATIVE),
        (0.6669, Verdict.DO_NOT_USE),
        (-1, Verdict.DO_NOT_USE),
    ],
)
def test_agreement_is_judged_by_krippendorffs_cut_offs(low: float, verdict: Verdict) -> None:
    assert agreement_verdict(low) is verdict


@pytest.mark.parametrize(
    ("low", "verdict"),
    [
        (0.49, Verdict.POOR),
        (0.5, Verdict.MODERATE),
        (0.75, Verdict.GOOD),
        (0.9, Verdict.GOOD),
        (0.901, Verdict.EXCELLENT),
    ],
)
def test_intraclass_correlations_are_judged_by_koo_and_li(low: float, verdict: Verdict) -> None:
    assert intraclass_verdict(low) is verdict


def test_the_same_data_have_the_same_snapshot_and_other_data_another() -> None:
    assert snapshot_of([[1, 2], [None, 3]]) == snapshot_of([[1, 2], [None, 3]])
    assert snapshot_of([[1, 2]]) != snapshot_of([[2, 1]])
