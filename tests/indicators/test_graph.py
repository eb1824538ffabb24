from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.errors import DefinitionError
from bilan.indicators.definition import Definition, Rules, all_definitions, read_catalogue
from bilan.indicators.graph import in_order
from bilan.period import Frequency

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def made(text: str) -> Path:
        path = tmp_path / "indicators.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return made


def declared(name: str, expr: str, inputs: str = 'x = "trade.exports"', unit: str = "USD", more: str = "") -> str:
    return f'[indicator."{name}"]\nquestion = "Why?"\nunit = "{unit}"\nexpr = "{expr}"\ninputs = {{ {inputs} }}\n{more}\n'


def mistakes(path: Path) -> tuple[str, ...]:
    with pytest.raises(DefinitionError) as error:
        all_definitions(path)
    assert error.value.where == "indicators.toml"
    return error.value.mistakes


def test_inputs_come_before_what_reads_them() -> None:
    order = list(all_definitions())

    assert order.index("trade.exports") < order.index("trade.share_turnover") < order.index("trade.share_change")
    assert order.index("target.level") < order.index("target.pace")


def test_tells_every_mistake_of_every_kind_at_once(write: Write) -> None:
    text = (
        declared("a.unknown", "x + y")
        + declared("a.unit", "growth(x)")
        + declared("a.input", "x", 'x = "trade.export"')
        + declared("a.odd", "x ** 2")
        + declared("a.unlike", "x + t", 'x = "trade.exports", t = "movement.transit"')
        + declared("a.unused", "x", 'x = "trade.exports", m = "trade.imports"')
    )

    assert mistakes(write(text)) == (
        "indicator.a.input: inputs.x: unknown input 'trade.export' (did you mean 'trade.exports'?)",
        "indicator.a.unknown: position 5: 'y' is not among the inputs; inputs: x",
        "indicator.a.unit: declares unit 'USD', its expression gives 'percent'",
        "indicator.a.odd: position 4: expected a name, a whole number or '(', found '*'",
        "indicator.a.unlike: position 3: 'USD' and 'tonnes' cannot be added or subtracted",
        "indicator.a.unused: inputs.m: is not used in the expression",
    )


def test_a_circle_is_told_with_its_path(write: Write) -> None:
    text = (
        declared("a.b", "x", 'x = "a.c"')
        + declared("a.c", "x", 'x = "a.d"')
        + declared("a.d", "x", 'x = "a.b"')
        + declared("b.b", "x", 'x = "b.b"')
    )

    told = mistakes(write(text))

    assert told == (
        "indicator.a.b: goes in a circle: a.b reads a.c reads a.d reads a.b",
        "indicator.b.b: goes in a circle: b.b reads b.b",
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (declared("a.b", "x + m", 'x = "trade.exports", m = "trade.month"'),
         "indicator.a.b: position 5: inputs of different frequencies: 'x' is A and 'm' is M"),
        (declared("a.b", "x", 'x = "data.age"', "days"),
         "indicator.a.b: position 1: 'x' has readings of several frequencies and cannot be computed with"),
        (declared("a.b", "cagr(x, 5)", 'x = "trade.month"', "percent"),
         "indicator.a.b: position 1: cagr() takes series of frequency A, not M"),
        (declared("a.b", "x", 'x = "a.c"') + declared("a.c", "rolling(x, 12)", 'x = "trade.month"') + declared("a.d", "x + y", 'x = "a.b", y = "trade.ytd"'),
         "indicator.a.d: position 5: inputs of different frequencies: 'x' is M and 'y' is YTD"),
    ],
)  # fmt: skip
def test_frequencies_are_not_mixed(write: Write, text: str, told: str) -> None:
    assert mistakes(write(text)) == (told,)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (declared("a.b", "x", 'x = "macro.population"', "persons"),
         'declares a flow, its expression gives a stock; write kind = "stock"'),
        (declared("a.b", "index(x, 2015)", unit="index"), "declares base '', its expression gives '2015'"),
        (declared("a.b", "index(x, 2015)", unit="index", more='base = "2010"'), "declares base '2010', its expression gives '2015'"),
        (declared("a.o", "index(x, 2010)", unit="index", more='base = "2010"') + declared("a.n", "index(x, 2015)", unit="index", more='base = "2015"')
         + declared("a.b", "n - o", 'n = "a.n", o = "a.o"', "index"),
         "position 3: two indices go together only on one declared base; here: 2015 and 2010"),
    ],
)  # fmt: skip
def test_a_stock_and_the_base_of_an_index_are_declared(write: Write, text: str, told: str) -> None:
    assert mistakes(write(text)) == (f"indicator.a.b: {told}",)


def test_mistakes_of_several_files_name_their_file(tmp_path: Path) -> None:
    paths = [tmp_path / "one.toml", tmp_path / "two.toml"]
    for index, path in enumerate(paths):
        path.write_text(declared(f"a.b{index}", "x", 'x = "no.such"'), encoding="utf-8")

    with pytest.raises(DefinitionError) as error:
        in_order(read_catalogue(paths[0]) | read_catalogue(paths[1]))

    assert error.value.where == "indicators"
    assert error.value.mistakes == (
        "one.toml: indicator.a.b0: inputs.x: unknown input 'no.such'",
        "two.toml: indicator.a.b1: inputs.x: unknown input 'no.such'",
    )


def test_a_function_with_an_unknown_need_is_told() -> None:
    one = Definition("a.b", "Why?", "USD", "counted", "", ("trade.totl",), compute=lambda _: (), origin="own.py")

    with pytest.raises(DefinitionError, match=r"own.py: cannot be used:\n  indicator.a.b: needs: unknown input 'trade.totl'"):
        in_order({"a.b": one})


def test_an_expression_implies_frequency_span_and_rules(write: Write) -> None:
    text = declared("a.year", "rolling(x, 12)", 'x = "trade.month"') + declared("a.growth", "yoy(x)", 'x = "a.year"', "percent")
    found = all_definitions(write(text))

    assert (found["a.year"].frequency, found["a.year"].periods) == (Frequency.MONTHLY, 12)
    assert (found["a.growth"].frequency, found["a.growth"].periods) == (Frequency.MONTHLY, 13)
    assert found["a.year"].rules.missing == "one missing period of the window gives no value"
    assert found["a.growth"].rules.negative.startswith("a base that is zero or negative")
    assert found["a.growth"].rules.missing == Rules().missing


def test_what_a_definition_says_of_an_awkward_case_stands(write: Write) -> None:
    text = declared("a.b", "growth(x)", unit="percent", more='rules = { negative = "told apart" }')

    assert all_definitions(write(text))["a.b"].rules.negative == "told apart"
