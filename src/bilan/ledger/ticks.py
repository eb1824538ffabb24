"""When was the last pass? One row, so that the next one can tell whether its clock is right."""

from sqlalchemy import Connection, select, update

from bilan.ledger import tables
from bilan.ledger.queue import insert_new
from bilan.ledger.records import Tick

_IT = tables.tick.c


def last(connection: Connection) -> Tick | None:
    """The last pass, None before the first."""
    row = connection.execute(select(tables.tick)).one_or_none()
    return None if row is None else Tick(row.last_wall, row.monotonic, row.boot_id)


def record(connection: Connection, now: Tick, *, trusted: bool = False) -> None:
    """Put a pass in the place of the last one, unless that was later and the clock is not trusted."""
    values = {"last_wall": now.wall, "monotonic": now.uptime, "boot_id": now.boot}
    connection.execute(insert_new(connection, tables.tick).values(id=1, **values))
    earlier = update(tables.tick).values(values)
    connection.execute(earlier if trusted else earlier.where(_IT.last_wall <= now.wall))
