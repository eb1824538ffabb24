"""What is a job? What is asked for, by whom, how far it is and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bilan.errors import BusyError


class JobState(StrEnum):
    """Where a job stands; the last five are ends."""

    WAITING = "waiting"
    RUNNING = "running"
    CANCELLING = "cancelling"
    DONE = "done"
    HELD = "held"
    AWAITING = "awaiting"
    FAILED = "failed"
    CANCELLED = "cancelled"


OPEN = (JobState.WAITING, JobState.RUNNING, JobState.CANCELLING)


class FullError(BusyError):
    """Too many jobs wait; `seconds` is after how long to ask again."""

    def __init__(self, where: str, message: str, seconds: float) -> None:
        super().__init__(where, message, f"ask again in {seconds:.0f} s")
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Most:
    """How many jobs may be open: of one person, and of all."""

    of_one: int = 12
    of_all: int = 120


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: a kind of job under a fresh name, its request, by whom, and under which key of theirs if any."""

    name: str
    kind: str
    request: Mapping[str, Any]
    actor: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class JobRow:
    """One job as the ledger holds it; `done` is from 0 to 1, `result` what came of it, `reason` why it ended so."""

    id: int
    name: str
    kind: str
    actor: str
    key: str
    request: Mapping[str, Any]
    state: JobState
    owner: str
    fence: int
    attempt: int
    stage: str
    subject: str
    done: float
    result: Any
    reason: str
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None

    @property
    def open(self) -> bool:
        """Whether something is still to come of it."""
        return self.state in OPEN
