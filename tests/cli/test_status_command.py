import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.pipeline import small

from bilan.errors import AwaitingError
from bilan.ledger.acts import Act
from bilan.ledger.book import Ledger
from bilan.ledger.records import Receiver, State
from bilan.pipeline.publish import Desk, publish
from bilan.project import Project

Said = tuple[int, str, str]
Bilan = Callable[..., Said]
MONTHLY = '\n[schedule.monthly]\nrule = "first-working-day"\ntimezone = "Asia/Bishkek"\nholidays = ["KG", "KZ"]\n'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small.project(tmp_path, MONTHLY)


@pytest.fixture
def ledger(project: Project) -> Iterator[Ledger]:
    with Ledger.open(project.config.ledger, project.root) as opened:
        yield opened


def busy(project: Project, ledger: Ledger) -> None:
    """One of everything."""
    receivers = [Receiver("smtp", "anna@example.org")]
    desk = Desk(project, ledger, small.desk(project, ledger).archive, small.NOW, lambda _: receivers)
    publish(desk, small.content(), small.claimed(ledger))
    ledger.withdraw(1, "a wrong table", "anna", small.NOW)
    for state in (State.HELD, State.FAILED):
        ledger.finish(small.claimed(ledger), state, small.NOW, "a gap in trade")
    ledger.put_off(small.claimed(ledger), small.NOW, "the disk is full", 0.0)
    small.claimed(ledger)
    ledger.act(Act.CANCEL, small.claimed(ledger).occurrence, ("anna", ""), small.NOW)
    guarded = Desk(small.project(project.root, f"[approval]\nminister = 2\n{MONTHLY}"), ledger, desk.archive, small.NOW)
    with pytest.raises(AwaitingError):
        publish(guarded, small.content(says="again", issue=2), small.claimed(ledger))
    ledger.approvals.approve(7, str(ledger.occurrences(states=[State.AWAITING])[0].sha256), "anna", small.NOW)


def test_shows_how_things_stand(project: Project, ledger: Ledger, bilan: Bilan, monkeypatch: pytest.MonkeyPatch) -> None:
    busy(project, ledger)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int((small.NOW + timedelta(minutes=5)).timestamp())))
    sha256 = str(ledger.occurrences(states=[State.AWAITING])[0].sha256)[:16]

    code, out, _ = bilan("status", "--project", project.root)

    assert code == 0
    assert out.splitlines() == [
        "2026-11-24 15:05 Asia/Bishkek, no pass yet: `bilan serve` keeps the clock",
        "",
        "running",
        "  5  kz-kg/2026-10/minister.en  by one, attempt 1",
        "  6  kz-kg/2026-10/minister.en  by one, attempt 1, being called off",
        "",
        "waiting",
        "  4  kz-kg/2026-10/minister.en  due since 2026-11-24 15:00, again at 2026-11-24 15:00: attempt 1 failed: the disk is full",
        "",
        "awaits approval",
        "  7  kz-kg/2026-10/minister.en  1 of 2 approved (anna)",
        f"      .bilan/waiting/kz-kg-2026-10-minister.en.{sha256}.pdf  ·  bilan approve 7 --hash {sha256}",
        "",
        "held",
        "  2  kz-kg/2026-10/minister.en: a gap in trade  ·  bilan release 2",
        "",
        "failed",
        "  3  kz-kg/2026-10/minister.en: a gap in trade  ·  bilan retry 3",
        "",
        "issued last",
        "  kz-kg/2026-10/minister.en.pdf  number 1, 2026-11-24 15:00, withdrawn (a wrong table), sent to 0 of 1, 1 cancelled",
        "",
        "next",
        "  2026-12-01 07:00  monthly: kz-kg 2026-11",
        "  2027-01-08 07:00  monthly: kz-kg 2026-12",
        "  2027-02-01 07:00  monthly: kz-kg 2027-01",
    ]


def test_speaks_json(project: Project, ledger: Ledger, bilan: Bilan) -> None:
    busy(project, ledger)

    told = json.loads(bilan("status", "--json", "--project", project.root)[1])

    assert {name: len(told[name]) for name in ("running", "waiting", "awaiting", "held", "failed", "issued", "next")} == {
        "running": 2,
        "waiting": 1,
        "awaiting": 1,
        "held": 1,
        "failed": 1,
        "issued": 1,
        "next": 3,
    }
    assert (told["awaiting"][0]["approved_by"], told["issued"][0]["deliveries"]) == (["anna"], {"cancelled": 1})
    assert (told["held"][0]["edition"], told["waiting"][0]["next_try_at"][:16]) == ("kz-kg/2026-10/minister.en", "2026-11-24T09:00")
    assert told["last_pass"] is None


def test_a_long_reason_is_cut(project: Project, ledger: Ledger, bilan: Bilan) -> None:
    ledger.finish(small.claimed(ledger), State.HELD, small.NOW, "a gap\n  in trade " * 40)

    line = next(line for line in bilan("status", "--project", project.root)[1].splitlines() if "held" not in line and "a gap" in line)

    assert "a gap in trade a gap in trade" in line
    assert line.endswith("…  ·  bilan release 1")


@pytest.mark.usefixtures("ledger")
def test_without_a_command_a_project_says_how_it_stands(project: Project, bilan: Bilan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.root)

    assert bilan() == bilan("status")
    assert "nothing was issued yet: `bilan build` makes the editions of the last month" in bilan()[1]


def test_without_a_command_and_a_project_there_is_the_help(tmp_path: Path, bilan: Bilan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert bilan()[1] == bilan("--help")[1]
