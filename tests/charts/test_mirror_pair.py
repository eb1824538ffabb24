"""Laws of the mirror pair."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bilan.charts.specs import MirrorPair


@pytest.fixture
def mirror(samples: dict[str, Any]) -> MirrorPair:
    spec = samples["mirror"]
    assert isinstance(spec, MirrorPair)
    return spec


def test_both_directions_share_one_scale(mirror: MirrorPair, sheet: Callable[..., Any]) -> None:
    widths = sorted(box.right - box.left for box in sheet(mirror).filled("#D96C2B"))

    assert widths[0] / widths[1] == pytest.approx(0.4557 / 0.862, abs=0.01)


def test_what_only_one_side_reports_is_tinted(mirror: MirrorPair, sheet: Callable[..., Any]) -> None:
    drawn = sheet(mirror)
    tint, orange = drawn.filled("#DDE3E7")[0], drawn.filled("#D96C2B")[0]

    assert tint.left == pytest.approx(orange.right, abs=0.05)
    assert (tint.right - orange.left) / (orange.right - orange.left) == pytest.approx(1.0768 / 0.862, abs=0.01)


def test_the_gap_and_its_share_stand_between_the_two_bars(mirror: MirrorPair, sheet: Callable[..., Any]) -> None:
    drawn = sheet(mirror)

    assert drawn.text("1.08").box.bottom < drawn.text("20% of exports").box.top < drawn.text("0.86").box.top
    assert (drawn.text("gap 0.21").weight, drawn.text("20% of exports").weight) == (600, 400)


def test_a_missing_report_is_said_and_has_no_gap(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    drawn = sheet(samples["mirror-missing"])

    assert drawn.said().count("n. d.") == 1


def test_without_a_word_on_the_gap_there_is_no_bracket(mirror: MirrorPair, sheet: Callable[..., Any]) -> None:
    silent = replace(mirror, rows=tuple(replace(row, gap="", share="") for row in mirror.rows))

    assert len(sheet(silent).paths) == len(sheet(mirror).paths) - 2
