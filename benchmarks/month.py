"""A month in one run: fifteen editions issued by their schedule, mailed to 200 people by a server that misbehaves.

    python -m benchmarks.month                       # on SQLite and on PostgreSQL
    python -m benchmarks.month --ledger sqlite --plant twice    # a planted mistake, which must be found: twice, lost, blank

Schedule, pipeline, audit, ledger, archive, outbox and mail are the real ones; only the clock is a made-up one. Each address
says how the server treats it. At the end what the server has is compared with what the ledger says.
"""

import argparse
import hashlib
import logging
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.delivery.smtp_server import BEHAVIOURS, MailServer, Rules
from tests.postgres import running

from bilan.cli.run_due_command import issued
from bilan.delivery.records import Answer, Parcel, Result
from bilan.dispatch.postman import Postman
from bilan.dispatch.records import Means
from bilan.dispatch.work_off import work_off
from bilan.ledger.book import Ledger
from bilan.ledger.records import EditionRow, Ending, ReceiptRow, ReceiptState, State
from bilan.ledger.sending import Outbox
from bilan.project import Project
from bilan.schedule.due import run_due
from bilan.schedule.planning import Planner
from bilan.schedule.preview import coming
from bilan.schedule.settings import schedules

ROOT = Path(__file__).parent.parent
BEGIN = datetime(2026, 10, 31, 18, tzinfo=UTC)
END = datetime(2026, 11, 30, 18, tzinfo=UTC)
AUDIENCES, LANGUAGES = ("minister", "analyst", "press"), ("fr", "en", "ru", "kk", "ky")
PEOPLE = 200
MUTE = [one for one in BEHAVIOURS if one.startswith("mute")]
KINDS = ("ok",) * 4 + tuple(one for one in BEHAVIOURS if one != "ok" and one not in MUTE)
UNKNOWABLE = ("cut-kept", "cut-lost", "mute-kept", "mute-lost", "odd", "later")
OWNER = "owner@office.example"
SETTINGS = """partnerships = ["kz-kg"]
audiences = ["minister", "analyst", "press"]
languages = ["fr", "en", "ru", "kk", "ky"]
ledger = "{ledger}"
[archive]
url = "https://bilan.example.org/reports"
[delivery]
from = "bilan@example.org"
owner = "{owner}"
[delivery.smtp]
host = "localhost"
port = {port}
security = "none"
timeout = 1
messages_per_minute = 600
[schedule.monthly]
rule = "first-working-day"
at = "07:00"
timezone = "Asia/Bishkek"
holidays = ["KG", "KZ"]
start = "2026-11-01"
"""
Settle = Callable[[Outbox, ReceiptRow, Ending, datetime], bool]
PLANTS: dict[str, Callable[[], list[Any]]] = {
    "": lambda: [],  # noqa: PIE807  nothing planted
    "twice": lambda: [patch.object(Outbox, "settle", _forgotten(Outbox.settle))],
    "lost": lambda: [patch.object(Postman, "_handed_over", lambda *_, **__: Answer(Result.SENT, "250 trust me", 250))],
    "blank": lambda: [patch.object(Postman, "_parcel", _blank(Postman._parcel))],  # noqa: SLF001  a planted mistake
}


def _forgotten(whole: Settle) -> Settle:
    """What was sent at the first attempt is written down as put off."""

    def settle(self: Outbox, mine: ReceiptRow, end: Ending, now: datetime) -> bool:
        sent = end.state is ReceiptState.SENT and mine.attempt == 1
        return whole(self, mine, Ending(ReceiptState.DEFERRED, end.text, end.code, now + timedelta(minutes=1)) if sent else end, now)

    return settle


def _blank(whole: Callable[[Postman, ReceiptRow], Parcel]) -> Callable[[Postman, ReceiptRow], Parcel]:
    return lambda self, row: replace(whole(self, row), pdf=b"%PDF-1.7")


def people() -> list[tuple[str, str, str]]:
    """Address, audience and language of everybody."""
    muted = [f"{kind}-{number}@quiet.example" for number, kind in enumerate(MUTE)]
    others = [f"{KINDS[number % len(KINDS)]}-{number}@d{number % 9}.example" for number in range(PEOPLE - len(muted))]
    return [(one, AUDIENCES[n % 3], LANGUAGES[n // 3 % 5]) for n, one in enumerate([*others, *muted])]


def made(folder: Path, ledger: str, port: int) -> Project:
    """A project with the data of the first partnership and 200 people on its list."""
    shutil.copytree(ROOT / "data" / "kz-kg", folder / "data" / "kz-kg")
    shutil.copytree(ROOT / "templates", folder / "templates")
    (folder / "bilan.toml").write_text(SETTINGS.format(ledger=ledger, owner=OWNER, port=port), encoding="utf-8")
    entries = [
        f'[[recipient]]\nname = "R"\naddress = "{address}"\naudiences = ["{audience}"]\nlanguage = "{language}"\n'
        for address, audience, language in people()
    ]
    (folder / "recipients.toml").write_text("".join(entries), encoding="utf-8")
    return Project(folder)


def instants(due: datetime) -> Iterator[datetime]:
    """When the made-up clock ticks: every 20 seconds around the due time, then ever more seldom to the end of the month."""
    now = BEGIN
    while now < END:
        yield now
        after = now - due
        busy = timedelta(minutes=-1) <= after < timedelta(minutes=10)
        step = timedelta(seconds=20) if busy else timedelta(minutes=5) if timedelta(0) < after < timedelta(hours=26) else timedelta(hours=1)
        now = min(now + step, due - timedelta(minutes=1)) if now < due - timedelta(minutes=1) else now + step


def live(project: Project, ledger: Ledger) -> tuple[datetime, int, list[str]]:
    """A month passes; when the schedule said it would be due, how many ticks, and what happened at them."""
    planner = Planner(project)
    (foreseen,) = coming(schedules(project).values(), BEGIN, 1)
    told, ticks = [], 0
    for now in instants(foreseen.due_at):
        ticks += 1
        served = run_due(project, now, lambda book, group, at: issued(project, book, group, at), "month", planner)
        if served:
            told.append(
                f"{now:%Y-%m-%d %H:%M:%S}Z: {', '.join(f'{count} {state}' for state, count in Counter(one.state for one in served).items())}"
            )
        work_off(project, ledger, now, Means(os.environ, "month", lambda: 0.0))
    return foreseen.due_at, ticks, told


def laws(server: MailServer, ledger: Ledger) -> list[str]:
    """What is wrong between what the server has and what the ledger says."""
    editions = {row.id: row for row in ledger.editions()}
    rows = ledger.outbox.rows()
    wrong = [f"{one.due} is {one.state}" for one in ledger.occurrences() if one.state is not State.ISSUED]
    if len(editions) != len(AUDIENCES) * len(LANGUAGES) or len(rows) != PEOPLE:
        wrong.append(f"{len(editions)} editions and {len(rows)} receipts")
    mails = [one for one in server.taken if one.recipient != OWNER]
    got = Counter(one.recipient for one in mails)
    known = {row.receiver.recipient: row for row in rows}
    wrong += [f"{who} got it {count} times" for who, count in got.items() if count > 1]
    wrong += [f"{who} got it and no row says so" for who in got if who not in known]
    for mail in mails:
        edition = editions[known[mail.recipient].edition]
        wrong += [f"{mail.recipient}: {one}" for one in blank(mail.message, edition)]
    return wrong + [each for row in rows for each in untrue(row, got)] + silent(ledger, rows, server)


def blank(message: EmailMessage, edition: EditionRow) -> Iterator[str]:
    """What a mail lacks: its subject, its words, or the very PDF that was issued."""
    pdfs = [bytes(part.get_content()) for part in message.walk() if part.get_content_type() == "application/pdf"]
    body = message.get_body(("plain",))
    text = str(body.get_content()) if body else ""
    if not str(message["Subject"]).strip() or len(text.split()) < 30:  # noqa: PLR2004  a letter
        yield "a blank mail"
    if pdfs and hashlib.sha256(pdfs[0]).hexdigest() != edition.sha256:
        yield "the PDF is not the one that was issued"
    if not pdfs and "https://bilan.example.org/reports/" not in text:
        yield "neither PDF nor link"


def untrue(row: ReceiptRow, got: Counter[str]) -> Iterator[str]:
    """What a receipt says that is not so."""
    who, has = row.receiver.recipient, got[row.receiver.recipient]
    if row.state is ReceiptState.SENT and not has:
        yield f"{who} is said to have it and has nothing"
    if row.state is ReceiptState.REFUSED and has:
        yield f"{who} is said to have refused it and has it"
    if row.state is ReceiptState.UNKNOWN and not who.startswith(UNKNOWABLE):
        yield f"{who} is unknown, and need not be"
    if row.state not in (ReceiptState.SENT, ReceiptState.REFUSED, ReceiptState.UNKNOWN):
        yield f"{who} is left {row.state}"
    if who.startswith("ok") and not has:
        yield f"{who} was to get it and has nothing"


def silent(ledger: Ledger, rows: list[ReceiptRow], server: MailServer) -> list[str]:
    """Ends that need a person and of which the owner was not told within a minute, or more than once."""
    notices = ledger.notices.rows()
    letters = "\n".join(str(one.message.get_body(("plain",)).get_content()) for one in server.taken if one.recipient == OWNER)  # type: ignore[union-attr]
    wrong = []
    for row in rows:
        if row.state not in (ReceiptState.REFUSED, ReceiptState.UNKNOWN):
            continue
        mine = [one for one in notices if row.receiver.recipient in f"{one.subject}\n{one.detail}"]
        if len(mine) != 1 or mine[0].told_at is None or row.settled_at is None:
            wrong.append(f"{row.receiver.recipient}: {len(mine)} notices")
        elif mine[0].told_at - row.settled_at > timedelta(minutes=1) and row.settled_at - min(one.created_at for one in rows) < timedelta(
            minutes=9
        ):
            wrong.append(f"{row.receiver.recipient}: the owner was told after {mine[0].told_at - row.settled_at}")
        if letters.count(row.receiver.recipient) != 1:
            wrong.append(f"{row.receiver.recipient} is in {letters.count(row.receiver.recipient)} letters to the owner")
    return wrong


def main() -> int:
    """Let the month pass and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ledger", choices=("sqlite", "postgresql"), action="append", default=[])
    parser.add_argument("--plant", choices=PLANTS, default="")
    asked = parser.parse_args()
    logging.disable(logging.CRITICAL)
    bad = sum(_on(ledger, asked.plant) for ledger in asked.ledger or ["sqlite", "postgresql"])
    if asked.plant:
        print(f"planted “{asked.plant}”: {'found' if bad else 'NOT FOUND'}")
        return 0 if bad else 1
    return 1 if bad else 0


def _on(ledger: str, plant: str) -> int:
    server, started = MailServer(Rules(size=400_000, fixes={"grey": 3, "busy": 2, "late": 2})), time.perf_counter()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        database = stack.enter_context(running() if ledger == "postgresql" else nullcontext())
        project = made(folder / "project", database.fresh() if database else "sqlite:///.bilan/ledger.sqlite3", server.port)
        for one in PLANTS[plant]():
            stack.enter_context(one)
        book = stack.enter_context(Ledger.open(project.config.ledger, project.root))
        due, ticks, told = live(project, book)
        wrong, rows = laws(server, book), book.outbox.rows()
        print(f"{ledger}: due {due:%Y-%m-%d %H:%M:%S}Z by `schedule --next`; {ticks} ticks, {time.perf_counter() - started:.0f} s")
        for line in told:
            print(f"  {line}")
        kinds: dict[str, Counter[str]] = {}
        for row in rows:
            name = row.receiver.recipient.partition("@")[0].rpartition("-")[0]
            kinds.setdefault(name, Counter())[row.state] += 1
        got = Counter(one.recipient for one in server.taken)
        for name, states in sorted(kinds.items()):
            have = sum(
                1 for row in rows if row.receiver.recipient.rpartition("@")[0].rpartition("-")[0] == name and got[row.receiver.recipient]
            )
            print(f"  {name:<12} {', '.join(f'{count} {state}' for state, count in sorted(states.items())):<28} {have:>4} have it")
        print(
            f"  {len(rows)} receipts, {len(server.taken) - got[OWNER]} mails taken, {got[OWNER]} letters to the owner, {len(wrong)} wrong"
        )
        for line in wrong[:12]:
            print(f"  WRONG {line}")
    server.close()
    return len(wrong)


if __name__ == "__main__":
    sys.exit(main())
