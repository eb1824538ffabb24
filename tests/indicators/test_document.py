import runpy
import tomllib
from pathlib import Path

import pytest

from bilan.indicators import document
from bilan.indicators.definition import AS_REPORTED, Definition, Rules, SeriesEntry, SliceEntry, all_definitions
from bilan.indicators.document import GROUPS, needs, page, told
from bilan.indicators.functions import FUNCTIONS

PLAIN = Definition("odd.one", "Why?", "USD", "counted", "own", kind="flow")


def test_the_page_in_the_repository_is_the_page_of_the_definitions(checkout: Path) -> None:
    written = (checkout / "docs" / "indicators.md").read_text(encoding="utf-8")

    assert written == page(all_definitions()), "write it anew: python -m bilan.indicators.document > docs/indicators.md"


def test_the_command_on_the_page_writes_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(document.__file__, run_name="__main__")

    assert capsys.readouterr().out == page(all_definitions())


def test_the_page_says_of_each_what_it_must() -> None:
    found = all_definitions()
    written = page(found)

    assert [name for name in found if f"\n### {name}\n" not in written] == []
    assert [one.question for one in found.values() if one.question not in written] == []
    assert [name for name, one in FUNCTIONS.items() if f"- `{one.says.partition(':')[0]}`:" not in written] == []
    assert f"{len(found)} indicators" in written


def test_what_the_page_shows_to_copy_is_accepted(tmp_path: Path) -> None:
    blocks = page({}).split("```toml\n")[1:]
    text = "\n".join(block.split("```")[0] for block in blocks)
    path = tmp_path / "indicators.toml"
    path.write_text(text, encoding="utf-8")

    assert set(tomllib.loads(text)["indicator"]) <= set(all_definitions(path))
    assert len(blocks) == 3


def test_an_unknown_group_comes_last_under_its_own_name() -> None:
    written = page({"odd.one": PLAIN, "data.age": all_definitions()["data.age"]})

    assert written.index(f"## {GROUPS['data']}") < written.index("## Odd") < written.index("### odd.one")


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (PLAIN, ""),
        (Definition("a.b", "?", "USD", "x", "", ("c.d",), periods=5, compute=lambda _: ()), "c.d; 5 periods"),
        (Definition("a.b", "?", "USD", "growth(x)", "", ("c.d",), periods=2), "c.d; and the period before"),
        (Definition("a.b", "?", "USD", "cagr(x, 5)", "", ("c.d",), periods=6), "c.d; and up to 5 periods before"),
        (Definition("a.b", "?", "USD", "x", "", ("c.d",), sql="x", slices=(SliceEntry(flow="export"),)), "trade by product (export), c.d"),
        (Definition("a.b", "?", "USD", "x", "", series=SeriesEntry(indicator="gdp")), "series gdp/{reporter}"),
    ],
)
def test_says_what_must_be_there_for_a_value(one: Definition, said: str) -> None:
    assert needs(one) == said


def test_tells_the_rules_that_differ_from_the_common_ones() -> None:
    same, own = (page({"a.b": Definition("a.b", "?", "USD", "x", "", rules=rules)}) for rules in (AS_REPORTED, Rules(zero="none")))

    assert "- Zero:" not in same
    assert "- Zero: none" in own
    assert "- Missing:" not in own


def test_a_base_and_an_open_frequency_are_said() -> None:
    one = Definition("a.b", "?", "index", "x", "", kind="index", base="2015", frequency=None, inputs={"x": "c.d"})
    written = page({"a.b": one})

    assert "- Unit: index (2015 = 100), of the frequency of what it speaks of; shown: 2 places" in written
    assert "- Inputs: `x` is c.d" in written


def test_every_field_is_told_to_machines() -> None:
    found = told(all_definitions()["trade.growth"])

    assert found["formula"] == "growth(total)"
    assert (found["periods"], found["frequency"], found["inputs"]) == (2, "annual", {"total": "trade.total"})
    assert found["rules"]["negative"] == "a base that is zero or negative, or a fall below zero, gives no value"
    assert {"question", "unit", "kind", "source", "display", "needs"} <= set(found)
