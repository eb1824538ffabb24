"""Laws of the records of charts in rows."""

import pytest

from bilan.charts.specs_rows import Dumbbell, Ranking, Share, Slope, Tracker


@pytest.mark.parametrize("spec", [Ranking(()), Share(()), Slope(()), Dumbbell(()), Tracker((), ())])
def test_an_empty_spec_has_a_size_and_a_word_for_what_is_missing(spec: Ranking | Share | Slope | Dumbbell | Tracker) -> None:
    assert spec.missing == "n/a"
    assert spec.width_mm in (85.0, 114.67, 174.0)


def test_specs_can_be_compared_and_kept() -> None:
    assert len({Ranking(()), Ranking(()), Share(()), Slope(()), Dumbbell(()), Tracker((), ()), Tracker((), ())}) == 5
