"""What does the ledger know? Records of the due, the claimed, the issued and the past."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bilan.document import Edition, Identity
from bilan.period import Period


class State(StrEnum):
    """Where an occurrence, a run or an edition stands."""

    DUE = "due"
    RUNNING = "running"
    ISSUED = "issued"
    HELD = "held"
    FAILED = "failed"
    SKIPPED = "skipped"
    LOST = "lost"
    AWAITING = "awaiting"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


class Origin(StrEnum):
    """Who asked for an occurrence: a schedule, a person, or a schedule and then a person who released it."""

    SCHEDULED = "scheduled"
    ON_DEMAND = "on-demand"
    RELEASED = "released"


class MessageKind(StrEnum):
    """What a recipient is sent: an edition, its correction, or the notice of its withdrawal."""

    EDITION = "edition"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"


def kind_of(issue: int) -> MessageKind:
    """What a message that brings an issue is: the first, or a correction."""
    return MessageKind.EDITION if issue == 1 else MessageKind.CORRECTION


class ReceiptState(StrEnum):
    """Where one message to one recipient stands; `unknown` is never sent again unless a person says so."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    DEFERRED = "deferred"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


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
    as_of: date | None = None
    request: str | None = None

    @property
    def identity(self) -> Identity:
        """The edition that serves it."""
        return Identity(self.partnership, self.period, self.audience, self.language)

    def __str__(self) -> str:
        again = "" if self.revision == 1 else f" {self.revision}"
        return f"{self.schedule}{again}: {self.identity}"


@dataclass(frozen=True, slots=True)
class Missed:
    """What becomes of what fell due and was not served: `latest` serves the last, `all` each, `skip` nothing older than `grace`."""

    policy: str = "latest"
    grace: timedelta = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Tick:
    """The time of the last pass by the wall clock, and seconds since which start of which machine."""

    wall: datetime
    uptime: float | None = None
    boot: str = ""


@dataclass(frozen=True, slots=True)
class Before:
    """How things stand before a pass: how far each schedule is planned, the last pass, and whether a worker is lost."""

    until: Mapping[str, datetime]
    tick: Tick | None
    abandoned: bool


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
    origin: Origin = Origin.SCHEDULED
    idem_key: str | None = None
    request: str | None = None
    next_try_at: datetime | None = None
    approvals: int = 0
    sha256: str | None = None
    manifest_sha256: str | None = None


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
    state: State = State.ISSUED
    reason: str = ""
    supersedes: int | None = None
    settled_at: datetime | None = None

    def as_edition(self) -> Edition:
        """The edition this row records, without the findings and problems its manifest holds."""
        names = ("identity", "number", "issue", "as_of", "issued_on", "key", "path", "sha256", "pages")
        return Edition(findings=0, **{name: getattr(self, name) for name in names})


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who gets an edition, and by which channel."""

    channel: str
    recipient: str


@dataclass(frozen=True, slots=True)
class Ending:
    """How a try to send ended: the state, the other side's code and words, and when to try again."""

    state: ReceiptState
    text: str
    code: int | None = None
    next_try_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """What became of one message to one recipient, as the ledger holds it."""

    id: int
    edition: int
    receiver: Receiver
    kind: MessageKind
    sha256: str
    message_id: str
    state: ReceiptState
    attempt: int
    next_try_at: datetime | None
    fence: int
    owner: str
    lease_until: datetime | None
    last_code: int | None
    last_text: str
    created_at: datetime
    settled_at: datetime | None

    @property
    def key(self) -> str:
        """What the message is known by: the same each time it is sent."""
        return self.message_id.strip("<>").partition("@")[0]


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
