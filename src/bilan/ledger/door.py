"""How does one step into the ledger? One transaction at a time, to write or only to read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from bilan.ledger.engine import spoken


@dataclass(frozen=True, slots=True)
class Door:
    """Both ways in, and what the ledger is called in messages."""

    writer: Engine
    reader: Engine
    where: str

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that changes something; database errors come out in our words."""
        with spoken(self.where), self.writer.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only looks."""
        with spoken(self.where), self.reader.begin() as connection:
            yield connection
