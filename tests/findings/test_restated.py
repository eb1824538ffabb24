from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bilan.findings.facts import Facts
from bilan.findings.restated import turned
from bilan.findings.revisions import Kind, Revision
from bilan.model import Observation, Reading, SeriesKey
from bilan.period import Period

Known = Callable[..., Facts]
Make = Callable[..., Reading]
YEAR = Period.parse("2023")


def revised(before: str, after: str, indicator: str = "trade", product: str = "TOTAL") -> Revision:
    key = SeriesKey(indicator, "KGZ", "KAZ", "export", product)
    first, last = (Observation(key, YEAR, Decimal(value), "USD", date(2024, 2, 1), ("press",), "t#1") for value in ("90", "110"))
    return Revision(key, YEAR, Kind.REVISED, first, last, growth=(Decimal(before), Decimal(after)))


@pytest.mark.parametrize(("now", "direction"), [("4.5", "up"), ("-4.5", "down")])
def test_a_growth_that_turned_is_told_with_the_figure_of_today(facts: Known, reading: Make, now: str, direction: str) -> None:
    growth = reading("trade.growth_exports:KGZ:2023", now, "percent")

    (one,) = turned(replace(facts(growth), revisions=(revised("-1" if direction == "up" else "1", now),)))
    assert (dict(one.args)["direction"], dict(one.args)["flow"], one.reading_ids) == (direction, "export", (growth.id,))


@pytest.mark.parametrize("revision", [revised("1", "4.5"), revised("-1", "4.5", "gdp"), revised("-1", "4.5", product="27")])
def test_other_revisions_are_no_finding(facts: Known, reading: Make, revision: Revision) -> None:
    known = facts(reading("trade.growth_exports:KGZ:2023", "4.5", "percent"))

    assert list(turned(replace(known, revisions=(revision,)))) == []


def test_a_turn_below_the_noise_or_without_a_reading_is_not_told(facts: Known, reading: Make) -> None:
    known = facts(reading("trade.growth_exports:KGZ:2023", "0.4", "percent"))

    assert [*turned(replace(known, revisions=(revised("-1", "0.4"),))), *turned(replace(facts(), revisions=(revised("-1", "4"),)))] == []
