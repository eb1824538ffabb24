import logging
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from tests.gate.written import NAME, PACK, TODAY, AsOf, Show, observed, only, yearly

from bilan.errors import Severity, SourceError
from bilan.gate.check import GateResult, is_idle, problems, run
from bilan.gate.rules import DEFAULT, Accepted, GateConfig, GateRule, load_gate
from bilan.model import Observation, SeriesKey
from bilan.sources.observations import read_observations
from bilan.sources.register import read_sources
from bilan.wording.languages import MESSAGES

HELD = {"2021-01-31", "2021-02-28", "2021-03-31", "2024-12-31", "2025-01-31", "2025-02-28"}
DAYS = ("2015-12-31", "2016-12-31", "2018-12-31", "2020-06-30", "2021-04-30", "2022-12-31", "2024-03-31", "2025-03-31", "2026-10-31")


def test_passes_a_series_that_is_as_declared(show: Show, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bilan.gate")
    rules = (
        *DEFAULT.rule,
        GateRule(series="trade/*", check="unit", unit="USD_million"),
        GateRule(series="trade/*/total/TOTAL/A", check="range", min=500, max=10000),
        GateRule(series=NAME, check="freshness", max_age_days=1059),
    )

    results = run(show(observed("b1")), GateConfig(rule=rules), TODAY)

    assert results == [GateResult(rule.check, NAME, "pass") for rule in rules]
    assert problems(results) == []
    assert [one.getMessage() for one in caplog.records if one.name.startswith("bilan.gate")] == ["gate: 5 checks, 0 failed"]


def test_lets_the_last_rule_that_matches_count(show: Show) -> None:
    rules = (GateRule(series="*", check="range", max=1), GateRule(series="trade/KGZ/*", check="range", action="warn", max=2))

    results = run(show(observed("b1"), observed("b2", key=SeriesKey("trade", "KAZ"))), GateConfig(rule=rules), TODAY)

    assert [(one.series, one.action) for one in results] == [("trade/KAZ////A", "hold"), (NAME, "warn")]


def test_only_notes_a_failed_check_that_is_declared_to_pass(show: Show) -> None:
    result = only(show(observed("b1")), check="range", action="pass", max=1)

    assert (result.action, result.rows) == ("pass", ("trade.csv#b1",))
    assert problems([result]) == []


def test_a_rule_that_may_hold_still_only_warns_of_what_deserves_no_more(show: Show) -> None:
    steps = yearly({year: str(1000 + year % 3) for year in range(2010, 2020)}, "2026-10-01")

    assert only(show(*steps, *yearly({2020: "1600"}, "2026-10-01")), check="jump", action="hold").action == "warn"
    assert only(show(*steps, *yearly({2020: "9000"}, "2026-10-01")), check="jump", action="hold").action == "hold"
    assert only(show(*steps, *yearly({2020: "9000"}, "2026-10-01")), check="jump", action="warn").action == "warn"


def test_notes_all_rules_that_match_nothing_in_one_problem(show: Show) -> None:
    rules = (GateRule(series="trade/KGZ/KAZ/total/TOTL/A", check="schema"), GateRule(series="gdp/*", check="range", min=0))
    results = run(show(observed("b1")), GateConfig(rule=rules), TODAY)

    (told,) = problems(results)

    assert (told.where, told.severity, told.rule) == ("gate.toml", Severity.NOTE, "gate.rules")
    assert told.message == (
        "rules that match no series known by then: schema of 'trade/KGZ/KAZ/total/TOTL/A'"
        " (did you mean 'trade/KGZ/KAZ/total/TOTAL/A'?); range of 'gdp/*'"
    )
    assert all(is_idle(one) for one in results)


@pytest.mark.parametrize(("row", "action"), [("trade.csv#b2", "pass"), ("trade.csv#b1", "hold")])
def test_a_row_somebody_accepted_is_no_fault_any_more(show: Show, row: str, action: str) -> None:
    accepted = Accepted(row=row, check="range", reason="the office confirmed it")
    config = GateConfig(rule=(GateRule(series="*", check="range", min=500),), accepted=(accepted,))

    (result,) = run(show(observed("b1"), observed("b2", "350.9", 2024)), config, TODAY)

    assert result.action == action


def test_puts_the_worst_and_newest_first_and_counts_the_rest(show: Show) -> None:
    levels = {year: str(50 + (year % 7) * 10) for year in range(2005, 2020)}
    wrong = {2010: "0.1", 2011: "0.2", 2012: "0.3", 2013: "0.4", 2014: "170"}
    result = only(show(*yearly(levels, "2026-01-01"), *yearly(wrong, "2026-10-01")), check="revision")

    assert (result.action, result.more) == ("hold", 4)
    assert result.message.startswith("2013 was revised from 90 to 0.4")
    assert result.message.endswith("; and 2 more")
    assert dict(result.args)["value"] == Decimal("0.4")
    assert len(result.rows) == 10


def test_every_fault_can_be_said_in_every_language(pack: AsOf) -> None:
    config = load_gate(PACK / "gate.toml")
    told = {one.said for day in (*DAYS, *HELD) for one in run(pack(day), config, pack(day).as_of) if one.action != "pass"}

    assert {"gate-revision", "gate-drift-factor", "gate-rebased", "gate-range", "gate-stale", "gate-disappearance"} <= told
    for lang in ("en", "fr"):
        text = (MESSAGES / lang / "gate.ftl").read_text(encoding="utf-8")
        assert [one for one in told if f"\n{one} =" not in text] == []


@pytest.mark.parametrize("day", sorted(HELD))
def test_holds_the_pack_while_a_known_fault_stands(pack: AsOf, day: str) -> None:
    results = run(pack(day), load_gate(PACK / "gate.toml"), pack(day).as_of)

    held = {one.series.partition("/")[0] for one in results if one.action == "hold"}
    assert held == {"merchandise_trade_share_gdp" if day < "2022" else "fdi_net_inflows_share_gdp"}


@pytest.mark.parametrize("day", DAYS)
def test_holds_no_good_data_of_the_pack(pack: AsOf, day: str) -> None:
    told = problems(run(pack(day), load_gate(PACK / "gate.toml"), pack(day).as_of))

    assert [one for one in told if one.severity is Severity.HOLD] == []


def test_warns_where_the_pack_is_stale(pack: AsOf) -> None:
    told = problems(run(pack("2026-11-24"), load_gate(PACK / "gate.toml"), TODAY))

    assert {one.where for one in told if one.rule == "gate.freshness"} >= {NAME, "trade/KAZ/KGZ/total/TOTAL/A", "gdp_current_usd/KAZ////A"}


def test_holds_the_agrifood_figure_in_the_place_of_the_total(show: Show, pack_rows: list[Observation]) -> None:
    agrifood = next(one for one in pack_rows if one.row == "trade.csv#bt064")
    mislabelled = replace(agrifood, key=SeriesKey("trade", "KAZ", "KGZ", "total", "TOTAL"), row="trade.csv#wrong")

    results = run(show(*pack_rows, mislabelled, as_of="2026-10-31"), load_gate(PACK / "gate.toml"), TODAY)

    (held,) = (one for one in results if one.action == "hold")
    assert (held.rule, held.rows, held.message.partition(":")[0]) == ("range", ("trade.csv#wrong",), "350.9 for 2024")
    assert {one.rule for one in results if "trade.csv#wrong" in one.rows} >= {"range", "mirror"}


def test_a_decimal_comma_is_a_mistake_of_the_cell_and_as_a_number_out_of_range(
    show: Show, pack_rows: list[Observation], tmp_path: Path
) -> None:
    for name in ("trade.csv", "trade.meta.toml", "sources.csv"):
        text = (PACK / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace(",1317,USD_million", ',"1,317",USD_million'), encoding="utf-8")
    with pytest.raises(SourceError, match="1,317"):
        read_observations(tmp_path, read_sources(tmp_path / "sources.csv"))

    thousands = [replace(one, value=Decimal(1317000)) if one.row == "trade.csv#bt048" else one for one in pack_rows]
    results = run(show(*thousands, as_of="2026-10-31"), load_gate(PACK / "gate.toml"), TODAY)
    assert ("range", NAME) in {(one.rule, one.series) for one in results if one.action == "hold"}
