"""Values of expressions: by hand, as sources print them, and by law."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.indicators.expression import Missing, parse
from bilan.indicators.functions import FUNCTIONS, evaluate
from bilan.period import Period

Known = dict[str, dict[str, str]]
YEARS: Known = {
    "x": {"2022": "410.888", "2023": "455.702"},
    "m": {"2022": "770.215", "2023": "862.182"},
    "z": {"2022": "0", "2023": "0"},
    "fallen": {"2022": "5", "2023": "-1"},
}
MONTHS: Known = {"x": {f"{year}-{month:02}": str(month * (year - 2021)) for year in (2022, 2023) for month in range(1, 13)}}


def looking(known: Known) -> Callable[[str, Period], Decimal]:
    def look(name: str, period: Period) -> Decimal:
        text = known[name].get(str(period))
        if text is None:
            raise Missing(f"{name} of {period} is missing")
        return Decimal(text)

    return look


def value(expression: str, period: str = "2023", known: Known = YEARS) -> Decimal:
    return evaluate(parse(expression), Period.parse(period), looking(known))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("x - m", "-406.480"), ("-x", "-455.702"), ("abs(x - m)", "406.480"), ("2 * x", "911.404"), ("x / 2", "227.851"),
        ("lag(x)", "410.888"), ("lag(x + m)", "1181.103"), ("sum(x, m, x)", "1773.586"), ("at(x, 2022)", "410.888"), ("x - x * 1", "0"),
        ("mean(x, 2)", "433.295"), ("rolling(m, 2)", "1632.397"), ("(x + m) / (1 + 1)", "658.942"), ("share(x, x)", "1"), ("12 - 5 - 4", "3"),
    ],
)  # fmt: skip
def test_computes_exactly(expression: str, expected: str) -> None:
    assert value(expression) == Decimal(expected)


def test_turnover_is_what_the_source_says_and_truncates() -> None:
    """Trend News Agency, 9 April 2024: exports 455.702 and imports 862.182 million; it prints 1.317 billion, cut off, not rounded."""
    assert value("x + m") == Decimal("1317.884")


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("growth(x)", "10.9"),
        ("growth(m)", "11.9"),
        ("growth(x + m)", "11.6"),
        ("percent(x, m)", "52.9"),
        ("points(x - lag(x), lag(x + m))", "3.8"),
    ],
)
def test_computes_what_trend_news_agency_prints_of_2023(expression: str, printed: str) -> None:
    """Kyrgyz statistics of 2023, Trend News Agency, 9 April 2024: growth 11.6 %, exports +10.9 %, imports +11.9 %."""
    assert round(value(expression), 1) == Decimal(printed)


def test_average_growth_is_what_the_world_bank_prints() -> None:
    """World Integrated Trade Solution, help on trade indicators: 10.0 to 42.998 million in eight years is 20.0 % a year."""
    known: Known = {"v": {"2000": "10.0", "2008": "42.998"}}

    assert round(value("cagr(v, 8)", "2008", known), 1) == Decimal("20.0")


@pytest.mark.parametrize(("first", "last", "printed"), [("955.0", "1317.884", "8.4"), ("939.6", "1572", "13.7")])
def test_average_growth_of_the_two_statistics_differs(first: str, last: str, printed: str) -> None:
    """2019 to 2023 by Kyrgyz and by Kazakh statistics, computed from the pack (rows bt018, bt048; bt015, bt044)."""
    assert round(value("cagr(v, 4)", "2023", {"v": {"2019": first, "2023": last}}), 1) == Decimal(printed)


def test_real_growth_takes_prices_out() -> None:
    """(1 + 0.116) / (1 + 0.04) - 1 = 7.3 %: System of National Accounts 2008, 15.13, computed by hand."""
    assert round(value("real(g, p)", "2023", {"g": {"2023": "11.6"}, "p": {"2023": "4"}}), 1) == Decimal("7.3")


def test_a_change_of_share_is_in_points_and_another_thing_in_percent() -> None:
    """By definition: 8.0 to 8.4 is 0.4 points and 5 %."""
    known: Known = {"s": {"2022": "8.0", "2023": "8.4"}}

    assert value("s - lag(s)", "2023", known) == Decimal("0.4")
    assert value("growth(s)", "2023", known) == 5


def test_growth_may_span_several_periods() -> None:
    """Gross inflow from Kazakhstan, 33.6 million in 2020 and 113.5 in 2024 (rows fi006, fi016): +238 %."""
    assert round(value("growth(v, 4)", "2024", {"v": {"2020": "33.6", "2024": "113.5"}})) == 238


def test_the_year_before_is_the_same_month_or_the_same_span() -> None:
    """Cargo from China, ten months of 2020 and 2021 (Kazinform, December 2021): +49.3 %."""
    spans: Known = {"v": {"2020-M01..M10": "178000", "2021-M01..M10": "265700"}}

    assert round(value("yoy(v)", "2021-M01..M10", spans), 1) == Decimal("49.3")
    assert value("yoy(x)", "2023-05", MONTHS) == 100
    assert value("yoy(v)", "2023-Q2", {"v": {"2022-Q2": "4", "2023-Q2": "5"}}) == 25


def test_a_year_of_months_is_summed_and_a_gap_gives_no_value() -> None:
    assert value("rolling(x, 12)", "2023-12", MONTHS) == 156
    assert value("rolling(x, 12)", "2023-06", MONTHS) == 2 * 21 + 57
    with pytest.raises(Missing) as gap:
        value("rolling(x, 12)", "2022-11", MONTHS)

    assert gap.value.reason == "x of 2021-12 is missing"


def test_an_index_is_100_in_its_base_year() -> None:
    assert value("index(x, 2022)", "2022") == 100
    assert round(value("index(x, 2022)"), 1) == Decimal("110.9")


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("ratio(x, z)", "the denominator is zero"), ("x / 0", "the denominator is zero"), ("x / (m - m)", "the denominator is zero"),
        ("growth(z)", "the base of the growth is not positive"), ("growth(x - m)", "the base of the growth is not positive"),
        ("growth(fallen)", "the value fell below zero"), ("index(z, 2022)", "the base of the index is not positive"),
        ("real(-100 * x / x, -100 * x / x)", "the denominator is zero"),
        ("lag(x, 2)", "x of 2021 is missing"), ("at(x, 2019)", "x of 2019 is missing"),
    ],
)  # fmt: skip
def test_says_why_there_is_no_value(expression: str, reason: str) -> None:
    with pytest.raises(Missing) as gap:
        value(expression)

    assert gap.value.reason == reason


def test_there_is_no_year_before_the_first() -> None:
    with pytest.raises(Missing, match="there is no period 600 before 0500"):
        value("lag(x, 600)", "0500", {"x": {}})


def test_every_function_says_how_it_is_written() -> None:
    assert [name for name, one in FUNCTIONS.items() if not one.says.startswith(f"{name}(")] == []


amounts = st.decimals(min_value="0.01", max_value=10**9, places=2)


@given(amounts, amounts, amounts)
def test_contributions_add_up_to_growth(before: Decimal, exports: Decimal, imports: Decimal) -> None:
    known: Known = {"x": {"2022": str(before), "2023": str(exports)}, "m": {"2022": "7", "2023": str(imports)}}
    parts = value("points(x - lag(x), lag(x + m)) + points(m - lag(m), lag(x + m))", "2023", known)

    assert round(parts - value("growth(x + m)", "2023", known), 15) == 0


@given(amounts, st.decimals(min_value="-50", max_value="200", places=3), st.integers(2, 9))
def test_a_steady_growth_is_its_own_average(start: Decimal, growth: Decimal, years: int) -> None:
    known: Known = {"v": {str(2000 + n): format(start * (1 + growth / 100) ** n, "f") for n in range(years + 1)}}

    assert round(value(f"cagr(v, {years})", str(2000 + years), known) - growth, 12) == 0
