from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tests.pipeline import small

from bilan.errors import AwaitingError
from bilan.ledger.acts import Act
from bilan.ledger.book import Ledger
from bilan.ledger.leases import LEASE
from bilan.ledger.orders import Wanted as Order
from bilan.ledger.records import Claim, Receiver, State, Tick
from bilan.pipeline.publish import Desk, complete, publish
from bilan.project import Project
from bilan.schedule.planning import Planner
from bilan.schedule.story import Wanted, why

MONTHLY = '\n[schedule.monthly]\nrule = "first-working-day"\nholidays = ["KG", "KZ"]\n'
DUE = datetime(2026, 11, 2, 1, tzinfo=UTC)
DAY = date(2026, 11, 2)
MINUTE = timedelta(minutes=1)
FELL = "kz-kg/2026-10/minister.en fell due at 07:00 (schedule monthly)"
PEOPLE = [Receiver("smtp", f"{name}@example.org") for name in ("anna", "boris")]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small.project(tmp_path, MONTHLY)


@pytest.fixture
def ledger(project: Project) -> Iterator[Ledger]:
    with Ledger.open(project.config.ledger, project.root) as opened:
        yield opened


@pytest.fixture
def told(project: Project, ledger: Ledger) -> Callable[..., list[str]]:
    def ask(day: date = DAY, now: datetime = DUE + timedelta(days=1), **only: list[str]) -> list[str]:
        return [one.said for one in why(project, ledger, Wanted(day, **only), now)]

    return ask


@pytest.fixture
def claim(project: Project, ledger: Ledger) -> Claim:
    """What fell due in the morning, taken up a minute later."""
    Planner(project).plan(ledger, DUE)
    claim = ledger.claim(DUE + MINUTE, "one", LEASE)
    assert claim is not None
    return claim


def desk(project: Project, ledger: Ledger, *people: Receiver, now: datetime = DUE + 2 * MINUTE) -> Desk:
    return Desk(project, ledger, small.desk(project, ledger).archive, now, lambda _: people)


Told = Callable[..., list[str]]


def test_what_was_issued_and_sent(project: Project, ledger: Ledger, claim: Claim, told: Told) -> None:
    publish(desk(project, ledger, *PEOPLE), small.content(), claim)

    assert told() == [
        f"{FELL} and was issued at 07:02 as number 1, issue 1: kz-kg/2026-10/minister.en.pdf. It was sent to 0 of 2, 2 pending."
    ]


def test_what_was_issued_to_nobody_and_taken_back(project: Project, ledger: Ledger, claim: Claim, told: Told) -> None:
    publish(desk(project, ledger), small.content(), claim)
    ledger.withdraw(1, "a wrong table", "anna", DUE + timedelta(days=1))

    issued = f"{FELL} and was issued at 07:02 as number 1, issue 1: kz-kg/2026-10/minister.en.pdf."
    assert told() == [f"{issued} It was withdrawn at 2026-11-03 07:00 by anna: a wrong table. Nobody was to receive it."]


@pytest.mark.parametrize(
    ("state", "end"),
    [
        (State.HELD, "and was held at 07:02 by one: a gap in trade."),
        (State.FAILED, "and failed at 07:02 by one: a gap in trade."),
        (State.SKIPPED, "and was skipped at 07:02 by one: a gap in trade."),
    ],
)
def test_what_was_not_issued_says_why(ledger: Ledger, claim: Claim, told: Told, state: State, end: str) -> None:
    ledger.finish(claim, state, DUE + 2 * MINUTE, "a gap in trade")

    assert told() == [f"{FELL} {end}"]


def test_what_was_called_off_says_by_whom(ledger: Ledger, claim: Claim, told: Told) -> None:
    ledger.act(Act.CANCEL, claim.occurrence, ("anna", "not this month"), DUE + 2 * MINUTE)
    assert told() == [f"{FELL} and is being made by one, attempt 1; anna called it off."]

    ledger.finish(claim, State.CANCELLED, DUE + 3 * MINUTE, "not this month")
    assert told() == [f"{FELL} and was cancelled at 07:03 by one: not this month."]


def test_what_runs_waits_or_was_given_back(ledger: Ledger, claim: Claim, told: Told) -> None:
    assert told() == [f"{FELL} and is being made by one, attempt 1."]

    ledger.put_off(claim, DUE + 2 * MINUTE, "the disk is full", 0.0)
    assert told() == [f"{FELL} and waits for a worker: attempt 1 failed: the disk is full; it is tried again at 07:02."]
    again = ledger.claim(DUE + 3 * MINUTE, "two", LEASE)
    assert again is not None
    ledger.finish(again, State.HELD, DUE + 4 * MINUTE, "a gap in trade")
    given_back = "It was given back once, last at 07:02: attempt 1 failed: the disk is full."
    assert told() == [f"{FELL} and was held at 07:04 by two: a gap in trade. {given_back}"]


def test_a_lost_worker_explains_a_late_edition(project: Project, ledger: Ledger, claim: Claim, told: Told) -> None:
    again = ledger.claim(DUE + 2 * LEASE, "two", LEASE)
    assert again is not None
    publish(desk(project, ledger, now=DUE + 2 * LEASE), small.content(), again)

    (said,) = told()
    assert said.startswith(f"{FELL} and was issued at 08:00 ")
    assert said.endswith("Nobody was to receive it. One of its runs lost its worker.")
    assert claim.fence < again.fence


def test_what_waits_for_approval_says_how_many_gave_it(tmp_path: Path) -> None:
    project = small.project(tmp_path / "guarded", f"[approval]\nminister = 2\n{MONTHLY}")
    with Ledger.open(project.config.ledger, project.root) as ledger:
        Planner(project).plan(ledger, DUE)
        claim = ledger.claim(DUE, "one", LEASE)
        assert claim is not None
        with pytest.raises(AwaitingError):
            publish(desk(project, ledger), small.content(), claim)
        ledger.approvals.approve(1, str(ledger.occurrences()[0].sha256), "anna", DUE)

        (answer,) = why(project, ledger, Wanted(DAY), DUE)

    assert answer.said == f"{FELL} and was built at 07:02; it awaits approval: 1 of 2 (anna)."


def test_an_edition_out_already_needed_no_making(project: Project, ledger: Ledger, told: Told) -> None:
    Planner(project).plan(ledger, DUE)
    _, (order,) = ledger.orders.begin(Order([(small.MINISTER, small.DAY)], "{}", "anna"), DUE + MINUTE, "two", LEASE)
    publish(desk(project, ledger), small.content(), order)
    ledger.settle(DUE + timedelta(hours=1))

    scheduled, ordered = told()
    assert scheduled == f"{FELL} and needed no making: kz-kg/2026-10/minister.en.pdf was out already. Nobody was to receive it."
    assert ordered.startswith("kz-kg/2026-10/minister.en was ordered at 07:01 by anna and was issued at 07:02 ")


def test_what_was_issued_later_that_day_says_when(project: Project, ledger: Ledger, claim: Claim, told: Told) -> None:
    publish(desk(project, ledger, now=DUE + timedelta(minutes=20)), small.content(), claim)

    assert "was issued at 07:20 as number 1" in told()[0]


def test_what_fell_due_days_before_is_told_on_the_day_it_was_issued(project: Project, ledger: Ledger, told: Told) -> None:
    Planner(project).plan(ledger, DUE)
    claim = ledger.claim(DUE + timedelta(days=2), "one", LEASE)
    assert claim is not None
    publish(desk(project, ledger, now=DUE + timedelta(days=2)), small.content(), claim)

    late = "kz-kg/2026-10/minister.en fell due at 2026-11-02 07:00 (schedule monthly) and was issued at 07:00 as number 1, issue 1: "
    assert told(date(2026, 11, 4)) == [f"{late}kz-kg/2026-10/minister.en.pdf. Nobody was to receive it."]


def test_an_edition_the_archive_alone_knew_is_told_on_the_day_it_was_adopted(project: Project, ledger: Ledger, claim: Claim) -> None:
    publish(desk(project, ledger), small.content(), claim)
    with Ledger.open("sqlite:///.bilan/other.sqlite3", project.root) as other:
        complete(desk(project, other))
        said = [one.said for one in why(project, other, Wanted(DAY, audiences=["minister"]), DUE - MINUTE)]

    assert said[0] == "kz-kg/2026-10/minister.en was found in the archive and taken into the ledger."


def test_a_day_without_anything_due_says_when_it_falls_due(told: Told) -> None:
    around = "Schedule monthly (rule 'first-working-day') fell due last at 2026-10-01 07:00 and falls due next at 2026-11-02 07:00."
    assert told(date(2026, 11, 1)) == [f"Nothing was due on Sunday 2026-11-01. {around}"]


def test_a_project_without_schedules_says_so(tmp_path: Path) -> None:
    project = small.project(tmp_path / "bare")
    with Ledger.open(project.config.ledger, project.root) as ledger:
        (answer,) = why(project, ledger, Wanted(DAY), DUE)

    assert answer.said == "Nothing was due on Monday 2026-11-02. No schedule in bilan.toml ever falls due."


def test_a_day_to_come_says_what_will_be_asked_for(told: Told) -> None:
    assert told(date(2026, 12, 1)) == ["Schedule monthly will ask at 07:00 for kz-kg/2026-11/minister.en."]


def test_what_nobody_looked_at_says_since_when(ledger: Ledger, told: Told) -> None:
    asked = "Schedule monthly names 07:00 for kz-kg/2026-10/minister.en, but "
    assert told() == [f"{asked}nobody has kept the clock yet: `bilan serve` does."]

    ledger.trust(Tick(DUE - timedelta(days=3)))
    assert told() == [f"{asked}nobody has kept the clock since 2026-10-30 07:00: `bilan serve` does."]

    ledger.trust(Tick(DUE + timedelta(days=3)))
    assert told() == [f"{asked}the ledger holds nothing of it: the schedule was not in bilan.toml then, or said something else."]


def test_only_what_is_asked_about_is_told(ledger: Ledger, claim: Claim, told: Told) -> None:
    ledger.finish(claim, State.HELD, DUE, "a gap in trade")

    assert told(audiences=["minister"], languages=["en"], partnerships=["kz-kg"])[0].startswith(FELL)
    assert told(audiences=["analyst"])[0].startswith("Nothing was due")
