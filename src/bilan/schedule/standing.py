"""How do things stand? What runs, what waits, what needs a person, what was issued last, what comes next."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from bilan.ledger.approvals import Approval
from bilan.ledger.book import Ledger
from bilan.ledger.records import EditionRow, OccurrenceRow, ReceiptState, State
from bilan.project import Project
from bilan.schedule.preview import coming
from bilan.schedule.rules import Occurrence
from bilan.schedule.settings import schedules

_LATELY = timedelta(days=31)
_LAST, _NEXT = 5, 3
_OPEN = (State.RUNNING, State.CANCELLING, State.DUE, State.AWAITING, State.HELD, State.FAILED)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a project stands at an instant; `deliveries` counts messages of each edition by their state."""

    at: datetime
    looked: datetime | None
    running: tuple[OccurrenceRow, ...] = ()
    waiting: tuple[OccurrenceRow, ...] = ()
    awaiting: tuple[tuple[OccurrenceRow, tuple[Approval, ...]], ...] = ()
    held: tuple[OccurrenceRow, ...] = ()
    failed: tuple[OccurrenceRow, ...] = ()
    issued: tuple[EditionRow, ...] = ()
    deliveries: dict[int, Counter[ReceiptState]] = field(default_factory=dict)
    coming: tuple[Occurrence, ...] = ()


def standing(project: Project, ledger: Ledger, now: datetime) -> Standing:
    """How things stand; failures of the last month only, since nothing takes them away."""
    rows = ledger.occurrences(states=_OPEN)
    tick = ledger.before(now).tick
    return Standing(
        at=now,
        looked=tick.wall if tick else None,
        running=_in(rows, State.RUNNING, State.CANCELLING),
        waiting=tuple(row for row in _in(rows, State.DUE) if row.due.due_at <= now),
        awaiting=tuple((row, tuple(ledger.approvals.given(row.id))) for row in _in(rows, State.AWAITING)),
        held=_in(rows, State.HELD),
        failed=tuple(row for row in _in(rows, State.FAILED) if row.due.due_at > now - _LATELY),
        issued=tuple(sorted(ledger.editions(), key=lambda one: (one.issued_at, one.id))[-_LAST:]),
        deliveries=deliveries(ledger),
        coming=tuple(coming(schedules(project).values(), now, _NEXT)),
    )


def deliveries(ledger: Ledger) -> dict[int, Counter[ReceiptState]]:
    """For each edition how many of its messages are in which state."""
    counted: dict[int, Counter[ReceiptState]] = {}
    for row in ledger.outbox.rows():
        counted.setdefault(row.edition, Counter())[row.state] += 1
    return counted


def spoken(counted: Counter[ReceiptState]) -> str:
    """Counts in words: `sent to 3 of 5, 1 pending, 1 unknown`; nothing where nobody was to receive anything."""
    if not counted:
        return ""
    others = [f"{counted[one]} {one}" for one in ReceiptState if counted[one] and one is not ReceiptState.SENT]
    return ", ".join([f"sent to {counted[ReceiptState.SENT]} of {counted.total()}", *others])


def local(project: Project) -> tzinfo:
    """The zone people here live in: that of the first schedule, else UTC."""
    first = next(iter(project.config.schedule.values()), None)
    return ZoneInfo(first.timezone) if first else UTC


def _in(rows: list[OccurrenceRow], *states: State) -> tuple[OccurrenceRow, ...]:
    return tuple(row for row in rows if row.state in states)
