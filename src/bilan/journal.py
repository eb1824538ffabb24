"""What is told of each stage? One line: its word, how many, how long it took, and for which edition, run and occurrence."""

import logging
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from types import MappingProxyType

_ABOUT: ContextVar[Mapping[str, object]] = ContextVar("about", default=MappingProxyType({}))


@dataclass(slots=True)
class Stage:
    """A stage on its way: how many it made, set before it ends."""

    count: int = 0


@contextmanager
def about(**facts: object) -> Iterator[None]:
    """Whatever is logged within concerns this edition, run, occurrence, partnership."""
    token = _ABOUT.set({**_ABOUT.get(), **facts})
    try:
        yield
    finally:
        _ABOUT.reset(token)


def concerns() -> Mapping[str, object]:
    """What is logged now concerns this."""
    return _ABOUT.get()


@contextmanager
def stage(log: logging.Logger, word: str) -> Iterator[Stage]:
    """Log one line when a stage is done; one that raises tells nothing, whoever catches it does."""
    one, started = Stage(), time.perf_counter()
    yield one
    milliseconds = round((time.perf_counter() - started) * 1000)
    log.info("%s: %d in %d ms", word, one.count, milliseconds, extra={"stage": word, "count": one.count, "ms": milliseconds})
