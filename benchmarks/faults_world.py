"""What do the fault campaigns work on? A small project whose editions cost nothing to make, and the laws it must keep.

Schedules, ledger, archive, outbox, channels and mail are the real ones; only the page is not laid out: an edition is a
few bytes that name it, the worker that made it and the instant.
"""

import json
import os
import shutil
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.delivery.conftest import a_manifest, a_summary
from tests.delivery.smtp_server import MailServer
from tests.postgres import Server

from bilan import marks
from bilan.archive.archive import Archive
from bilan.archive.check import check as archive_check
from bilan.dispatch.receivers import Receivers, hand_over
from bilan.dispatch.records import Means
from bilan.dispatch.work_off import work_off
from bilan.errors import BilanError, BusyError
from bilan.ledger.book import Ledger
from bilan.ledger.leases import LEASE
from bilan.ledger.records import Claim, ReceiptRow, ReceiptState, State
from bilan.ledger.upkeep import backup, restore
from bilan.pipeline.ordered import ending
from bilan.pipeline.outcome import Outcome as Made
from bilan.pipeline.publish import Content, Desk, publish
from bilan.project import Project
from bilan.schedule import due
from bilan.schedule.due import Outcome
from bilan.schedule.planning import Planner

SEEDED, NOW = datetime(2026, 10, 1, 2, tzinfo=UTC), datetime(2026, 11, 2, 2, tzinfo=UTC)
MINUTE, LATER = timedelta(minutes=1), timedelta(minutes=31)
PAIR = "kz-kg"
AUDIENCES = ("minister", "analyst", "investor", "press")
END = b"\n%%EOF"
PASSES, BUSY = 8, 75
PATIENCE_SECONDS = 5.0
"""Shorter than in earnest: what is locked by a stopped process stays so until it wakes."""
SETTINGS = """partnerships = ["kz-kg"]
audiences = ["minister", "analyst", "investor", "press"]
languages = ["en"]
ledger = "{ledger}"
[archive]
url = "https://bilan.example.org/reports"
[delivery]
from = "bilan@example.org"
[delivery.smtp]
host = "localhost"
port = {port}
security = "none"
[schedule.monthly]
rule = "first-working-day"
at = "07:00"
timezone = "Asia/Bishkek"
"""
SQLITE = "sqlite:///.bilan/ledger.sqlite3"
MAILS = [f"ok-{number}@d{number % 2}.example" for number in range(3)]


@dataclass
class World:
    """One trial's project, the mail server that is the truth of what was sent, and how its ledger is thrown away."""

    root: Path
    server: MailServer
    faults: tuple[str, ...] = ()
    database: str = SQLITE
    postgres: Server | None = None
    expected: int = len(AUDIENCES)
    lost: list[str] = field(default_factory=list)

    @property
    def project(self) -> Project:
        """Read anew, as by a new process."""
        return Project(self.root)


class Worlds:
    """A seeded project, copied for each trial; its ledger in SQLite, or restored into PostgreSQL."""

    def __init__(self, folder: Path, server: MailServer, templates: Path, postgres: Server | None) -> None:
        self._seed, self._folder, self._server, self._postgres = folder / "seed", folder, server, postgres
        self._seed.mkdir()
        (self._seed / "templates").symlink_to(templates)
        self._write(self._seed, SQLITE)
        (self._seed / "recipients.toml").write_text("".join(_recipients()), encoding="utf-8")
        world = World(self._seed, server)
        for step in range(2):
            run(world, SEEDED + step * LATER)
        backup(SQLITE, self._seed, folder / "seed.sqlite3")

    def _write(self, root: Path, ledger: str) -> None:
        (root / "bilan.toml").write_text(SETTINGS.format(ledger=ledger, port=self._server.port), encoding="utf-8")

    def trial(self, faults: tuple[str, ...]) -> Iterator[World]:
        """A world for one trial, taken down after it."""
        root = self._folder / "trial"
        shutil.copytree(self._seed, root, symlinks=True)
        address = SQLITE
        if self._postgres:
            address = self._postgres.fresh()
            shutil.rmtree(root / ".bilan")
            self._write(root, address)
            restore(address, root, self._folder / "seed.sqlite3", SEEDED)
        self._server.taken.clear()
        try:
            yield World(root, self._server, faults, address, self._postgres)
        finally:
            shutil.rmtree(root)
            if self._postgres:
                self._postgres.back(address)


def _recipients() -> Iterator[str]:
    places = [*((address, "smtp") for address in MAILS), ("deliveries/ministry", "folder")]
    for address, channel in places:
        yield (
            f'[[recipient]]\nname = "R"\naddress = "{address}"\nchannel = "{channel}"\n'
            f'audiences = {json.dumps(AUDIENCES)}\nlanguage = "en"\n'
        )


# The work


def run(world: World, now: datetime) -> None:
    """What `bilan run-due` does at an instant: what is due is issued, what waits is sent."""
    project, owner = world.project, f"worker {os.getpid()}"
    due.PATIENCE_SECONDS = PATIENCE_SECONDS  # type: ignore[attr-defined]  # what it imported for itself
    due.run_due(project, now, lambda ledger, group, at: _issue(world, ledger, group, at), owner, Planner(project))
    with Ledger.open(project.config.ledger, project.root, patience=PATIENCE_SECONDS) as ledger:
        work_off(project, ledger, now + MINUTE, Means(owner=owner, clock=lambda: 0.0))


def _issue(world: World, ledger: Ledger, group: tuple[Claim, ...], now: datetime) -> list[Outcome]:
    project = world.project
    to = Receivers(project, now.date())
    desk = Desk(project, ledger, Archive.of(project), now, to)
    made = [_made(desk, claim) for claim in group]
    ends = [ending(one) for one in made]
    for claim, one, (state, _) in zip(group, made, ends, strict=True):
        if state is State.ISSUED and one.edition:
            hand_over(ledger, claim.due, one.edition.path, to, now)
    return [Outcome(State(state), reason) for state, reason in ends]


def _made(desk: Desk, claim: Claim) -> Made:
    identity = claim.due.identity
    issue, number = desk.ledger.next_issue(identity), desk.ledger.number_for(PAIR, identity.period)
    pdf = f"%PDF-1.7 {identity} by {os.getpid()} at {desk.now.isoformat()}".encode() + END
    facts = {
        "partnership": PAIR, "period": str(identity.period), "audience": identity.audience, "language": identity.language,
        "number": number, "issue": issue, "title": "Two countries", "as_of": "2026-10-31",
        "issued_on": desk.now.date().isoformat(), "pages": 1, "key": f"{os.getpid()}{desk.now.isoformat()}",
    }  # fmt: skip
    manifest = a_manifest(a_summary()) | {"edition": facts, "findings": [], "problems": [], "made_from": {}}
    try:
        desk.ledger.renew(claim, desk.now, LEASE)
        return publish(desk, Content(identity, issue, pdf, manifest, {"data.csv": b"a,b\n"}), claim)
    except BusyError:
        raise
    except BilanError as error:
        return Made(identity, error=error)


# Processes


def begun(work: Callable[[], None], fault: str = "") -> int:
    """A process of its own that does the work, and is sent a signal at a mark: `recorded#2=SIGKILL`; its number."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        marks.plant(fault)
        work()
        code = 0
    except BusyError:
        code = BUSY
    except BaseException:  # noqa: BLE001  a child must end here, whatever it met
        traceback.print_exc()
    finally:
        os._exit(code)


def settled(world: World, after: datetime, *, patient: bool = True) -> datetime:
    """Start again until nothing is left to do, as an operator's timer would; the instant of the last pass.

    One that is not `patient` gives up where the ledger is locked: a process stopped within a transaction keeps it so.
    """
    for step in range(PASSES):
        now = after + step * LATER
        _, status = os.waitpid(begun(lambda at=now: run(world, at)), 0)  # type: ignore[misc]  # bound now
        if (step and _quiet(world)) or (not patient and os.waitstatus_to_exitcode(status) == BUSY):
            return now
    return now


def _quiet(world: World) -> bool:
    with Ledger.open(world.project.config.ledger, world.root) as ledger:
        waiting = [row for row in ledger.outbox.rows() if row.state in (ReceiptState.PENDING, ReceiptState.SENDING, ReceiptState.DEFERRED)]
        return not waiting and not ledger.occurrences(states=[State.DUE, State.RUNNING])


# The laws


def seen_now(world: World) -> list[str]:
    """What a reader could meet at this very instant, in the middle of a crash: nothing half, and a whole `latest`."""
    reports, wrong = world.root / "reports", []
    latest = reports / PAIR / "latest"
    if not latest.is_dir():
        wrong.append("latest is gone")
    wrong += [f"latest/{one.name} leads nowhere" for one in (latest.iterdir() if latest.is_dir() else ()) if not one.exists()]
    for path in [*reports.glob(f"{PAIR}/2*/*.pdf"), *(world.root / "deliveries").glob("**/*.pdf")]:
        if not path.read_bytes().endswith(END):
            wrong.append(f"{path.name} is half a file")
    with Ledger.open(world.database, world.root) as ledger:
        known = {one.path for one in ledger.editions()}
    shown = (path.relative_to(reports).as_posix() for path in reports.glob(f"{PAIR}/2*/*.pdf"))
    wrong += [f"{name} is shown and not in the ledger" for name in shown if name not in known]
    for path in [*reports.glob("index.json"), *reports.glob(f"{PAIR}/2*/*.json")]:
        try:
            json.loads(path.read_bytes())
        except ValueError:
            wrong.append(f"{path.name} is half a file")
    wrong += [f"{one.name} is half a file" for one in reports.glob("index*.html") if not one.read_text().rstrip().endswith("</html>")]
    return wrong


def broken(world: World) -> list[str]:
    """Which laws do not hold once all is quiet: each edition once, each recipient at most once and never without a row."""
    world.server.at_rest()  # it may still read what a killed process had sent
    archive = Archive.of(world.project)
    with Ledger.open(world.project.config.ledger, world.root) as ledger:
        editions, occurrences = ledger.editions(), ledger.occurrences()
        faults = archive_check(archive, editions).faults
        new = {one.id: one for one in editions if str(one.identity.period) == "2026-10"}
        rows = [row for row in ledger.outbox.rows() if row.edition in new]
    shown = sorted(one.pdf for one in archive.editions() if "/2026-10/" in one.pdf)
    wrong = [f"archive: {one}" for one in faults] + seen_now(world)
    if len(new) != world.expected or len({one.identity for one in new.values()}) != world.expected:
        wrong.append(f"{len(new)} editions in the ledger, of {world.expected}")
    if shown != sorted(one.path for one in new.values()):
        wrong.append(f"{len(shown)} editions in the archive, {len(new)} in the ledger")
    wrong += [f"{one.due} is {one.state}" for one in occurrences if one.state is not State.ISSUED]
    if len(rows) != world.expected * (len(MAILS) + 1):
        wrong.append(f"{len(rows)} rows for {world.expected * (len(MAILS) + 1)} deliveries")
    return wrong + list(_receipts(world, rows))


def _receipts(world: World, rows: list[ReceiptRow]) -> Iterator[str]:
    """Where what the mail server was given and what the ledger says differ."""
    sent = Counter((one.recipient, str(one.message["Message-ID"]).strip("<>").partition("@")[0]) for one in world.server.taken)
    known = {(row.receiver.recipient, row.key): row for row in rows}
    yield from (f"{who} got {what} {count} times" for (who, what), count in sent.items() if count > 1)
    yield from (f"{who} got {what} and no row says so" for who, what in sent if (who, what) not in known)
    for key, row in known.items():
        if row.state not in (ReceiptState.SENT, ReceiptState.UNKNOWN):
            yield f"{key[0]}: left {row.state}"
        if row.receiver.channel == "smtp" and row.state is ReceiptState.SENT and not sent[key]:
            yield f"{key[0]} is said to have it and has nothing"
