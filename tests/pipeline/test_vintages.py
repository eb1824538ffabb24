from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bilan.errors import UsageError
from bilan.period import Period
from bilan.pipeline.knowledge import learn, take_in
from bilan.pipeline.vintages import between, fitting, matching, outlines, spoken, turns, vintages
from bilan.project import Project
from bilan.store.parquet import Store
from bilan.store.view import View

AsOf = Callable[[str], View]
NOW = datetime(2026, 11, 25, tzinfo=UTC)


@pytest.fixture(scope="module")
def store(finished: Project) -> Store:
    return take_in(finished, "kz-kg", NOW)[0]


@pytest.fixture
def as_of(store: Store) -> AsOf:
    return lambda day: store.as_of(date.fromisoformat(day))


def told(view: View, pattern: str, period: str) -> list[tuple[str, str]]:
    (key,) = matching(view, pattern)
    return [
        (one.event, "withdrawn" if one.observation.value is None else format(one.observation.value, "f"))
        for one in vintages(view, key)[Period.parse(period)]
    ]


def test_a_value_that_comes_back_is_said_to_return(as_of: AsOf) -> None:
    assert told(as_of("2026-10-31"), "fdi_net_inflows_share_gdp/KGZ", "2023") == [
        ("first", "3.50596"), ("revised", "0.01072"), ("returned", "3.50596"), ("revised", "3.23039"), ("revised", "1.04737"),
    ]  # fmt: skip


def test_what_was_published_later_is_not_seen(as_of: AsOf) -> None:
    assert told(as_of("2024-12-31"), "fdi_net_inflows_share_gdp/KGZ", "2023") == [("first", "3.50596"), ("revised", "0.01072")]


def test_a_withdrawal_and_a_restoration_are_named(as_of: AsOf) -> None:
    events = [event for event, _ in told(as_of("2026-10-31"), "exports_goods_services_share_gdp/KGZ", "2021")]

    assert events == ["first", "revised", "withdrawn", "restored"]


def test_a_withdrawn_value_does_not_count(as_of: AsOf) -> None:
    view = as_of("2024-03-31")
    (key,) = matching(view, "exports_goods_services_share_gdp/KGZ")

    assert not any(one.current for one in vintages(view, key)[Period.parse("2021")])


def test_a_forecast_stands_beside_its_outcome_and_never_counts(as_of: AsOf) -> None:
    view = as_of("2026-10-31")
    (key,) = matching(view, "weo_ngdpd/KAZ")
    forecast, outcome = vintages(view, key)[Period.parse("2016")]

    assert [(one.event, one.observation.value, one.current) for one in (forecast, outcome)] == [
        ("forecast", Decimal("216.598"), False),
        ("outcome", Decimal("137.289"), True),
    ]
    assert outcome.change is not None
    assert round(outcome.change, 1) == Decimal("-36.6")


def test_a_pattern_finds_series_and_an_unknown_name_the_closest(as_of: AsOf) -> None:
    view = as_of("2026-10-31")

    assert {str(one) for one in matching(view, "trade/*/total/TOTAL/A")} == {"trade/KAZ/KGZ/total/TOTAL/A", "trade/KGZ/KAZ/total/TOTAL/A"}
    with pytest.raises(UsageError, match=r"is not known as of 2026-10-31 \(did you mean 'population'\?\)"):
        matching(view, "populaton/KAZ")


def test_a_list_tells_periods_and_publications(as_of: AsOf) -> None:
    view = as_of("2026-10-31")
    (one,) = outlines(view, matching(view, "gross_fdi_inflow_all"))

    assert (one.periods, one.publications, str(one.last), one.published_on) == (1, 2, "2015", date(2016, 6, 30))


def test_revisions_are_the_material_ones_unless_all_are_asked_for(as_of: AsOf) -> None:
    old, new = as_of("2024-11-30"), as_of("2025-01-31")
    some, everything = (between(old, new, "", everything=each) for each in (False, True))

    assert len(everything) > len(some) > 0
    assert all(one.material for one in some)
    assert {one.key.indicator for one in between(old, new, "population/KAZ", everything=True)} == {"population"}


def test_a_pattern_nothing_fits_finds_nothing(as_of: AsOf) -> None:
    assert fitting(as_of("2026-10-31"), "population/XXX") == []
    assert fitting(as_of("2026-10-31"), "population/KAZ/") == matching(as_of("2026-10-31"), "population/KAZ")


def test_a_series_speaks_with_what_counts_or_with_every_publication(as_of: AsOf) -> None:
    (key,) = matching(as_of("2026-10-31"), "fdi_net_inflows_share_gdp/KGZ")
    year = Period.parse("2023")
    current, every = (spoken(as_of("2026-10-31"), key, year, every=every)[year] for every in (False, True))

    assert [one.current for one in current] == [True]
    assert len(every) == 5
    assert spoken(as_of("2026-10-31"), key, Period.parse("1901")) == {}


def test_only_what_a_reader_would_act_on_turns(finished: Project) -> None:
    then, now = (learn(finished, "kz-kg", date.fromisoformat(day), NOW) for day in ("2024-06-30", "2026-10-31"))

    assert {one.change.value for one in turns(then, now)} <= {"crossed", "target", "meaning", "project"}
    assert turns(then, now)
    assert turns(now, now) == []
