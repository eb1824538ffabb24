"""Laws of sparklines."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any


def test_has_no_word_and_no_axis(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    assert sheet(samples["sparkline"]).texts == ()
    assert sheet(samples["sparkline-bars"]).texts == ()


def test_a_year_alone_is_a_dot(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    # 2014 and 2016 stand alone; the last point is a ring of its own.
    assert len(sheet(samples["sparkline"]).filled("#0B4F75")) == 2


def test_an_uncertain_last_column_is_hatched(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    drawn = sheet(samples["sparkline-bars"])

    assert (len(drawn.filled("#A9B4BD")), len(drawn.filled("#FFFFFF"))) == (2, 1)


def test_a_target_is_a_dashed_line(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    with_target, without = sheet(samples["sparkline-bars"]), sheet(replace(samples["sparkline-bars"], target=None))

    assert len(with_target.paths) == len(without.paths) + 1
