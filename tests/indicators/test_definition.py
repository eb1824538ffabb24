from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bilan.errors import ConfigError, DefinitionError
from bilan.indicators.definition import AS_REPORTED, all_definitions, functions, indicator, read_catalogue
from bilan.indicators.units import display_of
from bilan.period import Frequency

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def made(text: str) -> Path:
        path = tmp_path / "indicators.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return made


def entry(name: str, **keys: str) -> str:
    lines = {"question": '"Why?"', "unit": '"USD"'} | keys
    return f'[indicator."{name}"]\n' + "".join(f"{key} = {value}\n" for key, value in lines.items())


def test_orders_definitions_so_that_inputs_come_first() -> None:
    order = list(all_definitions())

    assert order.index("trade.total") < order.index("trade.growth") < len(order)
    assert order.index("target.level") < order.index("target.pace")
    assert set(functions.names()) <= set(order)


def test_takes_a_partnerships_own_indicators(write: Write) -> None:
    path = write(entry("trade.coverage", unit='"percent"', expr='"percent(x, m)"', inputs='{ x = "trade.exports", m = "trade.imports" }'))

    assert all_definitions(path)["trade.coverage"].needs == ("trade.exports", "trade.imports")
    assert "trade.coverage" not in all_definitions(path.with_name("absent.toml"))


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (entry("trade.total", expr='"x"', inputs='{ x = "trade.exports" }'), "indicator.trade.total: is built in; choose another name"),
        (entry("a.b"), "indicator.a.b: give one of series, expr and sql, not none"),
        (
            entry("a.b", expr='"x"', series='{ indicator = "trade" }'),
            "indicator.a.b: give one of series, expr and sql, not series and expr",
        ),
        (entry("a.b", sql='"SELECT 1"'), 'indicator.a.b: sql: say what it rests on, as slices = [{ flow = "export" }] or inputs'),
        (entry("a.b", expr='"x"', slices='[{ flow = "export" }]', frequency='"M"'), "indicator.a.b: slices: only sql takes it"),
        (entry("a.b", expr='"x"', frequency='"M"'), "indicator.a.b: frequency: only sql takes it"),
        (entry("a.b", series='{ indicator = "trade" }', inputs='{ x = "trade.exports" }'), "indicator.a.b: inputs: a series takes none"),
        (entry("a.b", series='{ indicator = "trade_{partnr}" }'), "indicator.a.b: series.indicator: 'trade_{partnr}' has a placeholder"),
        (
            entry("a.b", sql='"SELECT 1"', slices='[{ flow = "export", partner = "{0}" }]'),
            "indicator.a.b: slices[0].partner: '{0}' has a placeholder we do not know; known: {reporter}, {partner}",
        ),
    ],
)
def test_refuses_before_any_data_are_read(write: Write, text: str, cause: str) -> None:
    with pytest.raises(DefinitionError) as error:
        all_definitions(write(text))

    assert cause in str(error.value)


def test_tells_every_mistake_of_a_file_at_once(write: Write) -> None:
    with pytest.raises(DefinitionError) as error:
        read_catalogue(write(entry("a.b") + entry("a.c", sql='"SELECT 1"', expr='"x"')))

    assert len(error.value.mistakes) == 3


def test_a_function_declares_more_in_the_same_words() -> None:
    @indicator(
        "test.more", question="Why?", unit="USD", formula="as stated", kind="stock", frequency=Frequency.MONTHLY, periods=3, zero="none"
    )
    def more(_: object) -> tuple[()]:
        return ()

    try:
        one = functions.get("test.more")
    finally:
        functions._entries.pop("test.more")

    assert (one.kind, one.frequency, one.periods, one.origin) == ("stock", Frequency.MONTHLY, 3, "test_definition.py")
    assert one.rules == replace(AS_REPORTED, zero="none")
    assert one.compute is more


def test_a_function_cannot_declare_what_nobody_knows() -> None:
    declare = indicator("test.odd", question="Why?", unit="USD", formula="x", colour="red")  # type: ignore[call-arg]  # as a person might

    with pytest.raises(TypeError, match="colour"):
        declare(lambda _: ())


def test_every_built_in_indicator_says_what_it_must() -> None:
    found = all_definitions()

    assert [name for name, one in found.items() if not one.question.endswith("?") or not one.formula or not one.unit] == []
    assert [name for name, one in found.items() if one.compute is None and not one.source] == []
    assert [name for name, one in found.items() if not one.origin.endswith((".toml", ".py")) or "/" in one.origin] == []
    assert {one.display for one in found.values()} <= {display_of(one.unit) for one in found.values()}
    assert len(found) >= 60


def test_an_unknown_key_names_the_closest_one(write: Write) -> None:
    with pytest.raises(ConfigError, match=r"unknown setting \(did you mean 'unit'\?\)"):
        read_catalogue(write(entry("a.b", unitt='"USD"')))
