from pathlib import Path

import pytest

from bilan.errors import ConfigError
from bilan.gate.rules import DEFAULT, GateConfig, GateRule, load_gate

REAL = Path(__file__).parents[2] / "data" / "kz-kg"


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
        ('check = "freshness"', "check 'freshness' needs max-age-days"),
        ('check = "schema"\nmin = 1', "check 'schema' has no min"),
        ('check = "unit"\nunit = "USD"\nmin = 1\nmax-age-days = 3', "check 'unit' has no min or max-age-days"),
        ('check = "range"\nmin = 2\nmax = 1', "min 2 is above max 1"),
        ('check = "freshness"\nmax-age-days = -1', "greater than or equal to 0"),
        ('check = "rang"\nmin = 1', "(did you mean 'range'?)"),
        ('check = "schema"\naction = "stop"', "expected 'pass', 'warn' or 'hold', got 'stop'"),
        ('check = "schema"\nserie = "x"', "unknown setting (did you mean 'series'?)"),
    ],
)
def test_refuses_a_rule_that_would_check_nothing(tmp_path: Path, body: str, mistake: str) -> None:
    assert mistake in "\n".join(told(tmp_path, body))


def test_reads_the_rules_of_the_pack() -> None:
    assert {rule.check for rule in load_gate(REAL / "gate.toml").rule} == {"schema", "unit", "range", "duplicate", "freshness"}
