"""How does one step into the ledger? One transaction at a time, to write or only to read, and with patience where it is away."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import RootTransaction

from bilan.errors import BusyError, GoneError, TakenOverError
from bilan.ledger.engine import spoken

T = TypeVar("T")
_PAUSE_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Door:
    """Both ways in, what the ledger is called in messages, and for how many seconds one waits for it to come back."""

    writer: Engine
    reader: Engine
    where: str
    patience: float = 0.0

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that changes something; BusyError or GoneError where it cannot begin, however patient."""
        yield from self._within(self.writer)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only looks."""
        yield from self._within(self.reader)

    def sure(self, work: Callable[[Connection], T]) -> T:
        """What a writing transaction answers, done again where the ledger was lost on the way: the same work twice must be no news."""
        until = time.monotonic() + self.patience
        while True:
            try:
                with self.write() as connection:
                    return work(connection)
            except (BusyError, GoneError) as error:
                if isinstance(error, TakenOverError) or time.monotonic() >= until:
                    raise
            time.sleep(_PAUSE_SECONDS)

    def _within(self, engine: Engine) -> Iterator[Connection]:
        connection, transaction = self._begun(engine)
        with spoken(self.where), connection, transaction:
            yield connection

    def _begun(self, engine: Engine) -> tuple[Connection, RootTransaction]:
        until = time.monotonic() + self.patience
        while True:
            try:
                with spoken(self.where):
                    connection = engine.connect()
                    return connection, _begin(connection)
            except (BusyError, GoneError):
                if time.monotonic() >= until:
                    raise
            time.sleep(_PAUSE_SECONDS)


def _begin(connection: Connection) -> RootTransaction:
    try:
        return connection.begin()
    except BaseException:
        connection.close()
        raise
