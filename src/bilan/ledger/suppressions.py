"""Who must get nothing any more? Addresses that left, or that bounced for good."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from bilan.ledger import tables, trail
from bilan.ledger.door import Door
from bilan.ledger.queue import insert_new

_IT = tables.suppression.c


@dataclass(frozen=True, slots=True)
class Suppression:
    """One address, why nothing goes there, and since when."""

    recipient: str
    reason: str
    at: datetime


class Suppressions:
    """The list of those who get nothing, through the ledger's door."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def add(self, recipient: str, reason: str, now: datetime, by: str = "") -> bool:
        """Let nothing go to an address from now on; False where that was so already."""
        return bool(self.add_all({recipient: reason}, now, by))

    def add_all(self, reasons: Mapping[str, str], now: datetime, by: str = "") -> set[str]:
        """The same for many addresses with their reasons, in one transaction; which were new, in small letters."""
        rows = [{"recipient": recipient.casefold(), "reason": reason, "at": now} for recipient, reason in reasons.items()]
        if not rows:
            return set()
        with self._door.write() as connection:
            put = insert_new(connection, tables.suppression).returning(_IT.id, _IT.recipient, _IT.reason)
            new = connection.execute(put, rows).all()
            trail.note_all(connection, now, {f"suppression {one.id}": one.reason for one in new}, ("", "suppressed"), by)
        return {one.recipient for one in new}

    def lift(self, recipient: str, reason: str, now: datetime, by: str = "") -> bool:
        """Let an address get something again; False where nothing kept it from it."""
        with self._door.write() as connection:
            mine = delete(tables.suppression).where(_IT.recipient == recipient.casefold()).returning(_IT.id)
            number = connection.execute(mine).scalar()
            if number is not None:
                trail.note(connection, now, f"suppression {number}", ("suppressed", "lifted"), (by, 0), reason)
            return number is not None

    def all(self) -> dict[str, Suppression]:
        """Every address nothing goes to, in small letters."""
        query = select(tables.suppression).order_by(_IT.recipient)
        with self._door.read() as connection:
            return {row.recipient: Suppression(row.recipient, row.reason, row.at) for row in connection.execute(query)}
