import pytest

from bilan.archive.archive import Archive
from bilan.errors import UsageError
from bilan.pipeline.trace import Trace, trace
from bilan.project import Project


def rows(one: Trace) -> list[str]:
    return [row for part in one.inputs for row in (rows(part) if isinstance(part, Trace) else [part["row"]])]


@pytest.mark.parametrize(
    ("number", "reading", "row"),
    [
        ("$1.34bn", "trade.total:KGZ:2024", "trade.csv#bt056"),
        ("1.34", "trade.total:KGZ:2024", "trade.csv#bt056"),
        (" $ 360 million", "mirror.total_gap:KAZ-KGZ:2024", "trade.csv#bt056"),
        ("$360 million", "mirror.total_gap:KAZ-KGZ:2024", "trade.csv#bt056"),
        ("target.pace:KAZ:2024", "target.pace:KAZ:2024", "trade.csv#bt0"),
    ],
)
def test_a_number_leads_to_its_rows(finished: Project, number: str, reading: str, row: str) -> None:
    found = trace(Archive(finished.reports).manifest("kz-kg/2026-10/minister.en"), number)

    assert reading in {one.reading["id"] for one in found if one.reading}
    assert any(row in name for one in found for name in rows(one))


def test_every_source_is_cited(finished: Project) -> None:
    (one, *_) = trace(Archive(finished.reports).manifest("kz-kg/2026-10/minister.en"), "$1.34bn")
    (observation,) = one.inputs

    assert not isinstance(observation, Trace)
    assert observation["citations"][0]["publisher"] == "24.kg"


def test_a_constant_has_no_reading(finished: Project) -> None:
    assert trace(Archive(finished.reports).manifest("kz-kg/2026-10/minister.en"), "31 October 2026")[0].reading is None


def test_what_is_not_printed_is_told(finished: Project) -> None:
    with pytest.raises(UsageError, match=r"'\$99bn': is not printed in edition 1"):
        trace(Archive(finished.reports).manifest("kz-kg/2026-10/minister.en"), "$99bn")
