"""The real pack through the real store, and small views for the rules."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.config.decode import load
from bilan.config.models import PartnershipConfig
from bilan.errors import DefinitionError
from bilan.indicators.context import DataView
from bilan.indicators.definition import all_definitions
from bilan.indicators.engine import Readings, compute
from bilan.model import Observation, Precision, SeriesKey
from bilan.period import Period
from bilan.sources.observations import read_observations
from bilan.sources.register import read_sources
from bilan.store.parquet import Store

AS_OF = date(2026, 10, 31)
View = Callable[..., DataView]
Observe = Callable[..., Observation]
Key = Callable[..., SeriesKey]
FOLDER = Path(__file__).parents[2] / "data" / "kz-kg"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store(tmp_path_factory.mktemp("store"))
    observations, _ = read_observations(FOLDER, read_sources(FOLDER / "sources.csv"))
    store.ingest(observations, datetime(2026, 11, 24, tzinfo=UTC))
    return store


def known(store: Store, day: date) -> Readings:
    return compute(store.as_of(day), load(FOLDER / "partnership.toml", PartnershipConfig), day, all_definitions())


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("trade.total:KGZ:2023", "1317884000"),
        ("trade.total:KAZ:2023", "1572000000"),
        ("trade.balance:KGZ:2023", "-406480000"),
        ("mirror.gap:KAZ>KGZ:2023", "-214618000"),
        ("mirror.gap:KGZ>KAZ:2023", "39498000"),
        ("target.distance:KGZ:2024", "1660000000"),
        ("mirror.total_gap:KAZ-KGZ:2024", "360000000"),
    ],
)
def test_gives_the_levels_that_the_sources_print(store: Store, name: str, printed: str) -> None:
    one = known(store, AS_OF).get(name)

    assert one is not None
    assert one.value == Decimal(printed)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("trade.growth:KGZ:2023", "11.6"),
        ("trade.growth:KAZ:2023", "26.0"),
        ("trade.contribution_exports:KGZ:2023", "3.8"),
        ("trade.contribution_imports:KGZ:2023", "7.8"),
        ("trade.partner_share:KGZ:2023", "8.4"),
        ("target.pace:KGZ:2024", "14.4"),
        ("target.pace:KAZ:2024", "9.9"),
        ("mirror.ratio:KAZ>KGZ:2023", "0.8"),
        ("macro.gdp_ratio:KAZ-KGZ:2023", "18.7"),
    ],
)
def test_computes_what_was_computed_by_hand(store: Store, name: str, printed: str) -> None:
    one = known(store, AS_OF).get(name)

    assert one is not None
    assert one.value is not None
    assert round(one.value, 1) == Decimal(printed)


def test_contributions_add_up_to_growth(store: Store) -> None:
    found = known(store, AS_OF)
    parts = [found.get(f"trade.contribution_{flow}:KGZ:2023") for flow in ("exports", "imports")]
    growth = found.get("trade.growth:KGZ:2023")

    assert growth is not None
    assert growth.value is not None
    assert round(sum(one.value for one in parts if one and one.value is not None) - growth.value, 20) == 0


def test_knows_nothing_before_it_was_published(store: Store) -> None:
    assert known(store, date(2024, 4, 8)).at("trade.total", "KGZ", Period.parse("2023")) is None
    assert known(store, date(2024, 4, 9)).at("trade.total", "KGZ", Period.parse("2023")) is not None


def test_a_figure_dated_to_the_month_counts_from_its_last_day(store: Store) -> None:
    def total(day: date) -> Decimal | None:
        one = known(store, day).at("trade.total", "KAZ", Period.parse("2023"))
        return one.value if one else None

    assert total(date(2024, 7, 30)) == 1_600_000_000
    assert total(date(2024, 7, 31)) == 1_572_000_000


def test_the_reporters_mix_in_no_indicator_but_those_of_the_gap(store: Store) -> None:
    found = known(store, AS_OF)
    mixed = {
        one.indicator for one in found if len({part.reporter for name in one.inputs if (part := found.get(name)) and part.reporter}) > 1
    }

    assert mixed == {"mirror.gap", "mirror.ratio", "mirror.total_gap", "macro.gdp_ratio"}


def test_the_source_article_confirms_nothing(store: Store) -> None:
    statistics = [one for one in known(store, AS_OF) if one.indicator != "trade.announced"]

    assert [one.id for one in statistics if "seed" in one.source_ids] == []


def test_an_announcement_without_a_reporter_is_kept_apart(store: Store) -> None:
    one = known(store, AS_OF).get("trade.announced:2025")

    assert one is not None
    assert (one.value, one.precision, one.reporter, one.published) == (Decimal(2_000_000_000), Precision.LOWER_BOUND, "", "2026-01")


def test_the_share_takes_ratio_and_gdp_of_one_vintage(store: Store) -> None:
    one = known(store, AS_OF).get("trade.partner_share:KGZ:2023")
    missing = known(store, AS_OF).get("trade.partner_share:KGZ:2024")

    assert one is not None
    ratio = store.as_of(AS_OF).find(one.inputs[-1])
    assert ratio is not None
    assert ratio.published_on == date(2024, 6, 30)
    assert missing is not None
    assert missing.problems[0].message == "has no value: GDP of 2024 is not known"


@given(day=st.dates(min_value=date(2012, 1, 1), max_value=AS_OF))
def test_no_reading_rests_on_what_was_published_later(store: Store, day: date) -> None:
    view = store.as_of(day)
    found = known(store, day)

    for one in found:
        assert one.published_on is None or one.published_on <= day
        for name in one.inputs:
            observation = view.find(name)
            assert observation is None or observation.published_on <= day


def test_a_gap_in_a_series_gives_no_growth(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    view = table((observed(trade("KGZ", "total"), "2021", "1000"), observed(trade("KGZ", "total"), "2023", "1300")))

    one = compute(view, partnership, AS_OF, all_definitions()).get("trade.growth:KGZ:2023")

    assert one is not None
    assert one.value is None
    assert one.problems[0].message == "has no value: total of 2022 is missing"


def test_an_indicator_refuses_a_series_in_another_unit(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    view = table((observed(trade("KGZ", "total"), "2023", "12", "percent"),))

    with pytest.raises(DefinitionError, match=r"trade.total: cannot be used:\n  t.csv#.*unit 'percent' is no 'USD'"):
        compute(view, partnership, AS_OF, all_definitions())


def test_readings_are_found_by_subject_and_period(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    view = table((observed(trade("KGZ", "total"), "2022", "1181"), observed(trade("KGZ", "total"), "2023", "1318")))
    found = compute(view, partnership, AS_OF, all_definitions())

    assert [str(one.period) for one in found.series("trade.total", "KGZ")] == ["2022", "2023"]
    assert found.subjects("trade.total") == ["KGZ"]
    assert found.latest("trade.total", "KAZ") is None
    assert found.at("trade.total", "KGZ", Period.parse("1999")) is None
