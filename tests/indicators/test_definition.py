from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.errors import ConfigError, DefinitionError
from bilan.indicators.definition import all_definitions, functions, read_catalogue

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
        (entry("trade.total", expr='"x"', inputs='{ x = "trade.exports" }'), "is built in; choose another name"),
        (entry("a.b"), "give either series or expr, not neither"),
        (entry("a.b", expr='"x"', series='{ indicator = "trade" }'), "give either series or expr, not both"),
        (entry("a.b", expr='"x"', inputs='{ x = "trade.export" }'), "unknown input 'trade.export' (did you mean 'trade.exports'?)"),
        (entry("a.b", expr='"x"', inputs='{ x = "a.c" }') + entry("a.c", expr='"x"', inputs='{ x = "a.b" }'), "go in a circle: "),
        (entry("a.b", expr='"x + y"', inputs='{ x = "trade.exports" }'), "'y' in the expression is not among its inputs"),
        (
            entry("a.b", unit='"percent"', expr='"x"', inputs='{ x = "trade.exports" }'),
            "declares unit 'percent', its expression gives 'USD'",
        ),
    ],
)
def test_refuses_before_any_data_are_read(write: Write, text: str, cause: str) -> None:
    with pytest.raises(DefinitionError) as error:
        all_definitions(write(text))

    assert cause in str(error.value)


def test_an_unknown_key_names_the_closest_one(write: Write) -> None:
    with pytest.raises(ConfigError, match=r"unknown setting \(did you mean 'unit'\?\)"):
        read_catalogue(write(entry("a.b", unitt='"USD"')))
