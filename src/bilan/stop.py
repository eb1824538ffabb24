"""Is the program asked to stop? First to begin nothing more, then to give up what runs."""

import threading

from bilan.errors import StoppedError


class Stop:
    """What every part of a process that lives on looks at between two pieces of work."""

    def __init__(self) -> None:
        self.asked, self.at_once = threading.Event(), threading.Event()

    def ask(self) -> None:
        """Ask once to begin nothing more, and once again to give up at once."""
        if self.asked.is_set():
            self.at_once.set()
        self.asked.set()

    def before(self, where: str, *, begun: bool = False) -> None:
        """StoppedError where a piece of work may not begin, or one that has `begun` may not go on."""
        if (self.at_once if begun else self.asked).is_set():
            raise StoppedError(where, "was given back: the program was asked to stop")
