"""The real pack through the real store, and small views for the rules."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
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


@cache
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
        ("trade.turnover:KGZ:2023", "1317884000"),
        ("trade.turnover:KAZ:2023", "1572000000"),
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
        ("trade.coverage_ratio:KGZ:2023", "52.9"),
        ("trade.normalised_balance:KGZ:2023", "-0.3"),
        ("trade.growth_exports:KGZ:2023", "10.9"),
        ("trade.growth_imports:KGZ:2023", "11.9"),
        ("trade.cagr:KGZ:2024", "7.0"),
        ("trade.cagr:KAZ:2024", "12.6"),
        ("mirror.relative:KAZ>KGZ:2023", "-22.1"),
        ("mirror.relative:KGZ>KAZ:2023", "8.3"),
        ("trade.growth_ytd:KAZ:2023-M01..M07", "12.9"),
        ("movement.transit_growth:KAZ:2021-M01..M10", "49.3"),
        ("movement.arrivals_growth:KGZ:2025", "18.6"),
        ("macro.gdp_growth:KGZ:2024", "9.0"),
        ("investment.net_inflow_share:KAZ:2024", "0.7"),
    ],
)
def test_computes_what_was_computed_by_hand(store: Store, name: str, printed: str) -> None:
    one = known(store, AS_OF).get(name)

    assert one is not None
    assert one.value is not None
    assert round(one.value, 1) == Decimal(printed)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("trade.share_exports:KGZ:2023", "13.5"),
        ("trade.share_imports:KGZ:2023", "6.9"),
        ("trade.share_turnover:KGZ:2023", "8.3"),
        ("macro.openness:KGZ:2023", "113.7"),
        ("macro.openness_average:KGZ:2023", "56.8"),
        ("macro.remittance_weight:KGZ:2023", "20.4"),
        ("macro.exchange_rate:KGZ:2023", "87.9"),
        ("macro.exchange_rate_change:KGZ:2023", "4.4"),
        ("macro.gdp_per_person:KGZ:2023", "1970.2"),
    ],
)
def test_computes_what_needs_the_rows_that_have_no_date(store: Store, name: str, printed: str) -> None:
    """World Bank exports, imports, remittances and rates count from the day they were retrieved, 23 November 2026."""
    before, after = known(store, date(2026, 11, 22)).get(name), known(store, date(2026, 11, 23)).get(name)

    assert before is None or before.value is None or name == "macro.gdp_per_person:KGZ:2023"
    assert after is not None
    assert after.value is not None
    assert round(after.value, 1) == Decimal(printed)


def test_real_growth_is_growth_in_the_reporters_own_prices(store: Store) -> None:
    """Kyrgyz trade of 2024: +1.7 % in dollars, a dollar 0.8 % cheaper, prices +4.7 %: -3.7 %."""
    found = known(store, date(2026, 11, 23))
    parts = [
        found.get(f"{name}:KGZ:2024") for name in ("trade.growth", "macro.exchange_rate_change", "macro.deflator", "trade.real_growth")
    ]
    growth, rate, prices, real = [1 + one.value / 100 for one in parts if one is not None and one.value is not None]

    assert round(growth * rate / prices - real, 20) == 0


def test_a_share_is_read_only_since_both_its_parts_began(store: Store) -> None:
    assert [str(one.period) for one in known(store, date(2026, 11, 23)).series("trade.share_exports", "KAZ")] == ["2023", "2024"]


def test_an_investment_of_another_measure_is_never_chained(store: Store) -> None:
    """55 million of 2023 is another measure than the gross inflow of 2024: there is no growth between them."""
    one = known(store, AS_OF).get("investment.growth:KAZ:2024")

    assert one is not None
    assert one.problems[0].message == "has no value: flow of 2023 is missing"


def test_a_negative_share_is_kept_and_its_revision_too(store: Store) -> None:
    """Net inflow of Kazakhstan in 2024: -0.24 % of GDP at first, 0.68 % later."""
    values = {one.value for day in (date(2025, 7, 6), AS_OF) if (one := known(store, day).get("investment.net_inflow_share:KAZ:2024"))}

    assert min(value for value in values if value is not None) < 0 < max(value for value in values if value is not None)


def test_an_expression_over_the_mirror_speaks_of_the_same_direction(
    partnership: PartnershipConfig, table: View, observed: Observe, trade: Key, tmp_path: Path
) -> None:
    path = tmp_path / "indicators.toml"
    path.write_text(
        '[indicator."own.double"]\nquestion = "Twice?"\nunit = "USD"\nexpr = "2 * gap"\ninputs = { gap = "mirror.gap" }\n', encoding="utf-8"
    )
    view = table((observed(trade("KAZ", "export"), "2023", "10"), observed(trade("KGZ", "import"), "2023", "9")))

    one = compute(view, partnership, AS_OF, all_definitions(path)).get("own.double:KAZ>KGZ:2023")

    assert one is not None
    assert (one.value, one.reporter, one.partner, one.inputs) == (Decimal(-2_000_000), "KAZ", "KGZ", ("mirror.gap:KAZ>KGZ:2023",))


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

    assert mixed == {"mirror.gap", "mirror.ratio", "mirror.relative", "mirror.total_gap", "macro.gdp_ratio"}


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
