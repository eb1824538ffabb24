"""What would every past edition have said? Each month issued in order, with what was published by its end."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime

from bilan.errors import UsageError
from bilan.period import Frequency, Period
from bilan.pipeline.build import Session, build
from bilan.pipeline.outcome import Outcome
from bilan.pipeline.request import Request, local_day
from bilan.pipeline.workplace import Workplace, workplace
from bilan.project import Project

Step = Callable[[Period, list[Outcome]], None]


def months(first: Period, last: Period) -> list[Period]:
    """Every month from one to another; raises UsageError where they are no months or the first comes after the last."""
    if {first.frequency, last.frequency} != {Frequency.MONTHLY}:
        raise UsageError("replay", "goes from month to month", "write them as 2024-01")
    if first > last:
        raise UsageError(f"--from {first}", f"lies after --to {last}", "give the earlier month first")
    return [first.shift(step) for step in range(last.distance(first) + 1)]


def over(project: Project, span: list[Period], now: datetime) -> None:
    """Raises UsageError for a month that is not over."""
    today = local_day(project, now)
    future = [one for one in span if one.end > today]
    if future:
        raise UsageError(f"--to {span[-1]}", f"{future[0]} is not over yet", f"the last month is {Period.month_of(today).shift(-1)}")


def replay(session: Session, request: Request, span: list[Period], step: Step) -> Iterator[Outcome]:
    """Issue the editions of each month, in order, so that what changed is true against the month before.

    What is out already and unchanged is found, so an interrupted replay goes on where it stopped. Under a key each month
    is an order of its own. The workplace is opened once, and only if something is to be made. Raises UsageError for a month
    that is not over.
    """
    over(session.project, span, session.now)
    with ExitStack() as stack:
        opened: list[Workplace] = []

        def place() -> Workplace:
            if not opened:
                opened.append(stack.enter_context(workplace(session)))
            return opened[0]

        for period in span:
            mine = replace(session, key=month_key(session.key, period)) if session.key else session
            outcomes = build(mine, replace(request, period=period, as_of=None), place)
            step(period, outcomes)
            yield from outcomes


def month_key(key: str, period: Period) -> str:
    """Under which key a replay orders the editions of a month."""
    return f"{key}.{period}"
