from datetime import UTC, datetime

from bilan.document import Identity
from bilan.ledger.records import Due
from bilan.period import Period


def test_names_what_is_due_by_schedule_and_edition() -> None:
    due = Due("monthly", "kz-kg", "analyst", "fr", Period.parse("2026-10"), datetime(2026, 11, 2, 1, tzinfo=UTC))

    assert str(due) == "monthly: kz-kg/2026-10/analyst.fr"
    assert due.identity == Identity("kz-kg", Period.parse("2026-10"), "analyst", "fr")
    assert due.revision == 1
