import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.pipeline import small

from bilan.archive.archive import Archive
from bilan.document import Edition, Identity
from bilan.errors import AwaitingError, BilanError, BusyError, DiskError, HeldError, Problem, RenderError
from bilan.ledger.book import Ledger
from bilan.ledger.records import State
from bilan.pipeline.publish import publish
from bilan.project import Project
from bilan.schedule.clock import Clock
from bilan.schedule.due import Group, Outcome, run_due
from bilan.schedule.planning import Planner
from bilan.stop import Stop

NOW = datetime(2026, 11, 2, 1, 5, tzinfo=UTC)
DAY = timedelta(days=1)
SETTINGS = """\
partnerships = ["kz-kg"]
audiences = ["minister", "analyst"]
languages = ["fr", "en"]

[schedule.monthly]
holidays = ["KG", "KZ"]
"""
ALL = ["analyst.en", "analyst.fr", "minister.en", "minister.fr"]


def opened(project: Project) -> Ledger:
    return Ledger.open(project.config.ledger, project.root)


def publishes(project: Project, name: str) -> Callable[[Ledger, Group, datetime], list[Outcome]]:
    """Issues through a real archive; `name` is in every byte of it, so that another worker's edition differs."""

    def issue(ledger: Ledger, group: Group, now: datetime) -> list[Outcome]:
        for claim in group:
            day, key = now.date(), f"{now.date()} {name}"
            facts = {"number": 1, "key": key, "as_of": str(day), "issued_on": str(day), "pages": 8}
            published = Archive(project.reports).publish(claim.due.identity, 1, f"{claim.due} {name}".encode(), {"edition": facts})
            edition = Edition(claim.due.identity, 1, 1, day, day, key, published.name, published.sha256, pages=8, findings=0)
            ledger.record_edition(edition, published.manifest_sha256, None, now, claim)
        return [Outcome(State.ISSUED)] * len(group)

    return issue


class Office:
    """Issues what it is asked for, and remembers."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.groups: list[list[str]] = []

    def issue(self, ledger: Ledger, group: Group, now: datetime) -> list[Outcome]:
        self.groups.append([f"{claim.due.period} {claim.due.audience}.{claim.due.language}" for claim in group])
        for claim in group:
            number = ledger.number_for(claim.due.partnership, claim.due.period)
            day, path = now.date(), f"{claim.due.identity}.pdf"
            edition = Edition(claim.due.identity, number, 1, day, day, "k1", path, "a" * 64, pages=8, findings=0)
            ledger.record_edition(edition, "b" * 64, None, now, claim)
        return [Outcome(State.ISSUED)] * len(group)


def fails_with(error: BaseException) -> Callable[[Ledger, Group, datetime], list[Outcome]]:
    def issue(ledger: Ledger, group: Group, now: datetime) -> list[Outcome]:
        del ledger, group, now
        raise error

    return issue


def test_the_first_pass_serves_the_latest_month_as_one_group(project: Project) -> None:
    office = Office(project)

    served = run_due(project, NOW, office.issue, "one")

    assert office.groups == [[f"2026-10 {name}" for name in ALL]]
    assert [(str(one.due.identity), one.state) for one in served] == [(f"kz-kg/2026-10/{name}", State.ISSUED) for name in ALL]


def test_a_second_pass_finds_nothing_to_do(project: Project) -> None:
    office = Office(project)
    run_due(project, NOW, office.issue, "one")

    assert run_due(project, NOW + DAY, office.issue, "two") == []
    assert len(office.groups) == 1


def test_nothing_happens_before_it_is_due(project: Project) -> None:
    office = Office(project)
    run_due(project, NOW - 2 * DAY, office.issue, "one")

    assert run_due(project, NOW - timedelta(minutes=6), office.issue, "one") == []
    assert [group[0][:7] for group in office.groups] == ["2026-09"]


def test_of_what_fell_due_while_nobody_looked_the_latest_is_issued_and_the_rest_skipped(project: Project) -> None:
    office = Office(project)
    run_due(project, NOW, office.issue, "one")

    served = run_due(project, datetime(2027, 2, 15, tzinfo=UTC), office.issue, "one")

    assert [group[0][:7] for group in office.groups] == ["2026-10", "2027-01"]
    assert len(served) == 4
    with opened(project) as ledger:
        assert sorted({row.number for row in ledger.editions()}) == [1, 2]
        missed = [row for row in ledger.occurrences() if row.state is State.SKIPPED]
    assert sorted({str(row.due.period) for row in missed}) == ["2026-11", "2026-12"]
    assert {row.reason for row in missed} == {"missed: a later occurrence of this schedule is due by now"}


def test_what_was_planned_and_never_issued_is_missed_too(project: Project) -> None:
    with pytest.raises(BusyError):
        run_due(project, NOW, fails_with(BusyError("ledger", "is locked")), "one")

    run_due(project, NOW + 31 * DAY, Office(project).issue, "two")

    with opened(project) as ledger:
        assert [(str(row.due.period), row.state) for row in ledger.occurrences()] == [("2026-10", State.SKIPPED)] * 4 + [
            ("2026-11", State.ISSUED)
        ] * 4


def test_a_clock_that_steps_back_creates_nothing_new(project: Project) -> None:
    office = Office(project)
    run_due(project, NOW, office.issue, "one")

    assert run_due(project, NOW - 400 * DAY, office.issue, "one") == []


@pytest.mark.parametrize(
    ("error", "state", "reason"),
    [
        (RenderError("page 3", "a table is wider than the page"), State.FAILED, "page 3: a table is wider than the page"),
        (HeldError("kz-kg", (Problem("trade", "is too old"),)), State.HELD, "kz-kg: held, not issued:\n  trade: is too old"),
    ],
    ids=["failed", "held"],
)
def test_an_edition_that_cannot_leave_ends_with_its_reason(project: Project, error: BilanError, state: State, reason: str) -> None:
    served = run_due(project, NOW, fails_with(error), "one")

    assert [(one.state, one.reason) for one in served] == [(state, reason)] * 4
    with opened(project) as ledger:
        assert {(row.state, row.reason) for row in ledger.occurrences()} == {(state, reason)}
        assert [event.to_state for event in ledger.events("monthly: kz-kg/2026-10/analyst.fr")] == ["due", "running", state]
    assert run_due(project, NOW + DAY, Office(project).issue, "one") == []


def test_outcomes_go_to_the_claims_they_belong_to(project: Project) -> None:
    def issue(ledger: Ledger, group: Group, now: datetime) -> list[Outcome]:
        del ledger, now
        return [Outcome(State.HELD, claim.due.language) for claim in group]

    served = run_due(project, NOW, issue, "one")

    assert [(one.due.language, one.reason) for one in served] == [("en", "en"), ("fr", "fr")] * 2


@pytest.mark.parametrize("error", [BusyError("archive", "another process is publishing"), KeyboardInterrupt()], ids=["busy", "interrupted"])
def test_what_was_interrupted_is_due_again_at_once(project: Project, error: BaseException) -> None:
    with pytest.raises(type(error)):
        run_due(project, NOW, fails_with(error), "one")

    with opened(project) as ledger:
        rows = ledger.occurrences()
    assert {(row.state, row.attempt) for row in rows} == {(State.DUE, 0)}
    assert rows[0].reason in ("given back: archive: another process is publishing", "given back: interrupted")
    assert len(run_due(project, NOW, Office(project).issue, "two")) == 4


def test_what_fails_in_passing_is_tried_again_after_a_wait(project: Project) -> None:
    full = DiskError("reports", "the disk is full", "free some space")

    served = run_due(project, NOW, fails_with(full), "one")

    assert [(one.state, one.reason) for one in served] == [(State.DUE, "reports: the disk is full")] * 4
    with opened(project) as ledger:
        waits = sorted((row.next_try_at - NOW).total_seconds() for row in ledger.occurrences() if row.next_try_at)
    assert len(set(waits)) == 4
    assert min(waits) >= 30
    assert run_due(project, NOW + timedelta(seconds=29), Office(project).issue, "one") == []
    assert [one.state for one in run_due(project, NOW + timedelta(minutes=5), Office(project).issue, "one")] == [State.ISSUED] * 4


def test_what_fails_in_passing_six_times_has_failed(project: Project) -> None:
    full = DiskError("reports", "the disk is full", "free some space")
    now = NOW

    for _ in range(6):
        served = run_due(project, now, fails_with(full), "one")
        now += timedelta(minutes=15)

    assert [one.state for one in served] == [State.FAILED] * 4
    with opened(project) as ledger:
        assert {row.reason for row in ledger.occurrences()} == {"given up after 6 attempts: reports: the disk is full"}
    assert run_due(project, now + DAY, Office(project).issue, "one") == []


def test_a_pass_issues_what_was_approved(tmp_path: Path) -> None:
    project = small.project(tmp_path, "[approval]\nminister = 1\n")
    with opened(project) as ledger:
        with pytest.raises(AwaitingError):
            publish(small.desk(project, ledger), small.content(), small.claimed(ledger))
        ledger.approvals.approve(1, str(ledger.occurrences()[0].sha256), "anna", small.NOW)

    served = run_due(project, small.NOW, fails_with(AssertionError("made anew")), "one")

    assert [(str(one.due), one.state, one.reason) for one in served] == [
        ("on demand: kz-kg/2026-10/minister.en", State.ISSUED, "kz-kg/2026-10/minister.en.pdf")
    ]
    assert (project.reports / "kz-kg" / "latest" / "minister.en.pdf").is_file()


@pytest.mark.parametrize("first", [True, False], ids=["at a start", "later"])
def test_a_pass_shows_what_a_lost_worker_had_issued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, first: bool) -> None:
    project = small.project(tmp_path)
    planner = Planner(project)
    if not first:
        run_due(project, small.NOW, fails_with(AssertionError("nothing is due")), "one", planner=planner)

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with opened(project) as ledger, monkeypatch.context() as patch:
        patch.setattr(Archive, "reveal", crash)
        with pytest.raises(KeyboardInterrupt):
            publish(small.desk(project, ledger), small.content(), small.claimed(ledger))
    pdf = project.reports / "kz-kg" / "2026-10" / "minister.en.pdf"
    assert not pdf.exists()

    run_due(project, small.NOW + timedelta(minutes=1), fails_with(AssertionError("nothing is due")), "two", planner=planner)

    assert pdf.read_bytes() == small.content().pdf


def test_what_was_issued_before_a_failure_stays_issued(project: Project) -> None:
    def issue(ledger: Ledger, group: Group, now: datetime) -> list[Outcome]:
        Office(project).issue(ledger, group[:1], now)
        raise RenderError("page 3", "too wide")

    served = run_due(project, NOW, issue, "one")

    assert [one.state for one in served] == [State.ISSUED, State.FAILED, State.FAILED, State.FAILED]
    assert served[0].reason == "kz-kg/2026-10/analyst.en.pdf"


def test_a_worker_that_slept_past_its_lease_changes_nothing(project: Project) -> None:
    office = Office(project)

    def sleepy(ledger: Ledger, group: Group, now: datetime) -> list[Outcome]:
        del ledger, now
        run_due(project, NOW + timedelta(hours=1), office.issue, "quick")
        return [Outcome(State.FAILED, "woke up late")] * len(group)

    served = run_due(project, NOW, sleepy, "sleepy")

    assert [(one.state, one.reason) for one in served] == [(State.LOST, "another worker took over")] * 4
    with opened(project) as ledger:
        assert {(row.state, row.owner) for row in ledger.occurrences()} == {(State.ISSUED, "quick")}


def test_a_lost_ledger_issues_nothing_twice(project: Project) -> None:
    run_due(project, NOW, publishes(project, "one"), "one")
    for path in project.machine.iterdir():
        path.unlink()

    assert run_due(project, NOW + DAY, fails_with(AssertionError("issued twice")), "one") == []
    with opened(project) as ledger:
        assert {(row.state, row.reason.partition(":")[0]) for row in ledger.occurrences()} == {(State.ISSUED, "issued already")}
        assert ledger.next_issue(Identity("kz-kg", ledger.editions()[0].identity.period, "analyst", "fr")) == 2


def test_what_is_held_from_the_start_is_among_what_a_pass_did(project: Project) -> None:
    waits = '[schedule.fresh]\non-data = ["trade/KGZ"]\ndeadline = "20th-day"\naudiences = ["analyst"]\nlanguages = ["fr"]\n'
    (project.root / "bilan.toml").write_text(SETTINGS + waits)
    (project.root / "data" / "kz-kg").mkdir(parents=True)
    planner = Planner(project)
    run_due(project, NOW, Office(project).issue, "one", planner=planner)

    (held,) = run_due(project, NOW + 20 * DAY, Office(project).issue, "one", planner=planner)

    assert (str(held.due), held.state) == ("fresh: kz-kg/2026-10/analyst.fr", State.HELD)
    assert (
        held.reason
        == "held at its deadline, 2026-11-20 07:00 Asia/Bishkek: awaited data had not come (trade/KGZ); due again once they have"
    )


def test_a_clock_that_jumped_ahead_serves_nothing_until_a_person_trusts_it(project: Project) -> None:
    clock = Clock(uptime=lambda: 5.0, boot=lambda: "boot")
    office = Office(project)
    run_due(project, NOW, office.issue, "one", planner=Planner(project, clock))

    planner = Planner(project, clock)
    assert run_due(project, NOW + 31 * DAY, office.issue, "one", planner=planner) == []
    assert [one.severity.value for one in planner.problems] == ["hold"]

    served = run_due(project, NOW + 31 * DAY, office.issue, "one", planner=Planner(project, clock, trusted=True))
    assert [str(one.due.period) for one in served] == ["2026-11"] * 4


def test_a_clock_that_a_person_trusts_elsewhere_on_this_machine_is_trusted_by_who_runs_already(project: Project) -> None:
    uptime, office = [5.0], Office(project)
    clock = Clock(uptime=lambda: uptime[0], boot=lambda: "boot")
    running = Planner(project, clock)
    run_due(project, NOW, office.issue, "one", planner=running)
    uptime[0] += 20
    assert run_due(project, NOW + 31 * DAY, office.issue, "one", planner=running) == []
    assert [one.severity.value for one in running.problems] == ["hold"]

    uptime[0] += 20
    assert run_due(project, NOW + 31 * DAY, office.issue, "two", planner=Planner(project, clock, trusted=True))
    uptime[0] += 20

    run_due(project, NOW + 31 * DAY + timedelta(seconds=20), office.issue, "one", planner=running)
    assert not running.problems
    uptime[0] += 20
    run_due(project, NOW + 90 * DAY, office.issue, "one", planner=running)
    assert [one.severity.value for one in running.problems] == ["hold"], "another jump is another matter"


_WORKER = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from bilan.archive.archive import Archive
from bilan.document import Edition
from bilan.ledger.records import State
from bilan.project import Project
from bilan.schedule.clock import Clock
from bilan.schedule.due import Outcome, run_due

root, now, mark, name = Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]), sys.argv[3], sys.argv[4]
project = Project(root)

def reach(point):
    if point == mark:
        os.kill(os.getpid(), signal.SIGKILL)

def issue(ledger, group, at):
    reach("claimed")
    for claim in group:
        with (root / "issued.log").open("a") as log:
            log.write(f"{claim.due.identity} {name}\\n")
        day = at.date()
        facts = {"number": 1, "key": f"{day} {name}", "as_of": str(day), "issued_on": str(day), "pages": 8}
        published = Archive(project.reports).publish(claim.due.identity, 1, f"{claim.due} {name}".encode(), {"edition": facts})
        reach("published")
        edition = Edition(claim.due.identity, 1, 1, day, day, facts["key"], published.name, published.sha256, 8, 0)
        ledger.record_edition(edition, published.manifest_sha256, None, at, claim)
        reach("recorded")
    reach("all recorded")
    return [Outcome(State.ISSUED)] * len(group)

run_due(project, now, issue, name)
"""


def worker(project: Project, now: datetime, mark: str = "", name: str = "one") -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", _WORKER, str(project.root), now.isoformat(), mark, name]
    return subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True)  # noqa: S603  this very Python


def ended(process: subprocess.Popen[str]) -> int:
    told = process.communicate()[1]
    assert process.returncode == 0 or not told, told
    return process.returncode


def test_two_processes_on_one_ledger_issue_each_edition_once(project: Project) -> None:
    both = [worker(project, NOW, name=name) for name in ("one", "two")]

    assert [ended(process) for process in both] == [0, 0]
    log = (project.root / "issued.log").read_text().splitlines()
    assert sorted(line.partition(" ")[0] for line in log) == [f"kz-kg/2026-10/{name}" for name in ALL]
    archive = Archive.of(project)
    assert all(archive.intact(name) for name in archive.shelf.find("kz-kg/2*/*.manifest.json"))
    with opened(project) as ledger:
        assert [row.state for row in ledger.occurrences()] == [State.ISSUED] * 4
        assert len(ledger.editions()) == 4


@pytest.mark.parametrize("mark", ["claimed", "published", "recorded", "all recorded"])
def test_a_worker_killed_anywhere_costs_no_edition_and_doubles_none(project: Project, mark: str) -> None:
    assert ended(worker(project, NOW, mark)) == -signal.SIGKILL
    assert run_due(project, NOW + timedelta(minutes=20), publishes(project, "early"), "early") == []

    run_due(project, NOW + DAY, publishes(project, "late"), "late")

    with opened(project) as ledger:
        assert [row.state for row in ledger.occurrences()] == [State.ISSUED] * 4
        assert [(row.issue, str(row.identity)) for row in ledger.editions()] == [(1, f"kz-kg/2026-10/{name}") for name in ALL]
        files = {row.path: row.sha256 for row in ledger.editions()}
    assert {entry.pdf: entry.sha256 for entry in Archive(project.reports).editions()} == files
    published = {path.read_text().rpartition(" ")[2] for path in project.reports.glob("kz-kg/2*/*.pdf")}
    assert published == {"claimed": {"late"}, "all recorded": {"one"}}.get(mark, {"one", "late"})


def test_asked_to_stop_it_gives_back_what_it_has_not_begun_and_claims_nothing_more(project: Project) -> None:
    stop, office = Stop(), Office(project)
    path = project.root / "bilan.toml"
    path.write_text(f'{path.read_text(encoding="utf-8")}\n[schedule.again]\nholidays = ["KG", "KZ"]\n', encoding="utf-8")

    def interrupted(ledger: Ledger, group: Group, now: datetime) -> list[Outcome]:
        office.issue(ledger, group[:1], now)
        stop.ask()
        return [Outcome(State.ISSUED), *[Outcome(State.DUE, "was given back")] * (len(group) - 1)]

    served = run_due(Project(project.root), NOW, interrupted, "one", stop=stop)

    assert [one.state for one in served] == [State.ISSUED, State.DUE, State.DUE, State.DUE]
    with opened(project) as ledger:
        rows = ledger.occurrences()
    assert Counter(row.state for row in rows) == {State.ISSUED: 1, State.DUE: 7}
    assert {row.attempt for row in rows if row.state is State.DUE} == {0}
    assert len(run_due(Project(project.root), NOW + timedelta(minutes=1), office.issue, "two")) >= 3
