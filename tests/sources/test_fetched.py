from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bilan.model import Evidence, Observation, SeriesKey, Status
from bilan.period import Frequency, Period
from bilan.sources.connector import FetchedValue
from bilan.sources.fetched import News, news, observations, row_id

KEY = SeriesKey("gdp_current_usd", "KAZ")
VALUE = FetchedValue(KEY, Period.parse("2023"), Decimal("261.4"), "USD", published_on=date(2024, 10, 21), printed="261.4", note="n")
TODAY = date(2026, 11, 25)


def made(*values: FetchedValue, known: tuple[Observation, ...] = ()) -> list[Observation]:
    return observations("wb-gdp", values, TODAY, {one.row: one for one in known})


def test_a_row_is_named_by_source_and_key() -> None:
    trade = SeriesKey("trade", "KGZ", "KAZ", "export", "TOTAL", Frequency.MONTHLY)

    assert row_id("wb-gdp", VALUE) == "fetch/wb-gdp#KAZ/2023"
    assert row_id("comtrade-trade", replace(VALUE, key=trade, period=Period.parse("2023-07"))) == (
        "fetch/comtrade-trade#KGZ/KAZ/export/TOTAL/2023-07"
    )


def test_a_value_becomes_an_observation_published_when_the_source_says() -> None:
    (one,) = made(VALUE)

    assert one == Observation(
        KEY, Period.parse("2023"), Decimal("261.4"), "USD", date(2024, 10, 21), ("wb-gdp",), "fetch/wb-gdp#KAZ/2023",
        published="2024-10-21", printed="261.4", note="n",
    )  # fmt: skip


def test_a_value_without_a_date_counts_from_the_day_it_was_received() -> None:
    (one,) = made(replace(VALUE, published_on=None))

    assert (one.published_on, one.published) == (TODAY, "")


def test_a_value_that_did_not_change_keeps_the_day_it_was_published_first() -> None:
    (known,) = made(VALUE)

    assert made(replace(VALUE, published_on=date(2026, 3, 6), note="other"), known=(known,)) == [known]
    assert made(replace(VALUE, value=Decimal("261.40")), known=(known,)) == [known]


def test_a_changed_value_unit_or_status_is_a_revision_of_its_day() -> None:
    (known,) = made(VALUE)
    later = replace(VALUE, published_on=date(2026, 3, 6))

    for change in ({"value": Decimal("262.0")}, {"unit": "USD_million"}, {"status": Status.PROVISIONAL}):
        (one,) = made(replace(later, **change), known=(known,))
        assert one.published_on == date(2026, 3, 6)
        assert news("wb-gdp", [one], {known.row: known}) == News(revised=(known.row,))


def test_a_revision_never_counts_from_before_what_it_revises() -> None:
    (known,) = made(VALUE)

    (one,) = made(replace(VALUE, value=Decimal(1), published_on=date(2023, 1, 1)), known=(known,))

    assert (one.value, one.published_on, one.published) == (Decimal(1), date(2024, 10, 21), "")


def test_what_was_published_before_its_period_was_over_is_a_forecast() -> None:
    early = replace(VALUE, period=Period.parse("2027"), published_on=date(2026, 4, 1))

    assert made(early)[0].evidence is Evidence.FORECAST
    assert made(replace(early, published_on=date(2027, 12, 31)))[0].evidence is Evidence.REPORTED


def test_tells_what_is_new_changed_gone_and_as_it_was() -> None:
    years = [replace(VALUE, period=Period(year, Frequency.ANNUAL)) for year in (2020, 2021, 2022)]
    before = {one.row: one for one in made(*years)}
    other = {"trade.csv#1": replace(next(iter(before.values())), row="trade.csv#1")}

    given = made(years[0], replace(years[1], value=Decimal(9)), replace(VALUE, period=Period.parse("2023")), known=tuple(before.values()))

    assert news("wb-gdp", given, before | other) == News(
        ("fetch/wb-gdp#KAZ/2023",), ("fetch/wb-gdp#KAZ/2021",), ("fetch/wb-gdp#KAZ/2022",), 1
    )


@given(st.lists(st.tuples(st.integers(2000, 2020), st.integers(-3, 3)), unique_by=lambda one: one[0]))
def test_the_same_answer_twice_is_no_news(rows: list[tuple[int, int]]) -> None:
    values = [replace(VALUE, period=Period(year, Frequency.ANNUAL), value=Decimal(number)) for year, number in rows]
    known = {one.row: one for one in made(*values)}
    later = [replace(one, published_on=date(2026, 3, 6)) for one in values]

    assert news("wb-gdp", observations("wb-gdp", later, TODAY, known), known) == News(unchanged=len(rows))
