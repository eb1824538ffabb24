"""What fell due since the last pass? Written into the ledger once, if the clock can be believed."""

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bilan.archive.archive import Archive
from bilan.dispatch.receivers import Receivers
from bilan.errors import BilanError, Problem
from bilan.ledger.book import Ledger
from bilan.ledger.records import Before, Due, Missed, Tick
from bilan.period import Period
from bilan.pipeline.request import local_day
from bilan.project import Project
from bilan.schedule.clock import Clock
from bilan.schedule.guard import Verdict, judge
from bilan.schedule.rules import Occurrence, Schedule
from bilan.schedule.settings import schedules
from bilan.schedule.waiting import Reached, Waited, opens, waited
from bilan.schedule.watch import Watch

_LOOK_BACK = timedelta(days=70)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Planned:
    """What a pass wrote down: how many editions fell due, and which are held from the start; where it `stops` nothing may be served."""

    new: int = 0
    held: tuple[tuple[Due, str], ...] = ()
    stops: bool = False


class Planner:
    """Plans one pass after the other for a project; remembers the time, the data and the problems of the last one.

    `clock` None takes the time given as it is (a person gave it), and only checks that it is not before the last pass.
    `patient` is for one that looks again soon: it takes in a table once it rests. `trusted`: a person says the clock is right.
    """

    def __init__(self, project: Project, clock: Clock | None = None, *, patient: bool = False, trusted: bool = False) -> None:
        self.project, self.clock, self.trusted = project, clock, trusted
        self._watch = Watch(project, patient=patient)
        self._last: Tick | None = None
        self.problems: tuple[Problem, ...] = ()

    @property
    def fresh(self) -> bool:
        """Has it never planned?"""
        return self._last is None

    def plan(self, ledger: Ledger, now: datetime) -> Planned:
        """Write down what fell due since the last pass, and skip or hold what has to be; nothing where the clock is off."""
        tick = Tick(now, self.clock.uptime(), self.clock.boot()) if self.clock else Tick(now)
        if self.trusted:
            ledger.trust(tick)
            self._last, self.trusted = None, False
        before = ledger.before(now)
        verdict = self._verdict(before.tick, tick)
        problems = [verdict.problem] if verdict.problem else []
        planned = self._write(ledger, before, tick, problems) if verdict.plans else Planned(stops=not verdict.serves)
        for one in set(problems) - set(self.problems):  # each is told once, until it is over
            _log.error("%s", one)
        self.problems = tuple(problems)
        return planned

    def _verdict(self, common: Tick | None, tick: Tick) -> Verdict:
        """By the last pass of anybody, and by our own: only ours has an uptime to compare with where several machines share a ledger.

        One that somebody else made on this machine since counts as ours: there a person may have said that the clock is right.
        """
        if self._last and common and _since(self._last, common):
            self._last = common
        last = judge(common, tick)
        return last if last.problem or not last.plans else judge(self._last, tick)

    def _write(self, ledger: Ledger, before: Before, tick: Tick, problems: list[Problem]) -> Planned:
        now, known = tick.wall, schedules(self.project)
        found = [each for one in known.values() for each in self._fresh(ledger, one, before, now, problems)]
        held = {due: reason for due, reason in found if reason}
        if found or before.abandoned:
            ledger.adopt(Archive.of(self.project).records(), now)  # a worker may have been lost between the archive and the ledger
        policies = {name: Missed(one.config.after_downtime, one.grace) for name, one in known.items()}
        new = ledger.catch_up(
            [due for due, _ in found], now, policies, held, tick, Receivers(self.project, local_day(self.project, now)).of
        )
        if before.abandoned:
            ledger.give_up(now)
        self._last = tick
        return Planned(len(new), tuple((due, held[due]) for due in new if due in held))

    def _fresh(self, ledger: Ledger, one: Schedule, before: Before, now: datetime, problems: list[Problem]) -> Iterator[tuple[Due, str]]:
        """What of a schedule may be new, with the reason for a hold where there is one."""
        until, since = before.until.get(one.name), min(before.tick.wall, now) if before.tick else now
        if one.on_data:
            yield from self._waited(ledger, one, (min(until or since, now), now), problems)
        else:
            found = one.between(until, now) if until else first(one, since, now)
            yield from ((due, "") for occurrence in found for due in dues(one, occurrence))

    def _waited(self, ledger: Ledger, one: Schedule, span: tuple[datetime, datetime], problems: list[Problem]) -> Iterator[tuple[Due, str]]:
        now = span[1]
        month, last = (Period.month_of(moment.astimezone(one.zone).date()) for moment in span)
        begin = opens(one, month)
        for slug in one.partnerships:
            try:
                problems += self._watch.look(slug, now)
                arrivals = self._watch.arrivals(slug, begin, one.zone)
            except BilanError as error:
                problems.append(Problem(f"schedule.{one.name}", f"cannot see what data of {slug} arrived: {error}", error.hint))
                continue
            for ahead in range(last.distance(month) + 1):
                there = month.shift(ahead)
                reached = _reached(ledger.requests(one.name, slug, there.shift(-1)))
                for found in waited(one, (slug, there), arrivals, reached, now):
                    yield from ((due, _hold(one, found)) for due in dues(one, found.occurrence, request(found)))


def _since(last: Tick, other: Tick) -> bool:
    """Whether another pass is a later one of the same start of the same machine."""
    same = bool(last.boot) and last.boot == other.boot
    return same and last.uptime is not None and other.uptime is not None and other.uptime > last.uptime


def first(one: Schedule, since: datetime, now: datetime) -> list[Occurrence]:
    """What a schedule asked for before it was ever planned: the last time it fell due, and all since the last pass."""
    found = one.between(now - _LOOK_BACK, now)
    latest = {occurrence.partnership: occurrence.due_at for occurrence in found}
    return [each for each in found if each.due_at > since or each.due_at == latest[each.partnership]]


def dues(one: Schedule, occurrence: Occurrence, asked: str | None = None) -> Iterator[Due]:
    """The editions an occurrence asks for, as of its day where the schedule has it so."""
    as_of = occurrence.due_at.astimezone(one.zone).date() if one.as_of == "due" else None
    return (replace(due, request=asked) for due in one.dues(occurrence, as_of))


def request(found: Waited) -> str:
    """What the ledger keeps with an occurrence that waited for data."""
    return json.dumps({"awaited": list(found.awaited), "until": found.until.isoformat()}, sort_keys=True)


def awaited(asked: str | None) -> tuple[str, ...]:
    """The series an occurrence goes out without, from what the ledger keeps with it."""
    return tuple(json.loads(asked).get("awaited", ())) if asked else ()


def _reached(asked: dict[int, str | None]) -> Reached:
    moments = [json.loads(text)["until"] for text in asked.values() if text]
    return Reached(max(asked, default=0), max((datetime.fromisoformat(one) for one in moments), default=None))


def _hold(one: Schedule, found: Waited) -> str:
    if not found.held:
        return ""
    when = f"{found.occurrence.ruled_at.astimezone(one.zone):%Y-%m-%d %H:%M} {one.zone.key}"
    return f"held at its deadline, {when}: awaited data had not come ({', '.join(found.awaited)}); due again once they have"
