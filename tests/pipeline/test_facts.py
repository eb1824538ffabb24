import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bilan.document import Finding
from bilan.findings.revisions import Kind, Revision
from bilan.gate.check import GateResult
from bilan.model import Observation, Reading, SeriesKey
from bilan.period import Period
from bilan.pipeline.facts import plain, summed, told_finding, told_gate, told_reading, told_revision, told_series, told_value
from bilan.pipeline.knowledge import learn
from bilan.pipeline.vintages import Vintage
from bilan.project import Project

KEY, YEAR = SeriesKey("trade", "KGZ", "KAZ", "total", "TOTAL"), Period.parse("2024")
ROW = Observation(KEY, YEAR, Decimal("1.34E+3"), "USD_million", date(2025, 2, 25), ("24kg",), "trade.csv#bt056", published="2025-02")
READING = Reading("trade.total:KGZ:2024", "trade.total", YEAR, date(2026, 11, 24), "USD", Decimal("1.34E+9"), inputs=("d",))


@pytest.mark.parametrize(
    ("value", "told"), [(None, None), (Decimal("1E+3"), "1000"), (Decimal("1E-7"), "0.0000001"), (Decimal("-0.50"), "-0.50")]
)
def test_numbers_are_exact_and_without_exponent(value: Decimal | None, told: str | None) -> None:
    assert plain(value) == told


def test_a_publication_is_told_with_its_row_and_sources() -> None:
    told = told_series(KEY, date(2026, 11, 24), {YEAR: [Vintage(ROW, "revised", Decimal(2), current=True)]})

    assert (told["series"], told["as_of"]) == ("trade/KGZ/KAZ/total/TOTAL/A", "2026-11-24")
    (value,) = told["values"]
    assert (value["value"], value["published"], value["change_percent"], value["sources"]) == ("1340", "2025-02", "2", ["24kg"])


def test_what_is_missing_is_a_dash_in_a_revision() -> None:
    told = told_revision(Revision(KEY, YEAR, Kind.WITHDRAWN, ROW, None))

    assert (told["before"], told["after"], told["percent"], told["growth"]) == ("1340", "-", None, [None, None])
    assert told_value(replace(ROW, value=None)) == "-"


def test_a_finding_names_readings_by_their_ids() -> None:
    args = (("last", READING), ("period", YEAR), ("share", Decimal("1E+1")), ("standing", "above"))
    told = told_finding(Finding("mirror-below", "mirror", 85, args, (READING.id,), "KGZ"))

    assert told["arguments"] == {"last": READING.id, "period": "2024", "share": "10", "standing": "above"}


def test_everything_told_is_json() -> None:
    gate = GateResult("range", str(KEY), "hold", ("trade.csv#bt056",), "350.9 for 2024", args=(("period", YEAR),))

    assert json.loads(json.dumps(told_gate(gate)))["arguments"] == {"period": "2024"}
    assert json.loads(json.dumps(told_reading(READING)))["value"] == "1340000000"


def test_the_gate_is_summed_up_without_what_matches_no_series(finished: Project) -> None:
    gate = learn(finished, "kz-kg", date(2026, 10, 31), datetime(2026, 11, 24, tzinfo=UTC)).gate
    found = summed(finished, gate, ("kz-kg",))

    assert found["rules"] == (finished.root / "data" / "kz-kg" / "gate.toml").read_text(encoding="utf-8").count("[[rule]]")
    assert found["pass"] + found["warn"] + found["hold"] <= len(gate)
    assert set(summed(finished, (), ("kz-kg",)).values()) == {0}


def test_rules_that_cannot_be_read_are_not_counted(tmp_path: Path) -> None:
    (tmp_path / "bilan.toml").write_text('partnerships = ["kz-kg"]\naudiences = ["minister"]\nlanguages = ["en"]\n', encoding="utf-8")
    (tmp_path / "data" / "kz-kg").mkdir(parents=True)
    (tmp_path / "data" / "kz-kg" / "gate.toml").write_text("[[rule]]\n", encoding="utf-8")

    assert summed(Project(tmp_path), [GateResult("range", str(KEY), "pass")], ("kz-kg",))["rules"] == 0
