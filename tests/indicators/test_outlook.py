from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

import bilan.indicators.outlook  # noqa: F401  registers the indicators
from bilan.config.models import PartnershipConfig
from bilan.indicators.definition import all_definitions
from bilan.indicators.engine import Readings, compute
from bilan.model import Evidence, Observation, SeriesKey
from bilan.period import Frequency, Period
from bilan.sources.observations import read_observations
from bilan.sources.register import read_sources

GROWTH = (104, 97, 108, 101, 95, 106, 103, 99, 107, 102)
SWINGS = (500, 900, 400, 800, 300, 900, 500, 700, 300, 800, 400, 900, 600, 300, 700, 400)
HARVEST = (6, 6, 6, 6, 6, 6, 18, 18, 18, 18, 6, 6)


@pytest.fixture(scope="module")
def computed(table: Callable[..., object], partnership: PartnershipConfig) -> Callable[..., Readings]:
    """Readings of observations as of the last of October 2026, or of another day."""

    def make(*observations: Observation, day: date = date(2026, 10, 31)) -> Readings:
        return compute(table(observations), partnership, day, all_definitions())  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="module")
def real(computed: Callable[..., Readings], checkout: Path) -> Callable[[str], Readings]:
    """Readings of the real pack as of a day: the last row published by then of each series and period."""
    folder = checkout / "data" / "kz-kg"
    rows, _ = read_observations(folder, read_sources(folder / "sources.csv"))

    @cache
    def as_of(day: str) -> Readings:
        known = [one for one in rows if one.published_on <= date.fromisoformat(day)]
        last = {(one.key, one.period): one for one in known if one.attribution == "stated" and one.evidence is not Evidence.FORECAST}
        return computed(*(one for one in last.values() if one.value is not None), day=date.fromisoformat(day))

    return as_of


@pytest.fixture(scope="module")
def yearly(observed: Callable[..., Observation], trade: Callable[..., SeriesKey]) -> Callable[..., list[Observation]]:
    """Kyrgyz totals of so many years up to 2025, in tens of millions."""

    def make(count: int) -> list[Observation]:
        value, found = Decimal(1000), []
        for place in range(count):
            found.append(observed(trade("KGZ", "total"), str(2026 - count + place), str(value)))
            value = (value * GROWTH[place % 10] / 100).quantize(Decimal("0.1"))
        return found

    return make


def ranges(readings: Readings, subject: str) -> list[tuple[str, Decimal | None]]:
    return [(str(one.period), one.value) for one in readings.series("outlook.low", subject)]


def rules(readings: Readings, subject: str) -> list[str]:
    return [problem.rule for one in readings.series("outlook.low", subject)[:1] for problem in one.problems]


def test_todays_trade_gets_no_outlook_and_says_why(real: Callable[[str], Readings]) -> None:
    readings = real("2026-11-24")

    for code, points in (("KAZ", 3), ("KGZ", 4)):
        subject = f"{code}/trade.total"
        assert ranges(readings, subject) == [("2025", None)]
        assert rules(readings, subject) == ["outlook.few", "outlook.stale", "outlook.derived"]
        counted = readings.latest("outlook.points", subject)
        assert counted is not None
        assert (counted.value, str(counted.period)) == (Decimal(points), "2024")
        pace = readings.latest("target.pace", code)
        assert pace is not None
        assert pace.value is not None
    low = readings.series("outlook.low", "KGZ/trade.total")[0]
    assert low.problems[0].message == "no outlook: 4 of the 12 figures without a gap that are needed, up to 2024"


def test_gdp_had_an_outlook_while_its_last_figure_was_fresh(real: Callable[[str], Readings]) -> None:
    fresh, old = real("2024-10-31"), real("2026-11-24")

    assert [period for period, value in ranges(fresh, "KGZ/macro.gdp") if value] == [
        "2024"
    ]  # further ahead no coverage was measured for it
    low, high = fresh.latest("outlook.low", "KGZ/macro.gdp"), fresh.latest("outlook.high", "KGZ/macro.gdp")
    assert low is not None
    assert high is not None
    assert (low.evidence, low.precision.value, len(low.inputs)) == (Evidence.FORECAST, "approximate", 32)
    assert (ranges(old, "KGZ/macro.gdp"), rules(old, "KGZ/macro.gdp")) == ([("2024", None)], ["outlook.stale"])


def test_a_year_to_date_gives_arithmetic_where_both_years_are_known(real: Callable[[str], Readings]) -> None:
    reading = real("2023-09-30").latest("outlook.same_share", "KAZ")

    assert reading is not None
    assert (reading.id, reading.evidence) == ("outlook.same_share:KAZ:2023", Evidence.DERIVED)
    assert reading.value is not None
    assert set(reading.inputs) == {"trade.ytd:KAZ:2023-M01..M07", "trade.ytd:KAZ:2022-M01..M07", "trade.total:KAZ:2022"}
    assert 1_400_000_000 < reading.value < 1_500_000_000


def test_without_the_same_months_there_is_no_arithmetic(real: Callable[[str], Readings]) -> None:
    readings = real("2026-11-24")
    (reading,) = readings.series("outlook.same_share", "KAZ")

    assert reading.value is None
    assert reading.problems[0].message == "has no value: the same months of the year before are not known"
    assert readings.series("outlook.same_share", "KGZ") == []  # its last months are of a year long told


def test_without_last_years_total_there_is_no_arithmetic_either(
    computed: Callable[..., Readings], observed: Callable[..., Observation], trade: Callable[..., SeriesKey]
) -> None:
    so_far = trade("KGZ", "total", Frequency.YEAR_TO_DATE)
    months = [observed(so_far, f"{year}-M01..M06", value) for year, value in ((2025, "600"), (2026, "660"))]

    (alone,) = computed(*months).series("outlook.same_share", "KGZ")
    assert alone.problems[0].message == "has no value: the total of the year before is not known"
    (whole,) = computed(*months, observed(trade("KGZ", "total"), "2025", "1300")).series("outlook.same_share", "KGZ")
    assert whole.value == Decimal(1_430_000_000)


def test_twelve_sound_years_have_a_range_as_far_as_a_quarter_of_them(
    computed: Callable[..., Readings], yearly: Callable[..., list[Observation]]
) -> None:
    readings = computed(*yearly(12))

    assert [period for period, value in ranges(readings, "KGZ/trade.total") if value] == ["2026", "2027", "2028"]
    for period in ("2026", "2027", "2028"):
        low, middle, high = (readings.at(f"outlook.{end}", "KGZ/trade.total", Period.parse(period)) for end in ("low", "centre", "high"))
        assert low
        assert middle
        assert high
        assert low.value is not None
        assert middle.value is not None
        assert high.value is not None
        assert low.value < middle.value < high.value
        assert low.inputs == high.inputs
        assert len(low.inputs) == 12


def test_a_range_that_says_nothing_is_withheld_with_its_rule(
    computed: Callable[..., Readings], observed: Callable[..., Observation], trade: Callable[..., SeriesKey]
) -> None:
    swings = [observed(trade("KGZ", "total"), str(2010 + place), str(SWINGS[place])) for place in range(16)]
    readings = computed(*swings)

    assert rules(readings, "KGZ/trade.total") == ["outlook.wide"]
    assert [value for _, value in ranges(readings, "KGZ/trade.total")] == [None, None, None]


def test_months_have_a_range_from_their_own_past_errors(
    computed: Callable[..., Readings], observed: Callable[..., Observation], trade: Callable[..., SeriesKey]
) -> None:
    key, end = trade("KGZ", "total", Frequency.MONTHLY), Period.parse("2026-08")
    months = [
        observed(key, str(end.shift(place - 59)), str(HARVEST[place % 12] * (100 + place) + place * 7919 % 211)) for place in range(60)
    ]
    readings = computed(*months)

    found = readings.series("outlook.low", "KGZ/trade.month")
    assert [str(one.period) for one in found] == [str(end.shift(ahead)) for ahead in range(1, 13)]
    assert all(one.value is not None for one in found)
    assert found[0].formula.startswith("Theta")
    assert computed(*months[-11:]).series("outlook.low", "KGZ/trade.month") == []


def test_every_part_is_marked_as_our_own() -> None:
    definitions = all_definitions()

    for name in ("outlook.low", "outlook.centre", "outlook.high", "outlook.points", "outlook.same_share"):
        assert definitions[name].source.startswith("Bilan's own arithmetic")
