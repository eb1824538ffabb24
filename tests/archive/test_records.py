from collections.abc import Iterable
from datetime import UTC, date, datetime

from bilan.archive.records import Issued
from bilan.document import Identity
from bilan.ledger.records import EditionRow
from bilan.period import Period


def paths(issued: Iterable[Issued]) -> list[str]:
    return [one.path for one in issued]


def test_a_row_of_the_ledger_tells_all_the_archive_must_know() -> None:
    day, who = date(2026, 11, 2), Identity("kz-kg", Period.parse("2026-10"), "analyst", "fr")
    row = EditionRow(1, who, 1, 1, "k", day, day, "kz-kg/2026-10/analyst.fr.pdf", "a", "b", 8, None, datetime(2026, 11, 2, tzinfo=UTC))

    assert paths([row]) == ["kz-kg/2026-10/analyst.fr.pdf"]
    assert (row.state, row.reason, row.settled_at) == ("issued", "", None)
