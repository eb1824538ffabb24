import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.pipeline.listing import KINDS

Said = tuple[int, str, str]
Bilan = Callable[..., Said]
EXPECTED = {
    "indicators": "trade.partner_share", "charts": "trade-bars", "rules": "mirror-below", "sources": "24kg-20241205",
    "audiences": "minister", "editions": "kz-kg/2026-10/minister.en", "recipients": "aigul@mfa.example", "channels": "webhook",
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_shows_what_there_is(issued: Path, bilan: Bilan, kind: str) -> None:
    listed = '[[recipient]]\nname = "Aigul"\naddress = "aigul@MFA.example"\naudiences = ["minister"]\nlanguage = "en"\n'
    (issued / "recipients.toml").write_text(listed, encoding="utf-8")

    code, out, _ = bilan("list", kind, "--project", issued)
    as_json = json.loads(bilan("list", kind, "--json", "--project", issued)[1])

    assert code == 0
    assert EXPECTED[kind] in out
    assert EXPECTED[kind] in [value for row in as_json for value in row.values()]


def test_an_indicator_is_shown_with_question_formula_unit_and_source(issued: Path, bilan: Bilan) -> None:
    rows = {one["indicator"]: one for one in json.loads(bilan("list", "indicators", "--json", "--project", issued)[1])}

    assert len(rows) >= 60
    assert all(one["question"].endswith("?") and one["unit"] and one["formula"] for one in rows.values())
    assert rows["trade.growth"] == {
        "indicator": "trade.growth",
        "question": "How much did trade grow on the year before, by the reporter's own statistics?",
        "formula": "growth(total)",
        "unit": "percent",
        "kind": "percent",
        "base": "",
        "display": "1 place; none where an input is not exact",
        "frequency": "annual",
        "periods": 2,
        "needs": "trade.total; and the period before",
        "inputs": {"total": "trade.total"},
        "slices": [],
        "source": "World Integrated Trade Solution, growth rate",
        "rules": {
            "zero": "zero is a value; a denominator of zero gives no value",
            "missing": "a missing input gives no value and says which; nothing is filled in",
            "negative": "a base that is zero or negative, or a fall below zero, gives no value",
            "breaks": "a change of definition is a series of its own; the gate tells of jumps",
            "provisional": "has the weakest status and precision of its inputs; a bound gives no value",
        },
        "declared in": "catalogue.toml",
    }


def test_an_indicator_is_a_paragraph_that_fits_a_terminal(project: Path, bilan: Bilan) -> None:
    out = bilan("list", "indicators", "--project", project)[1]

    assert max(len(line) for line in out.splitlines()) <= 100
    assert (
        "trade.coverage_ratio  [percent, annual]\n"
        "    What part of its imports from the partner do the reporter's exports pay for?\n"
        "    = percent(exports, imports)\n"
        "    with exports = trade.exports, imports = trade.imports\n"
        "    after INSEE, coverage rate (taux de couverture)\n"
    ) in out


def test_a_partnerships_own_indicators_are_listed_with_the_others(project: Path, bilan: Bilan) -> None:
    (project / "data" / "kz-kg" / "indicators.toml").write_text(
        '[indicator."own.twice"]\nquestion = "Twice?"\nunit = "USD"\nexpr = "2 * x"\ninputs = { x = "trade.total" }\n', encoding="utf-8"
    )

    assert (
        "own.twice  [USD, annual]\n    Twice?\n    = 2 * x\n    with x = trade.total\n\n"
        in bilan("list", "indicators", "--project", project)[1]
    )


def test_an_empty_archive_has_no_editions(project: Path, bilan: Bilan) -> None:
    assert bilan("list", "editions", "--project", project)[1] == "no editions\n"


def test_a_partnership_without_a_register_has_no_sources(project: Path, bilan: Bilan) -> None:
    (project / "data" / "kz-kg" / "sources.csv").unlink()

    assert bilan("list", "sources", "--project", project)[1] == "no sources\n"


def test_indicators_as_of_a_day_come_with_their_last_values(project: Path, bilan: Bilan) -> None:
    code, out, _ = bilan("list", "indicators", "--as-of", "2024-06-30", "--project", project)
    told = json.loads(bilan("list", "indicators", "--as-of", "2024-12-31", "--json", "--project", project)[1])

    assert code == 0
    assert "KAZ 2023: 1600000000; KGZ 2023: 1317884000" in out
    (total,) = [one for one in told if one["indicator"] == "trade.total"]
    assert total["last"] == ["KAZ 2023: 1572000000", "KGZ 2023: 1317884000.000"]


def test_sources_and_editions_as_of_a_day_are_those_of_before(issued: Path, bilan: Bilan) -> None:
    every, early = (
        json.loads(bilan("list", "sources", *more, "--json", "--project", issued)[1]) for more in ((), ("--as-of", "2015-12-31"))
    )

    assert 0 < len(early) < len(every)
    assert all(one["published"] < "2016" for one in early)
    assert bilan("list", "editions", "--as-of", "2026-10-30", "--project", issued)[1] == "no editions\n"
    assert "kz-kg/2026-10/minister.en" in bilan("list", "editions", "--as-of", "2026-10-31", "--project", issued)[1]


def test_what_carries_no_date_refuses_a_day(project: Path, bilan: Bilan) -> None:
    assert bilan("list", "charts", "--as-of", "2024-12-31", "--project", project)[0] == 2
