"""What does the ledger know? Records of the due, the claimed, the issued and the past."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bilan.document import Identity
from bilan.period import Period


class State(StrEnum):
    """Where an occurrence or a run stands."""

    DUE = "due"
    RUNNING = "running"
    ISSUED = "issued"
    HELD = "held"
    FAILED = "failed"
    SKIPPED = "skipped"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Due:
    """One edition a schedule asks for, and the instant (UTC) from which it is due."""

    schedule: str
    partnership: str
    audience: str
    language: str
    period: Period
    due_at: datetime
    revision: int = 1

    @property
    def identity(self) -> Identity:
        """The edition that serves it."""
        return Identity(self.partnership, self.period, self.audience, self.language)

    def __str__(self) -> str:
        return f"{self.schedule}: {self.identity}"


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to serve one occurrence: `fence` rises with every claim, and older ones write nothing more."""

    occurrence: int
    fence: int
    attempt: int
    run: int
    owner: str
    lease_until: datetime
    due: Due


@dataclass(frozen=True, slots=True)
class OccurrenceRow:
    """One occurrence as the ledger holds it."""

    id: int
    due: Due
    state: State
    owner: str
    fence: int
    lease_until: datetime | None
    attempt: int
    reason: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class RunRow:
    """One attempt to issue, scheduled or on demand (`occurrence` None)."""

    id: int
    occurrence: int | None
    started_at: datetime
    ended_at: datetime | None
    state: State
    actor: str
    reason: str


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One issued edition."""

    id: int
    identity: Identity
    number: int
    issue: int
    key: str
    as_of: date
    issued_on: date
    path: str
    sha256: str
    manifest_sha256: str
    pages: int
    run: int | None
    issued_at: datetime


@dataclass(frozen=True, slots=True)
class EventRow:
    """One change of state; never altered, never removed."""

    id: int
    at: datetime
    subject: str
    from_state: str
    to_state: str
    actor: str
    fence: int
    detail: str
