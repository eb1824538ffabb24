from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.pipeline import small

from bilan.errors import AwaitingError
from bilan.ledger.acts import Act
from bilan.ledger.book import Ledger
from bilan.ledger.records import ReceiptState, Receiver, State
from bilan.pipeline.publish import Desk, publish
from bilan.project import Project
from bilan.schedule.due import Outcome, run_due
from bilan.schedule.standing import deliveries, local, spoken, standing

MONTHLY = '\n[schedule.monthly]\nrule = "first-working-day"\nholidays = ["KG", "KZ"]\n'
PEOPLE = [Receiver("smtp", f"{name}@example.org") for name in ("anna", "boris")]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small.project(tmp_path)


@pytest.fixture
def ledger(project: Project) -> Iterator[Ledger]:
    with Ledger.open(project.config.ledger, project.root) as opened:
        yield opened


def test_nothing_stands_where_nothing_was_done(project: Project, ledger: Ledger) -> None:
    found = standing(project, ledger, small.NOW)

    assert (found.looked, found.running, found.waiting, found.held, found.issued, found.coming) == (None, (), (), (), (), ())


def test_each_occurrence_stands_where_it_belongs(project: Project, ledger: Ledger) -> None:
    states = (State.HELD, State.FAILED, State.DUE, State.SKIPPED)
    for state in states:
        ledger.finish(small.claimed(ledger), state, small.NOW, "as the test has it")
    small.claimed(ledger)
    ledger.act(Act.CANCEL, small.claimed(ledger).occurrence, ("anna", ""), small.NOW)

    found = standing(project, ledger, small.NOW)

    assert [row.id for row in found.held] == [1]
    assert [row.id for row in found.failed] == [2]
    assert [row.id for row in found.waiting] == [3]
    assert [row.id for row in found.running] == [5, 6]


def test_an_old_failure_is_no_news(project: Project, ledger: Ledger) -> None:
    ledger.finish(small.claimed(ledger), State.FAILED, small.NOW, "as the test has it")

    assert standing(project, ledger, small.NOW + timedelta(days=31)).failed == ()


def test_the_last_issued_editions_tell_how_far_they_were_delivered(project: Project, ledger: Ledger) -> None:
    desk = Desk(project, ledger, small.desk(project, ledger).archive, small.NOW, lambda _: PEOPLE)
    publish(desk, small.content(), small.claimed(ledger))

    found = standing(project, ledger, small.NOW)

    assert [row.path for row in found.issued] == ["kz-kg/2026-10/minister.en.pdf"]
    assert found.deliveries == deliveries(ledger) == {1: {ReceiptState.PENDING: 2}}
    assert spoken(found.deliveries[1]) == "sent to 0 of 2, 2 pending"


def test_what_awaits_approval_tells_who_gave_it(tmp_path: Path) -> None:
    project = small.project(tmp_path, "[approval]\nminister = 2\n")
    with Ledger.open(project.config.ledger, project.root) as ledger:
        with pytest.raises(AwaitingError):
            publish(small.desk(project, ledger), small.content(), small.claimed(ledger))
        ledger.approvals.approve(1, str(ledger.occurrences()[0].sha256), "anna", small.NOW)

        ((row, given),) = standing(project, ledger, small.NOW).awaiting

    assert (row.approvals, [one.person for one in given]) == (2, ["anna"])


def test_tells_the_last_pass_and_what_comes_next(tmp_path: Path) -> None:
    project = small.project(tmp_path, MONTHLY)
    run_due(project, small.NOW, lambda _ledger, group, _now: [Outcome(State.HELD, "a gap")] * len(group), "one")
    with Ledger.open(project.config.ledger, project.root) as ledger:
        found = standing(project, ledger, small.NOW)

    assert found.looked == small.NOW
    assert [str(one.period) for one in found.coming] == ["2026-11", "2026-12", "2027-01"]


def test_people_live_in_the_zone_of_the_first_schedule(tmp_path: Path) -> None:
    assert local(small.project(tmp_path)) is UTC
    assert local(small.project(tmp_path, MONTHLY)) == ZoneInfo("Asia/Bishkek")
