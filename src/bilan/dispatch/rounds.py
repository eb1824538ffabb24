"""Who is served next? In order, but never more at once to one domain than it likes, nor more in a minute."""

import threading
from collections import Counter, deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from bilan.ledger.records import ReceiptRow

Place = tuple[str, str]
"""A channel, and what a delivery by it loads: a domain, a host, a folder."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many deliveries to one place at once, and in one minute."""

    at_once: int = 2
    in_a_minute: int = 60


class Rounds:
    """Deliveries handed out to several threads; each is taken once, and reported when it is done."""

    def __init__(self, rows: Iterable[tuple[Place, ReceiptRow]], limits: Mapping[str, Limits], lately: Counter[Place]) -> None:
        self._waiting: dict[Place, deque[ReceiptRow]] = {}
        for place, row in rows:
            self._waiting.setdefault(place, deque()).append(row)
        self._limits, self._usual = limits, Limits()
        self._served = Counter(lately)
        self._busy: Counter[Place] = Counter()
        self._turn = threading.Condition()
        self.size = sum(map(len, self._waiting.values()))

    def take(self, closed: Collection[str] = ()) -> tuple[Place, ReceiptRow] | None:
        """The next that may be served now, waiting where its place is busy; None where nothing is left for this round.

        What passes a place's limit for the minute, or goes by a closed channel, is left for the next round.
        """
        with self._turn:
            while True:
                ready = [place for place, rows in self._waiting.items() if rows and place[0] not in closed and self._within(place)]
                if not ready:
                    return None
                free = [place for place in ready if self._busy[place] < self._of(place).at_once]
                if free:
                    return self._taken(free[0])
                self._turn.wait()

    def done(self, place: Place) -> None:
        """A delivery has ended, however it did."""
        with self._turn:
            self._busy[place] -= 1
            self._turn.notify_all()

    def left(self) -> int:
        """How many were not served in this round."""
        with self._turn:
            return sum(map(len, self._waiting.values()))

    def _taken(self, place: Place) -> tuple[Place, ReceiptRow]:
        rows = self._waiting.pop(place)
        row = rows.popleft()
        self._waiting[place] = rows  # to the end of the queue: no place waits for another to be empty
        self._busy[place] += 1
        self._served[place] += 1
        return place, row

    def _within(self, place: Place) -> bool:
        return self._served[place] < self._of(place).in_a_minute

    def _of(self, place: Place) -> Limits:
        return self._limits.get(place[0], self._usual)
