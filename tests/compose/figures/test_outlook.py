from collections.abc import Callable
from decimal import Decimal

import pytest

import bilan.findings.outlook
import bilan.indicators.outlook  # noqa: F401  registers the indicators
from bilan.charts.specs import Fan
from bilan.compose.figures.outlook import at, chosen, fan
from bilan.compose.material import Material
from bilan.document import Figure
from bilan.model import Evidence, Reading
from bilan.period import Period

MakeMaterial = Callable[..., Material]
WithReadings = Callable[..., Material]
FRESH = "2024-10-31"


def drawn(material: Material) -> tuple[Figure, Fan]:
    figure = fan(material)
    assert figure is not None
    spec = material.specs["outlook.range"]
    assert isinstance(spec, Fan)
    return figure, spec


def plain(words: object) -> str:
    return str(words).replace("\u00a0", " ").replace("\u202f", " ")


def range_of(subject: str, period: str, low: str, high: str) -> list[Reading]:
    return [
        Reading(
            f"outlook.{end}:{subject}:{period}", f"outlook.{end}", Period.parse(period), Period.parse(period).start, "USD", Decimal(value),
            subject.split("/", maxsplit=1)[0], evidence=Evidence.FORECAST,
        )
        for end, value in (("low", low), ("high", high))
    ]  # fmt: skip


def test_states_both_ends_of_the_range_and_never_a_middle(material: MakeMaterial) -> None:
    figure, spec = drawn(material("en", as_of=FRESH))
    assert str(figure.title) == "GDP, Kazakhstan: between $227bn and $351bn in 2024"
    assert plain(drawn(material("fr", as_of=FRESH))[0].title) == "PIB, Kazakhstan : entre 227 Md $ et 351 Md $ en 2024"
    assert [(one.low.year, str(one.low.label), str(one.high.label)) for one in spec.ranges] == [(2024, "227", "351")]
    assert not any("centre" in one for one in figure.reading_ids)


def test_says_whose_work_the_range_is_and_how_sure(material: MakeMaterial) -> None:
    figure, spec = drawn(material("en", as_of=FRESH))
    assert "by Bilan’s own arithmetic, not an official projection" in str(figure.subtitle)
    assert (str(spec.level), spec.observed, spec.outlook) == ("80% of outcomes", "observed", "outlook")


def test_describes_what_was_observed_and_the_range(material: MakeMaterial) -> None:
    assert plain(drawn(material("en", as_of=FRESH))[0].alt) == (
        "Line up to 2023, then a range. Observed: $148bn in 2010, $261bn in 2023. "
        "Range for 2024: $227bn to $351bn, built to hold 80% of outcomes."
    )


def test_draws_every_observed_year_with_its_reading(material: MakeMaterial) -> None:
    figure, spec = drawn(material("en", as_of=FRESH))
    assert [point.year for point in spec.track.points] == list(range(2010, 2024))
    assert spec.track.points[-1].reading == "macro.gdp:KAZ:2023"
    assert {one.reading for part in spec.ranges for one in (part.low, part.high)} <= set(figure.reading_ids)


def test_total_trade_of_the_first_country_comes_before_other_series(material: MakeMaterial, with_readings: WithReadings) -> None:
    given = material("en", as_of=FRESH)
    ranges = [
        one
        for subject in ("KGZ/trade.total", "KAZ/trade.total", "KAZ/trade.exports")
        for one in range_of(subject, "2025", "1500000000", "2500000000")
    ]
    assert chosen(with_readings(given, *ranges)) == "KAZ/trade.total"
    assert chosen(given) == "KAZ/macro.gdp"


def test_a_range_may_be_in_millions_and_of_months(material: MakeMaterial, with_readings: WithReadings) -> None:
    given = material("en", as_of=FRESH)
    months = [
        Reading(f"trade.month:KGZ:{period}", "trade.month", period, period.start, "USD", Decimal(90_000_000 + period.number), "KGZ")
        for period in (Period.parse("2023-07").shift(step) for step in range(15))
    ]
    figure, spec = drawn(with_readings(given, *months, *range_of("KGZ/trade.month", "2024-10", "80000000", "110000000")))
    assert str(figure.subtitle).startswith("Million dollars")
    assert [str(one.label) for one in spec.years][-2:] == ["2023", "2024"]
    assert spec.years[-1].year == at(Period.parse("2024-01")) == 2024 * 12
    assert spec.ranges[0].low.year - spec.track.points[-1].year == 1
    assert spec.track.who == "b"


def test_without_an_observed_value_there_is_no_figure(material: MakeMaterial, with_readings: WithReadings) -> None:
    given = material("en", as_of=FRESH)
    assert fan(with_readings(given, *range_of("KAZ/trade.month", "2025-01", "1", "2"))) is None


@pytest.mark.parametrize("language", ["en", "fr"])
def test_has_no_figure_where_no_series_may_be_forecast(language: str, material: MakeMaterial, unwritten: MakeMaterial) -> None:
    assert fan(material(language)) is None
    assert fan(unwritten(language)) is None
