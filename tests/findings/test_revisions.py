from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.findings.revisions import Kind, Revision, rebasing, revisions, usual_revisions
from bilan.model import Observation, SeriesKey, Status
from bilan.period import Frequency, Period
from bilan.sources.observations import read_observations
from bilan.sources.register import read_sources
from bilan.store.parquet import Store
from bilan.store.view import View

KEY = SeriesKey("gdp", "KGZ")
AsOf = Callable[[str], View]


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> AsOf:
    """The real data of the first partnership as of any day."""
    folder = checkout / "data" / "kz-kg"
    observations, _ = read_observations(folder, read_sources(folder / "sources.csv"))
    store = Store(tmp_path_factory.mktemp("store"))
    store.ingest(observations, datetime(2026, 11, 25, tzinfo=UTC))
    return lambda day: store.as_of(date.fromisoformat(day))


def of(found: list[Revision], indicator: str, reporter: str, period: str) -> Revision:
    (one,) = [one for one in found if (one.key.indicator, one.key.reporter, str(one.period)) == (indicator, reporter, period)]
    return one


def fact(year: int, value: str | None, published: str, status: Status = Status.FINAL, unit: str = "USD") -> Observation:
    amount = None if value is None else Decimal(value)
    period = Period(year, Frequency.ANNUAL)
    return Observation(KEY, period, amount, unit, date.fromisoformat(published), ("a",), f"t.csv#{year}/{published}", status=status)


def views(tmp_path: Path, *facts: Observation) -> tuple[View, View]:
    store = Store(tmp_path / "store")
    store.ingest(facts, datetime(2026, 1, 1, tzinfo=UTC))
    return store.as_of(date(2020, 12, 31)), store.as_of(date(2025, 12, 31))


def test_the_kyrgyz_investment_share_fell_a_hundredfold_and_came_back(pack: AsOf) -> None:
    days = ["2024-09-30", "2024-12-31", "2025-03-31", "2025-07-31", "2025-12-31"]
    steps = [revisions(pack(a), pack(b)) for a, b in pairwise(days)]
    told = [of(step, "fdi_net_inflows_share_gdp", "KGZ", "2023") for step in steps]

    assert [one.after.value for one in told if one.after] == [Decimal(text) for text in ("0.01072", "3.50596", "3.23039", "1.04737")]
    assert [round(one.percent, 1) for one in told if one.percent] == [Decimal(text) for text in ("-99.7", "32604.9", "-7.9", "-67.6")]
    assert [one.kind for one in told] == [Kind.REVISED] * 4
    assert [one.material for one in told] == [True, True, False, True]  # the third is less than twice the 5 % this series is used to


def test_the_kazakh_population_was_rebased_as_a_whole(pack: AsOf) -> None:
    found = revisions(pack("2024-11-30"), pack("2025-01-31"))
    one = of(found, "population", "KAZ", "2010")

    assert one.kind is Kind.REBASED
    assert one.percent is not None
    assert one.factor is not None
    assert (round(one.percent, 1), round(one.factor, 2)) == (Decimal("3.2"), Decimal("1.04"))
    assert of(found, "population", "KGZ", "2020").kind is Kind.REVISED


def test_the_kyrgyz_external_balance_of_2022_was_revised_in_level(pack: AsOf) -> None:
    one = of(revisions(pack("2024-11-30"), pack("2024-12-31")), "external_balance_goods_services", "KGZ", "2022")

    assert one.before is not None
    assert one.after is not None
    assert (one.before.value, one.after.value) == (Decimal("-6978239846.37637"), Decimal("-4988934001.86547"))
    assert one.material


def test_an_export_share_was_withdrawn_and_then_restored(pack: AsOf) -> None:
    withdrawn = of(revisions(pack("2023-12-31"), pack("2024-01-31")), "exports_goods_services_share_gdp", "KGZ", "2021")
    restored = of(revisions(pack("2024-01-31"), pack("2024-06-30")), "exports_goods_services_share_gdp", "KGZ", "2021")

    assert (withdrawn.kind, withdrawn.after) == (Kind.WITHDRAWN, None)
    assert restored.kind is Kind.RESTORED
    assert restored.before is not None
    assert restored.after is not None
    assert (restored.before.value, restored.after.value) == (Decimal("37.75711"), Decimal("35.80559"))


def test_total_investment_of_2015_doubled_within_three_months(pack: AsOf) -> None:
    one = of(revisions(pack("2016-05-31"), pack("2016-06-30")), "gross_fdi_inflow_all", "WLD", "2015")

    assert one.percent is not None
    assert round(one.percent, 1) == Decimal("92.1")


def test_a_date_known_to_the_month_counts_from_its_end(pack: AsOf) -> None:
    assert [one for one in revisions(pack("2016-05-31"), pack("2016-06-29")) if one.key.indicator == "gross_fdi_inflow_all"] == []


def test_a_growth_that_turned_its_sign_is_material_however_small(tmp_path: Path) -> None:
    old, new = views(tmp_path, fact(2018, "100", "2019-06-01"), fact(2019, "100.4", "2020-06-01"), fact(2019, "99.6", "2021-06-01"))
    (one,) = revisions(old, new)

    assert one.turned
    assert one.material
    assert one.percent is not None
    assert abs(one.percent) < 1


def test_a_difference_of_number_formats_is_no_revision(tmp_path: Path) -> None:
    old, new = views(tmp_path, fact(2019, "1000000000", "2020-06-01"), fact(2019, "1000000001", "2021-06-01"))

    assert revisions(old, new) == []


def test_a_small_revision_is_kept_but_not_material(tmp_path: Path) -> None:
    old, new = views(tmp_path, fact(2019, "100", "2020-06-01"), fact(2019, "100.5", "2021-06-01"))
    (one,) = revisions(old, new)

    assert (one.kind, one.material) == (Kind.REVISED, False)


def test_a_change_of_unit_has_no_percentage_and_is_told(tmp_path: Path) -> None:
    old, new = views(tmp_path, fact(2019, "100", "2020-06-01"), fact(2019, "100", "2021-06-01", unit="percent"))
    (one,) = revisions(old, new)

    assert (one.percent, one.material) == (None, True)


def test_usual_revisions_need_eight_of_them(tmp_path: Path) -> None:
    facts = [fact(2010 + year, str(value), f"20{20 + turn}-06-01") for year in range(4) for turn, value in enumerate((100, 102, 104))]
    store = Store(tmp_path / "store")
    store.ingest(facts, datetime(2026, 1, 1, tzinfo=UTC))

    assert round(usual_revisions(store.as_of(date(2025, 1, 1)))[KEY], 2) == Decimal("1.98")
    assert usual_revisions(store.as_of(date(2021, 12, 31))) == {}


def series(values: Mapping[int, Decimal]) -> dict[Period, Observation]:
    known = {year: fact(year, "1", "2020-01-01") for year in values}
    return {Period(year, Frequency.ANNUAL): replace(known[year], value=value) for year, value in values.items()}


@given(
    values=st.lists(st.decimals("1", "1e9", places=2), min_size=8, max_size=40),
    factor=st.decimals("1.02", "50", places=3),
    down=st.booleans(),
)
def test_a_series_moved_by_one_factor_is_always_recognised(values: list[Decimal], factor: Decimal, down: bool) -> None:  # noqa: FBT001
    by = 1 / factor if down else factor
    before = {1980 + place: value for place, value in enumerate(values)}

    found = rebasing(series(before), series({year: value * by for year, value in before.items()}))

    assert found is not None
    assert abs(found / by - 1) < Decimal("1e-9")


@given(values=st.lists(st.decimals("1", "1e9", places=2), min_size=10, max_size=40), changed=st.integers(1, 3))
def test_a_few_corrections_are_no_rebasing(values: list[Decimal], changed: int) -> None:
    before = {1980 + place: value for place, value in enumerate(values)}
    after = {year: value * (2 if year < 1980 + min(changed, len(values) // 4) else 1) for year, value in before.items()}

    assert rebasing(series(before), series(after)) is None


def test_corrections_in_both_directions_are_no_rebasing() -> None:
    before = {2000 + place: Decimal(100) for place in range(10)}
    after = {year: value * Decimal("1.04" if year % 2 else "0.96") for year, value in before.items()}

    assert rebasing(series(before), series(after)) is None
