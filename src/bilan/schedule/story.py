"""Why was something issued on a day, or not? Answers from the ledger, in sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bilan.document import Identity
from bilan.ledger.book import Ledger
from bilan.ledger.queue import ALREADY
from bilan.ledger.records import EditionRow, EventRow, OccurrenceRow, Origin, State
from bilan.project import Project
from bilan.schedule.preview import coming, described
from bilan.schedule.rules import Schedule
from bilan.schedule.settings import schedules
from bilan.schedule.standing import deliveries, local, spoken

_BACK = timedelta(days=400)
_ENDS = {State.HELD: "was held", State.FAILED: "failed", State.SKIPPED: "was skipped", State.CANCELLED: "was cancelled"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which day, and of which editions; empty means any."""

    day: date
    partnerships: Sequence[str] = ()
    audiences: Sequence[str] = ()
    languages: Sequence[str] = ()

    def fits(self, identity: Identity) -> bool:
        """Is an edition asked about?"""
        asked = ((self.partnerships, identity.partnership), (self.audiences, identity.audience), (self.languages, identity.language))
        return all(not names or name in names for names, name in asked)


@dataclass(frozen=True, slots=True)
class Answer:
    """One sentence or a few, what they are about, and how it ended: the state of an occurrence, `due later` or `nothing due`."""

    about: str
    state: str
    said: str


def why(project: Project, ledger: Ledger, wanted: Wanted, now: datetime) -> list[Answer]:
    """What fell due on a day and what became of it; what else was issued on it; and if there is nothing, why not."""
    return list(_Story(project, ledger, wanted, now).told())


class _Story:
    def __init__(self, project: Project, ledger: Ledger, wanted: Wanted, now: datetime) -> None:
        self.project, self.ledger, self.wanted, self.now = project, ledger, wanted, now
        self.zone = local(project)
        self.since, self.until = (datetime.combine(wanted.day + timedelta(days=days), time(), self.zone) for days in (0, 1))
        self.runs = ledger.runs()
        self.editions = ledger.editions()
        self.sent = deliveries(ledger)

    def told(self) -> Iterator[Answer]:
        rows = [row for row in self._rows() if self.wanted.fits(row.due.identity)]
        yield from (Answer(str(row.due.identity), row.state.value, self._of(row)) for row in rows)
        served = {edition.id for row in rows for edition in [self._edition(row)] if edition}
        strays = [one for one in self.editions if one.id not in served and self._here(one.issued_at) and self.wanted.fits(one.identity)]
        for one in strays:
            yield Answer(str(one.identity), State.ISSUED.value, f"{one.identity} was found in the archive and taken into the ledger.")
        written = {(row.due.schedule, row.due.due_at) for row in self.ledger.fell_due(self.since, self.until)}
        missing = list(self._not_written(written))
        yield from missing
        if not rows and not strays and not missing:
            yield Answer("", "nothing due", f"Nothing was due on {self.wanted.day:%A} {self.wanted.day.isoformat()}." + self._around())

    def _rows(self) -> list[OccurrenceRow]:
        """What fell due on the day, then what fell due before and was issued on it."""
        due = self.ledger.fell_due(self.since, self.until)
        runs = {one.run for one in self.editions if self._here(one.issued_at)}
        late = {run.occurrence for run in self.runs if run.id in runs} - {row.id for row in due}
        return due + [row for number in sorted(filter(None, late)) if (row := self.ledger.occurrence(number))]

    def _of(self, row: OccurrenceRow) -> str:
        events = self.ledger.events(str(row.due))
        return " ".join(filter(None, (f"{self._begun(row, events)} {self._end(row, events)}", self._tries(row, events))))

    def _begun(self, row: OccurrenceRow, events: Sequence[EventRow]) -> str:
        if row.origin is Origin.ON_DEMAND:
            return f"{row.due.identity} was ordered at {self._at(row.due.due_at)} by {events[0].actor if events else 'somebody'}"
        return f"{row.due.identity} fell due at {self._at(row.due.due_at)} (schedule {row.due.schedule})"

    def _end(self, row: OccurrenceRow, events: Sequence[EventRow]) -> str:
        last = next((one for one in reversed(events) if one.to_state == row.state != one.from_state), None)
        at, by = (self._at(last.at), last.actor) if last else ("a time not recorded", "somebody")
        if row.state is State.ISSUED:
            return self._issued(row, at)
        if row.state in _ENDS:
            return f"and {_ENDS[row.state]} at {at} by {by}{_because(row.reason)}."
        if row.state is State.AWAITING:
            given = [one.person for one in self.ledger.approvals.given(row.id) if one.sha256 == row.sha256]
            persons = f" ({', '.join(given)})" if given else ""
            return f"and was built at {at}; it awaits approval: {len(given)} of {row.approvals}{persons}."
        if row.state in (State.RUNNING, State.CANCELLING):
            called_off = f"; {by} called it off" if row.state is State.CANCELLING else ""
            return f"and is being made by {row.owner}, attempt {row.attempt}{called_off}."
        again = f"; it is tried again at {self._at(row.next_try_at)}" if row.next_try_at else ""
        return f"and waits for a worker{_because(row.reason)}{again}."

    def _issued(self, row: OccurrenceRow, at: str) -> str:
        edition = self._edition(row)
        if edition is None:
            return f"and was issued at {at}: {row.reason}."
        said = [f"and was issued at {at} as number {edition.number}, issue {edition.issue}: {edition.path}."]
        if row.reason.startswith(ALREADY):
            said = [f"and needed no making: {edition.path} was out already."]
        if edition.state is not State.ISSUED:
            later = self._last(f"{edition.identity} issue {edition.issue}", edition.state)
            said.append(f"It was {edition.state} at {self._at(later.at)} by {later.actor}{_because(later.detail)}." if later else "")
        words = spoken(self.sent[edition.id]) if edition.id in self.sent else ""
        return " ".join([*said, f"It was {words}." if words else "Nobody was to receive it."])

    def _tries(self, row: OccurrenceRow, events: Sequence[EventRow]) -> str:
        """Runs whose worker was lost, and times it was given back: why it was late."""
        lost = sum(one.state is State.LOST for one in self.runs if one.occurrence == row.id)
        back = [one for one in events if (one.from_state, one.to_state) == (State.RUNNING, State.DUE) and one.detail != row.reason]
        told = [f"{lost} of its runs lost their worker." if lost > 1 else "One of its runs lost its worker." if lost else ""]
        if back:
            times = "once" if len(back) == 1 else f"{len(back)} times"
            told.append(
                f"It was given back {times}, last at {self._at(back[-1].at)}{_because(back[-1].detail.removeprefix('given back: '))}."
            )
        return " ".join(filter(None, told))

    def _not_written(self, written: set[tuple[str, datetime]]) -> Iterator[Answer]:
        """What schedules name for the day and the ledger has not got: still to come, or never looked at."""
        for one in self._schedules():
            for occurrence in one.between(self.since - timedelta(microseconds=1), self.until - timedelta(microseconds=1)):
                due = [each.identity for each in one.dues(occurrence) if self.wanted.fits(each.identity)]
                if (one.name, occurrence.due_at) in written or not due:
                    continue
                names, at = ", ".join(map(str, due)), self._at(occurrence.due_at)
                if occurrence.due_at > self.now:
                    yield Answer(one.name, "due later", f"Schedule {one.name} will ask at {at} for {names}.")
                else:
                    why_not = self._unseen(occurrence.due_at)
                    yield Answer(one.name, "not planned", f"Schedule {one.name} names {at} for {names}, but {why_not}.")

    def _unseen(self, due_at: datetime) -> str:
        tick = self.ledger.before(self.now).tick
        if tick is None:
            return "nobody has kept the clock yet: `bilan serve` does"
        if tick.wall < due_at:
            return f"nobody has kept the clock since {self._at(tick.wall)}: `bilan serve` does"
        return "the ledger holds nothing of it: the schedule was not in bilan.toml then, or said something else"

    def _around(self) -> str:
        """When the schedules fell due last before the day, and fall due next after it."""
        said = []
        for one in self._schedules():
            before = one.between(self.since - _BACK, self.since - timedelta(microseconds=1))
            after = coming([one], self.until, 1)
            last = f" fell due last at {self._at(before[-1].due_at)}" if before else ""
            then = f"{' and' if last else ''} falls due next at {self._at(after[0].due_at)}" if after else ""
            said.append(f" Schedule {one.name} ({described(one)}){last}{then}." if last or then else "")
        return "".join(said) or " No schedule in bilan.toml ever falls due."

    def _schedules(self) -> list[Schedule]:
        return list(schedules(self.project).values())

    def _edition(self, row: OccurrenceRow) -> EditionRow | None:
        """The edition that serves an occurrence: made by one of its runs, else the one its reason names."""
        mine = {run.id for run in self.runs if run.occurrence == row.id}
        made = [one for one in self.editions if one.run in mine]
        named = [one for one in self.editions if row.state is State.ISSUED and row.reason.endswith(one.path)]
        return next(iter((*made, *named)), None)

    def _last(self, subject: str, state: State) -> EventRow | None:
        return next((one for one in reversed(self.ledger.events(subject)) if one.to_state == state), None)

    def _here(self, moment: datetime) -> bool:
        return self.since <= moment < self.until

    def _at(self, moment: datetime) -> str:
        """The time of day, with the date where it is another."""
        there = moment.astimezone(self.zone)
        return f"{there:%H:%M}" if there.date() == self.wanted.day else f"{there:%Y-%m-%d %H:%M}"


def _because(reason: str) -> str:
    short = " ".join(reason.split()).rstrip(".")
    return f": {short}" if short else ""
