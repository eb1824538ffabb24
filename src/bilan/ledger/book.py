"""How is the ledger asked and told? One door: each call is one transaction, and time is passed in."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from bilan.document import Edition
from bilan.ledger import acts, backups, issues, leases, lives, outbox, queue, ticks, upkeep
from bilan.ledger.acts import Act
from bilan.ledger.approvals import Approvals
from bilan.ledger.backups import Backup
from bilan.ledger.door import Door
from bilan.ledger.engine import engines, shown, spoken
from bilan.ledger.hooks import Hooks
from bilan.ledger.jobs import Jobs
from bilan.ledger.notices import Notices
from bilan.ledger.orders import Orders
from bilan.ledger.people import People
from bilan.ledger.reading import Reading
from bilan.ledger.records import Claim, Due, EditionRow, Missed, OccurrenceRow, Receiver, State, Tick, kind_of
from bilan.ledger.schema import prepare
from bilan.ledger.sending import Outbox
from bilan.ledger.suppressions import Suppressions

PATIENCE_SECONDS = 90.0


class Ledger(Reading):
    """Occurrences, runs, editions and events of a project."""

    def __init__(self, writer: Engine, reader: Engine, patience: float = 0.0) -> None:
        self._door = Door(writer, reader, shown(writer.url), patience)
        self.orders, self.approvals, self.outbox = Orders(self._door), Approvals(self._door), Outbox(self._door)
        self.notices, self.suppressions, self.jobs = Notices(self._door), Suppressions(self._door), Jobs(self._door)
        self.people = People(self._door)
        self.hooks = Hooks(self._door)

    @classmethod
    def open(cls, url: str, root: Path, *, busy_seconds: float = 10.0, patience: float = 0.0) -> Self:
        """The ledger at an address, made or migrated where needed; a relative SQLite path starts at `root`.

        `patience` is for how many seconds a transaction waits for a ledger that is locked or away, once it was opened.
        """
        ledger = cls(*engines(url, root, busy_seconds), patience)
        try:
            with spoken(ledger._door.where):
                prepare(ledger._door.writer, ledger._door.reader, ledger._door.where)
        except BaseException:
            ledger.close()
            raise
        return ledger

    def close(self) -> None:
        """Let go of every connection."""
        self._door.writer.dispose()
        self._door.reader.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    # What is due

    def plan(self, occurrences: Iterable[Due], now: datetime) -> int:
        """Write what falls due and is not there yet; how many were new."""
        with self._door.write() as connection:
            return len(queue.plan(connection, occurrences, now))

    def catch_up(
        self,
        occurrences: Iterable[Due],
        now: datetime,
        policies: Mapping[str, Missed] | None = None,
        held: Mapping[Due, str] | None = None,
        tick: Tick | None = None,
        receivers: Callable[[Due], Sequence[Receiver]] | None = None,
    ) -> list[Due]:
        """Plan what fell due since the last pass (held for the reasons given), settle what is out, skip what was missed; which were new.

        `policies` are those of the schedules; one not named issues the latest only. `tick` is remembered as the last pass.
        `receivers` tells who gets what was issued before its schedule asked for it.
        One transaction, so that no other worker can claim what is about to be skipped.
        """
        with self._door.write() as connection:
            new = queue.plan(connection, occurrences, now, held)
            for due, edition in queue.settle(connection, now):
                lives.send(connection, edition, receivers(due) if receivers else (), now)
            queue.skip_missed(connection, now, policies or {})
            if tick:
                ticks.record(connection, tick)
            return new

    def trust(self, tick: Tick) -> None:
        """Take a time for the last pass because a person says that the clock is right, be it earlier than the one before."""
        with self._door.write() as connection:
            ticks.record(connection, tick, trusted=True)

    def settle(self, now: datetime) -> int:
        """Mark as issued what has an edition made since it fell due; how many."""
        with self._door.write() as connection:
            return len(queue.settle(connection, now))

    def give_up(self, now: datetime, attempts: int = 6) -> int:
        """Fail what lost its worker this often; how many."""
        with self._door.write() as connection:
            return queue.give_up(connection, now, attempts)

    def claim(self, now: datetime, owner: str, lease: timedelta, like: Due | None = None) -> Claim | None:
        """The right to serve the earliest that is due, or None; `like` narrows to one schedule, partnership, period, revision."""
        with self._door.write() as connection:
            return queue.claim(connection, now, owner, lease, like)

    def finish(self, claim: Claim, state: State, now: datetime, reason: str = "") -> bool:
        """End a claim as issued, held, failed or skipped, or give it back as due; False: the lease was lost, or it was cancelled."""
        return self._door.sure(lambda connection: queue.finish(connection, claim, State(state), now, reason))

    def renew(self, claim: Claim, now: datetime, lease: timedelta) -> None:
        """Keep a claim for another lease; TakenOverError where another worker did, CancelledError where it was called off."""
        self._door.sure(lambda connection: leases.renew(connection, claim, now, lease))

    def put_off(self, claim: Claim, now: datetime, reason: str, chance: float) -> State | None:
        """Give a claim back to be tried again later, or fail it after the last attempt; how it ended, None where it is ours no more."""
        return self._door.sure(lambda connection: leases.put_off(connection, claim, now, reason, chance))

    def act(self, what: Act, occurrence: int, by: tuple[str, str], now: datetime) -> OccurrenceRow:
        """Hold, release, retry or cancel, `by` a person for a reason; ConflictError where its state does not allow it."""
        with self._door.write() as connection:
            return acts.act(connection, what, occurrence, by, now)

    # Upkeep

    def prune(self, before: date, now: datetime, by: str = "") -> dict[str, int]:
        """Forget addresses of settled receipts and runs without an edition, before a day that has come; how many of each."""
        return upkeep.prune(self._door, before, now, by)

    def vacuum(self, now: datetime, by: str = "") -> None:
        """Give the room of what was deleted back to the disk."""
        upkeep.vacuum(self._door, now, by)

    def backed_up(self, name: str, rows: int, now: datetime, by: str = "") -> None:
        """Write down that a backup was made."""
        upkeep.backed_up(self._door, name, rows, now, by)

    def keep(self, folder: Path, now: datetime, by: str = "") -> tuple[Backup, dict[str, int]]:
        """Copy the whole ledger into a folder of this machine; the copy, and how many rows of each table."""
        return backups.keep(self._door, folder, now, by)

    # What is out

    def record_edition(
        self,
        edition: Edition,
        manifest_sha256: str,
        run: int | None,
        now: datetime,
        claim: Claim | None = None,
        receivers: Sequence[Receiver] = (),
    ) -> int:
        """Write an edition, end its claim, supersede the issue before and put a row for each receiver, in one transaction; its id.

        TakenOverError where the claim was lost, CancelledError where it was called off: throw the work away. An edition
        recorded already is left as it is, its receivers too.
        """
        run = claim.run if claim else run

        def written(connection: Connection) -> int:
            if claim and not queue.finish(connection, claim, State.ISSUED, now, edition.path):
                raise leases.lost(connection, claim)
            number, new = issues.record(connection, edition, manifest_sha256, run, now)
            if new:
                lives.line_up(connection, edition.identity, f"run {run}", now)
                outbox.put(connection, (number, edition), kind_of(edition.issue), receivers, now)
            return number

        return self._door.sure(written)

    def withdraw(self, edition: int, reason: str, actor: str, now: datetime) -> EditionRow:
        """Take an edition back: number and reason stay, who has it gets a notice; LedgerError for one not there or superseded."""
        with self._door.write() as connection:
            return lives.withdraw(connection, edition, reason, actor, now)

    def adopt(self, editions: Iterable[tuple[Edition, str]], now: datetime) -> int:
        """Record archived editions (each with its manifest's SHA-256) the ledger does not know; how many were new."""
        with self._door.write() as connection:
            new = issues.adopt(connection, editions, now)
            for identity in dict.fromkeys(one.identity for one in new):
                lives.line_up(connection, identity, "archive", now)
            return len(new)
