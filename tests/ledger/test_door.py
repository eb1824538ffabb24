import pytest
from sqlalchemy import text

from bilan.errors import LedgerError
from bilan.ledger.book import Ledger


def test_what_fails_half_way_leaves_nothing_behind(ledger: Ledger) -> None:
    statement = "INSERT INTO suppression (id, recipient, reason, at) VALUES (1, 'a@example.org', 'asked', '2026-11-02')"

    def half() -> None:
        with ledger._door.write() as connection:
            connection.execute(text(statement))
            connection.execute(text("SELECT nothing FROM nowhere"))

    with pytest.raises(LedgerError, match="cannot be read or written"):
        half()

    with ledger._door.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM suppression")).scalar() == 0
