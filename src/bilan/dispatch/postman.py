"""How is one delivery made? Written down, handed over, its end written down: in this order, whatever happens."""

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bilan.delivery.channel import Channel, Line
from bilan.delivery.records import Answer, Parcel, Post, Recipient, Result
from bilan.dispatch.contents import Contents
from bilan.dispatch.records import Means, Receipt
from bilan.dispatch.rounds import Rounds
from bilan.dispatch.waits import ATTEMPTS, wait
from bilan.errors import ArchiveError, BilanError, HeldError
from bilan.ledger.book import Ledger
from bilan.ledger.records import EditionRow, Ending, ReceiptRow, ReceiptState
from bilan.marks import mark
from bilan.registry import Registry

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Office:
    """What all postmen of a pass share: the ledger, the editions with their contents, the channels, and what went wrong."""

    ledger: Ledger
    editions: Mapping[int, EditionRow]
    contents: Contents
    channels: Registry[Channel]
    post: Post
    means: Means
    clock: Callable[[], datetime]
    receipts: list[Receipt] = field(default_factory=list)
    stuck: dict[str, str] = field(default_factory=dict)
    damaged: dict[int, str] = field(default_factory=dict)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def closing(self) -> bool:
        """Whether nothing more is to be begun."""
        return self.over.is_set() or self.means.stop.is_set()


class Postman:
    """One thread's worth of delivering: a line per channel, kept open from one delivery to the next."""

    def __init__(self, office: Office, recipients: Mapping[int, Recipient]) -> None:
        self._office, self._recipients = office, recipients
        self._name = f"{office.means.owner}:{threading.get_ident()}"
        self._lines: dict[str, Line] = {}
        self._closed: set[str] = set()

    def work(self, rounds: Rounds) -> None:
        """Deliver until nothing is left for this round, or somebody wants it to stop."""
        try:
            while not self._office.closing and (next_one := rounds.take(self._closed)):
                place, row = next_one
                try:
                    self._deliver(row)
                finally:
                    rounds.done(place)
        finally:
            for line in self._lines.values():
                line.close()

    def _deliver(self, row: ReceiptRow) -> None:
        """What cannot be opened or read is not begun; what was begun gets an end."""
        office, channel = self._office, row.receiver.channel
        try:
            line = self._line(channel)
            parcel = self._parcel(row)
        except ArchiveError as error:
            office.damaged[row.edition] = str(error)
            return
        except BilanError as error:
            self._close(channel, str(error))
            return
        mine = office.ledger.outbox.begin(row, office.clock(), self._name, office.means.lease)
        if mine is None:
            return
        mark("begun")
        answer = self._handed_over(line, parcel, again=office.channels.get(channel).again)
        mark("handed over")
        if answer.stuck:
            self._close(channel, answer.text)
        end = ending(answer, mine, office.clock())
        if office.ledger.outbox.settle(mine, end, office.clock()):
            office.receipts.append(Receipt.of(mine, office.editions[row.edition], end))
        mark("settled")
        _log.info("receipt %d: %s by %s %s", row.id, end.state, channel, end.code or "")

    def _handed_over(self, line: Line, parcel: Parcel, *, again: bool) -> Answer:
        """What the channel says; one that breaks leaves an end nobody knows, unless twice does no harm."""
        try:
            return line.deliver(parcel)
        except HeldError as error:
            return Answer(Result.REFUSED, str(error))
        except ValueError as error:
            return Answer(Result.REFUSED, f"nothing may go to this address: {error}")
        except BilanError as error:
            return Answer(Result.DEFERRED, str(error), stuck=True)
        except Exception as error:  # noqa: BLE001  a channel may be anybody's; whatever it meets, the delivery must get an end
            _log.exception("channel %s failed", parcel.recipient.channel)
            return Answer(Result.DEFERRED if again else Result.UNKNOWN, f"the channel failed: {type(error).__name__}: {error}")

    def _line(self, channel: str) -> Line:
        if channel not in self._lines:
            self._lines[channel] = self._office.channels.get(channel).open(self._office.post)
        return self._lines[channel]

    def _close(self, channel: str, why: str) -> None:
        self._closed.add(channel)
        self._office.stuck[channel] = why

    def _parcel(self, row: ReceiptRow) -> Parcel:
        edition = self._office.editions[row.edition]
        content = self._office.contents.of(edition)
        return Parcel(
            row.key, row.kind.value, self._recipients[row.id], content.name, content.manifest, content.pdf, self._office.clock(),
            content.files, edition.reason,
        )  # fmt: skip


def ending(answer: Answer, mine: ReceiptRow, now: datetime) -> Ending:
    """What an answer means for the ledger: what is put off comes again later, and after the last attempt no more."""
    if answer.result is not Result.DEFERRED:
        return Ending(ReceiptState(answer.result.value), answer.text, answer.code)
    pause = wait(mine.attempt, mine.key)
    if pause is None:
        return Ending(ReceiptState.REFUSED, f"given up after {ATTEMPTS} attempts: {answer.text}", answer.code)
    return Ending(ReceiptState.DEFERRED, answer.text, answer.code, now + pause)
