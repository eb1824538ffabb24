"""Can the wall clock be believed? A clock that went back plans nothing new; one that jumped ahead stops everything."""

from dataclasses import dataclass
from datetime import timedelta

from bilan.errors import Problem, Severity
from bilan.ledger.records import Tick

AHEAD = timedelta(hours=24)
BEHIND = timedelta(minutes=5)
_HINT = "set the clock; if it is right, say so with `bilan run-due --trust-clock`"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be done at this time: write down what fell due, serve what is due; and what the operator must know."""

    plans: bool = True
    serves: bool = True
    problem: Problem | None = None


def judge(last: Tick | None, now: Tick) -> Verdict:
    """Compare the wall clock with the last pass: below it nothing new is planned, far ahead of the uptime gone by nothing is done.

    Uptimes are compared within one start of a machine only: after a restart nothing tells how long it was off.
    """
    if last is None:
        return Verdict()
    if now.wall < last.wall:
        behind = last.wall - now.wall
        said = f"is {_spoken(behind)} behind the last pass at {last.wall:%Y-%m-%d %H:%MZ}; nothing new falls due until then"
        return Verdict(plans=False, problem=Problem("clock", said, _HINT, Severity.WARNING, "clock") if behind > BEHIND else None)
    if last.uptime is None or now.uptime is None or last.boot != now.boot or not now.boot:
        return Verdict()
    gone_by = timedelta(seconds=now.uptime - last.uptime)
    ahead = now.wall - last.wall - gone_by
    if ahead <= AHEAD:
        return Verdict()
    said = f"jumped {_spoken(ahead)} ahead since the last pass at {last.wall:%Y-%m-%d %H:%MZ}; nothing is planned or issued"
    return Verdict(plans=False, serves=False, problem=Problem("clock", said, _HINT, Severity.HOLD, "clock"))


def _spoken(length: timedelta) -> str:
    minutes = int(length.total_seconds()) // 60
    days, hours = minutes // 1440, minutes // 60 % 24
    parts = [
        f"{count} {word}{'s' if count > 1 else ''}" for count, word in ((days, "day"), (hours, "hour"), (minutes % 60, "minute")) if count
    ]
    return " ".join(parts[:2]) or "less than a minute"
