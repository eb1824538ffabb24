"""How much may one visitor ask for? So many requests a minute, in bursts, counted for each by itself."""

import threading
from collections import OrderedDict
from collections.abc import Callable

MOST_VISITORS = 10_000


class Bucket:
    """A bucket of so many drops for each name, filled again at so many a minute."""

    def __init__(self, per_minute: float, burst: float, clock: Callable[[], float]) -> None:
        self._per_second, self._burst, self._clock = per_minute / 60, burst, clock
        self._lock = threading.Lock()
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, name: str) -> float:
        """Take one drop: 0 where there was one, else after how many seconds there will be."""
        now = self._clock()
        with self._lock:
            left, at = self._left.pop(name, (self._burst, now))
            left = min(self._burst, left + (now - at) * self._per_second)
            wait = 0.0 if left >= 1 else (1 - left) / self._per_second
            self._left[name] = (left if wait else left - 1, now)
            while len(self._left) > MOST_VISITORS:
                self._left.popitem(last=False)
        return wait
