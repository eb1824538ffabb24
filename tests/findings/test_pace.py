from collections.abc import Callable, Iterable

import pytest

from bilan.config.models import ThresholdConfig
from bilan.document import Finding
from bilan.findings.facts import Facts
from bilan.findings.pace import balance, best, crossed, drivers, real, share, trend
from bilan.model import Precision, Reading

Known = Callable[..., Facts]
Make = Callable[..., Reading]
ABOUT = Precision.APPROXIMATE


def only(found: Iterable[Finding]) -> Finding:
    (one,) = found
    return one


def years(make: Make, indicator: str, first: int, *values: str, unit: str = "USD") -> list[Reading]:
    return [make(f"{indicator}:{first + at}", value, unit) for at, value in enumerate(values)]


def test_growth_stands_beside_its_average_from_five_years_on(facts: Known, reading: Make) -> None:
    five = years(reading, "trade.total:KGZ", 2020, "1", "2", "3", "4", "5")
    growth, average = reading("trade.growth:KGZ:2024", "1.7", "percent", ABOUT), reading("trade.cagr:KGZ:2024", "7", "percent", ABOUT)

    one = only(trend(facts(*five, growth, average)))
    assert (dict(one.args)["standing"], str(dict(one.args)["since"])) == ("below", "2019")
    assert list(trend(facts(*five[1:], growth, average))) == []
    assert list(trend(facts(*five, growth))) == []


@pytest.mark.parametrize(
    ("growth", "exports", "imports", "outcome"),
    [
        ("11.6", "3.8", "7.8", "imports"),
        ("11.6", "7.8", "3.8", "exports"),
        ("11.6", "5.9", "5.7", "both"),
        ("-8", "-1", "-7", "imports"),
        ("2.5", "-3.1", "5.6", "opposed"),
    ],
)
def test_the_flow_that_moved_most_is_told(facts: Known, reading: Make, growth: str, exports: str, imports: str, outcome: str) -> None:
    parts = [
        reading("trade.contribution_exports:KGZ:2023", exports, "percentage_points"),
        reading("trade.contribution_imports:KGZ:2023", imports, "percentage_points"),
    ]

    assert dict(only(drivers(facts(reading("trade.growth:KGZ:2023", growth, "percent"), *parts))).args)["outcome"] == outcome
    assert list(drivers(facts(reading("trade.growth:KGZ:2023", "0.9", "percent"), *parts))) == []


def test_growth_of_one_flow_alone_has_no_parts(facts: Known, reading: Make) -> None:
    growth, exports = (
        reading("trade.growth:KGZ:2023", "9", "percent"),
        reading("trade.contribution_exports:KGZ:2023", "9", "percentage_points"),
    )

    assert list(drivers(facts(growth, exports))) == []


def test_real_growth_is_told_with_growth_in_dollars_of_the_same_year(facts: Known, reading: Make) -> None:
    found, growth = reading("trade.real_growth:KGZ:2023", "-2", "percent"), reading("trade.growth:KGZ:2023", "4", "percent")

    assert dict(only(real(facts(found, growth))).args)["direction"] == "down"
    assert list(real(facts(found, reading("trade.growth:KGZ:2022", "4", "percent")))) == []


def test_a_share_moves_in_points_where_they_are_known_and_has_levels_alone_in_a_short_series(facts: Known, reading: Make) -> None:
    turnover = years(reading, "trade.share_turnover:KGZ", 2019, "9", "9", "9", "8", "8.4", unit="percent")
    points = reading("trade.share_change:KGZ:2023", "0.4", "percentage_points")

    one = only(share(facts(*turnover, points)))
    assert (dict(one.args)["form"], dict(one.args)["direction"]) == ("points", "up")
    assert points.id in one.reading_ids
    short = only(share(facts(*turnover[1:], points)))
    assert (dict(short.args)["form"], dict(short.args)["direction"]) == ("levels", "levels")
    assert points.id not in short.reading_ids
    assert short.weight < one.weight


def test_the_other_formula_of_a_share_is_never_told_in_points(facts: Known, reading: Make) -> None:
    known = years(reading, "trade.partner_share:KGZ", 2019, "14", "13", "12", "10", "8", unit="percent")

    one = only(share(facts(*known, reading("trade.share_change:KGZ:2023", "0.4", "percentage_points"))))
    assert (dict(one.args)["form"], dict(one.args)["direction"]) == ("levels", "down")


def test_a_record_names_the_year_it_is_counted_from(facts: Known, reading: Make) -> None:
    one = only(best(facts(*years(reading, "trade.total:KGZ", 2016, "1", "2", "3", "4", "5", "6", "7", "8"))))

    assert (str(dict(one.args)["since"]), dict(one.args)["side"]) == ("2016", "high")


@pytest.mark.parametrize(
    ("last", "outcome", "seller"), [("-45", "wider", "KAZ"), ("-35", "narrower", "KAZ"), ("5", "turned", "KGZ"), ("-40.5", None, "")]
)
def test_a_surplus_widens_narrows_or_changes_sides(facts: Known, reading: Make, last: str, outcome: str | None, seller: str) -> None:
    found = list(balance(facts(*years(reading, "trade.balance:KGZ", 2020, "-50", "-50", "-50", "-40", last))))

    assert [(dict(one.args)["outcome"], dict(one.args)["seller"]) for one in found] == ([(outcome, seller)] if outcome else [])


def test_two_balances_are_levels_unless_they_changed_sides(facts: Known, reading: Make) -> None:
    assert [
        dict(only(balance(facts(*years(reading, "trade.balance:KGZ", 2023, "-40", last)))).args)["outcome"] for last in ("-60", "60")
    ] == [
        "levels",
        "turned",
    ]
    assert list(balance(facts(*years(reading, "trade.balance:KGZ", 2023, "0", "5")))) == []


@pytest.mark.parametrize(
    ("before", "now", "side"), [("940", "1180", "above"), ("1180", "940", "below"), ("940", "1004", None), ("1010", "995", None)]
)
def test_a_threshold_is_crossed_beyond_noise_only(facts: Known, reading: Make, before: str, now: str, side: str | None) -> None:
    known = facts(*years(reading, "trade.total:KGZ", 2023, before, now), level := reading("threshold.level:round:2026", "1000"))
    threshold = ThresholdConfig(id="round", indicator="trade.total", value=1000, unit="USD")
    declared = known.partnership.model_copy(update={"threshold": (threshold, threshold.model_copy(update={"indicator": "macro.gdp"}))})

    found = list(crossed(Facts(declared, known.as_of, known.readings, known.dossier)))
    assert [dict(one.args)["side"] for one in found] == ([side] if side else [])
    assert all(level.id in one.reading_ids for one in found)
    without = facts(*years(reading, "trade.total:KGZ", 2023, before, now))
    assert list(crossed(Facts(declared, without.as_of, without.readings, without.dossier))) == []
