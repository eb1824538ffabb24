from pathlib import Path

import pytest
from tests.gate.written import PACK

from bilan.errors import ConfigError
from bilan.gate.rules import CHECKS, DEFAULT, Accepted, GateConfig, GateRule, load_gate


def told(folder: Path, body: str) -> tuple[str, ...]:
    path = folder / "gate.toml"
    path.write_text(f'[[rule]]\nseries = "trade/*"\n{body}', encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_gate(path)
    return caught.value.mistakes


def test_reads_rules_in_their_order(tmp_path: Path) -> None:
    text = '[[rule]]\nseries = "*"\ncheck = "schema"\n[[rule]]\nseries = "t/*"\ncheck = "range"\naction = "warn"\nmin = 1\nmax = 2.5\n'
    (tmp_path / "gate.toml").write_text(text, encoding="utf-8")

    assert load_gate(tmp_path / "gate.toml") == GateConfig(
        rule=(
            GateRule(series="*", check="schema", action="hold"),
            GateRule(series="t/*", check="range", action="warn", min=1, max=2.5),
        )
    )


def test_asks_for_sound_rows_where_there_is_no_file(tmp_path: Path) -> None:
    assert load_gate(tmp_path / "gate.toml") == DEFAULT
    assert [(rule.check, rule.action) for rule in DEFAULT.rule] == [("schema", "hold"), ("duplicate", "hold")]


@pytest.mark.parametrize(
    ("body", "mistake"),
    [
        ('check = "unit"', "check 'unit' needs unit"),
        ('check = "range"', "check 'range' needs min or max"),
        ('check = "schema"\nmin = 1', "check 'schema' has no min"),
        ('check = "unit"\nunit = "USD"\nmin = 1\nmax-age-days = 3', "check 'unit' has no min or max-age-days"),
        ('check = "sum"\nwarn-mads = 3', "check 'sum' has no warn-mads"),
        ('check = "range"\nmin = 2\nmax = 1', "min 2 is above max 1"),
        ('check = "jump"\nwarn-mads = 7\nhold-mads = 6', "warn-mads 7 is above hold-mads 6"),
        ('check = "jump"\nhold-factor = 1', "greater than 1"),
        ('check = "disappearance"\nhold-share = 1.5', "less than or equal to 1"),
        ('check = "freshness"\nmax-age-days = -1', "greater than or equal to 0"),
        ('check = "growth"\ntable = "trade.csv"', "table and column stand together or not at all"),
        ('check = "growth"\ntable = "trades.csv"\ncolumn = "x"', "there is no trades.meta.toml beside it"),
        ('check = "rang"\nmin = 1', "(did you mean 'range'?)"),
        ('check = "schema"\naction = "stop"', "expected 'pass', 'warn' or 'hold', got 'stop'"),
        ('check = "schema"\nserie = "x"', "unknown setting (did you mean 'series'?)"),
        ('check = "schema"\n[[accepted]]\nrow = "a#1"\ncheck = "jump"\nreason = ""', "at least 1 character"),
    ],
)
def test_refuses_a_rule_that_would_check_nothing(tmp_path: Path, body: str, mistake: str) -> None:
    assert mistake in "\n".join(told(tmp_path, body))


def test_reads_accepted_rows_and_stated_growth(tmp_path: Path) -> None:
    text = '[stated]\n"trade.csv#b1" = "11.6"\n[[accepted]]\nrow = "trade.csv#b1"\ncheck = "jump"\nreason = "asked the office"\n'
    (tmp_path / "gate.toml").write_text(text, encoding="utf-8")

    config = load_gate(tmp_path / "gate.toml")

    assert config.accepted == (Accepted(row="trade.csv#b1", check="jump", reason="asked the office"),)
    assert config.stated == {"trade.csv#b1": "11.6"}


def test_brings_the_growth_a_table_states(tmp_path: Path) -> None:
    rule = '[[rule]]\nseries = "trade/*"\ncheck = "growth"\ntable = "trade.csv"\ncolumn = "yoy"\n'
    (tmp_path / "trade.meta.toml").write_text('title = "Trade"\nkind = "observations"\nid-column = "id"\n', encoding="utf-8")
    (tmp_path / "trade.csv").write_text("id,value,yoy\nb1,1317.884,11.6\nb2,1340, \n", encoding="utf-8")
    (tmp_path / "gate.toml").write_text(rule + '[stated]\n"trade.csv#b2" = "2"\n', encoding="utf-8")

    assert load_gate(tmp_path / "gate.toml").stated == {"trade.csv#b1": "11.6", "trade.csv#b2": "2"}


def test_names_the_closest_column_where_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "trade.meta.toml").write_text('title = "Trade"\nkind = "observations"\nid-column = "id"\n', encoding="utf-8")
    (tmp_path / "trade.csv").write_text("id,value,yoy_percent\nb1,1,2\n", encoding="utf-8")

    mistakes = told(tmp_path, 'check = "growth"\ntable = "trade.csv"\ncolumn = "yoy_percents"')

    assert mistakes == ("rule.column: trade.csv has no column 'yoy_percents' (did you mean 'yoy_percent'?)",)


def test_the_pack_declares_every_check_and_reads_what_the_press_stated() -> None:
    config = load_gate(PACK / "gate.toml")

    assert {rule.check for rule in config.rule} == set(CHECKS)
    assert config.stated["trade.csv#bt048"] == "11.6"
    assert config.accepted == ()
