import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.pipeline import small

from bilan.errors import AwaitingError
from bilan.ledger.book import Ledger
from bilan.ledger.records import State
from bilan.pipeline.publish import publish
from bilan.project import Project
from bilan.schedule.preview import coming
from bilan.schedule.settings import schedules
from bilan.schedule.standing import standing
from bilan.schedule.told import local_time, told_coming, told_occurrence, told_standing

MONTHLY = '\n[schedule.monthly]\nrule = "first-working-day"\nholidays = ["KG", "KZ"]\n[approval]\nminister = 1\n'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small.project(tmp_path, MONTHLY)


@pytest.fixture
def ledger(project: Project) -> Iterator[Ledger]:
    with Ledger.open(project.config.ledger, project.root) as opened:
        yield opened


def test_how_things_stand_is_told_as_json(project: Project, ledger: Ledger) -> None:
    ledger.finish(small.claimed(ledger), State.HELD, small.NOW, "a gap in trade")
    with pytest.raises(AwaitingError):
        publish(small.desk(project, ledger), small.content(), small.claimed(ledger))

    told = json.loads(json.dumps(told_standing(project, standing(project, ledger, small.NOW))))

    assert [(row["id"], row["reason"], row["state"], row["edition"]) for row in told["held"]] == [
        (1, "a gap in trade", "held", "kz-kg/2026-10/minister.en")
    ]
    (waits,) = told["awaiting"]
    assert (waits["approvals"], waits["approved_by"]) == (1, [])
    assert Path(waits["pdf"]).read_bytes() == small.content().pdf
    assert [row["month"] for row in told["next"]] == ["2026-11", "2026-12", "2027-01"]


def test_one_that_is_tried_again_tells_when(ledger: Ledger) -> None:
    ledger.put_off(small.claimed(ledger), small.NOW, "the disk is full", 0.5)

    told = told_occurrence(ledger.occurrences()[0])

    assert (told["state"], told["origin"], told["reason"]) == ("due", "on-demand", "attempt 1 failed: the disk is full")
    assert told["next_try_at"] > small.NOW.isoformat()


def test_what_comes_is_told_where_the_schedule_lives(project: Project) -> None:
    monthly = schedules(project)["monthly"]
    (one,) = coming([monthly], small.NOW + timedelta(days=1), 1)

    assert local_time(monthly, one) == "Tue 2026-12-01 07:00 Asia/Bishkek"
    assert told_coming(monthly, one) == {
        "schedule": "monthly", "local": local_time(monthly, one), "utc": "2026-12-01T01:00:00+00:00", "rule_utc": "2026-12-01T01:00:00+00:00",
        "month": "2026-11", "revision": 1, "editions": ["kz-kg/2026-11/minister.en"], "notes": [],
    }  # fmt: skip
