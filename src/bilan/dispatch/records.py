"""What became of the deliveries of one pass, and by what means was it made?"""

import os
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from bilan.document import Identity
from bilan.ledger.records import EditionRow, Ending, ReceiptRow, ReceiptState

LEASE = timedelta(minutes=15)
"""Longer than the slowest server may take over one message."""


def _here() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"


@dataclass(frozen=True, slots=True)
class Means:
    """The world outside: variables with secrets, who we are, a steady clock in seconds, and the wish to stop."""

    environ: Mapping[str, str] = field(default_factory=lambda: os.environ, repr=False)
    owner: str = field(default_factory=_here)
    clock: Callable[[], float] = time.monotonic
    stop: threading.Event = field(default_factory=threading.Event)
    lease: timedelta = LEASE


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one delivery to one recipient; `number` is what it is known by in the ledger."""

    number: int
    edition: Identity
    issue: int
    kind: str
    channel: str
    recipient: str
    state: ReceiptState
    code: int | None
    text: str

    @classmethod
    def of(cls, row: ReceiptRow, edition: EditionRow, end: Ending) -> "Receipt":
        """The receipt of a delivery that ended."""
        to = row.receiver
        return cls(row.id, edition.identity, edition.issue, row.kind.value, to.channel, to.recipient, end.state, end.code, end.text)
