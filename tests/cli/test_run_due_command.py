import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Said = tuple[int, str, str]
Bilan = Callable[..., Said]
WHEN = "2026-11-02T01:05Z"
SCHEDULE = '\n[schedule.monthly]\nrule = "first-working-day"\nat = "07:00"\ntimezone = "Asia/Bishkek"\nholidays = ["KG", "KZ"]\n'


@pytest.fixture
def scheduled(project: Path) -> Path:
    path = project / "bilan.toml"
    path.write_text(path.read_text(encoding="utf-8") + SCHEDULE, encoding="utf-8")
    return project


def test_issues_what_is_due_and_then_nothing_more(scheduled: Path, bilan: Bilan) -> None:
    first = bilan("run-due", "--now", WHEN, "--project", scheduled)
    second = bilan("run-due", "--now", WHEN, "--project", scheduled)

    assert first == (0, "kz-kg/2026-10/minister.en  issued: kz-kg/2026-10/minister.en.pdf\n", "")
    assert second == (0, "nothing is due\n", "")


def test_two_of_them_issue_once(scheduled: Path, bilan: Bilan) -> None:
    command = [sys.executable, "-m", "bilan", "run-due", "--now", WHEN, "--project", str(scheduled), "--json"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = [edition for one in both for edition in json.loads(one.communicate(timeout=120)[0])]

    assert [one.returncode for one in both] == [0, 0]
    assert [(one["edition"], one["state"]) for one in told] == [("kz-kg/2026-10/minister.en", "issued")]
    assert json.loads(bilan("list", "editions", "--json", "--project", scheduled)[1])[0]["issue"] == 1


def test_a_held_edition_is_held_with_its_reason(scheduled: Path, bilan: Bilan) -> None:
    gate = scheduled / "data" / "kz-kg" / "gate.toml"
    gate.write_text(gate.read_text(encoding="utf-8").replace('action = "warn"', 'action = "hold"'), encoding="utf-8")

    code, out, _ = bilan("run-due", "--now", WHEN, "--project", scheduled)

    assert code == 4
    assert out.startswith("kz-kg/2026-10/minister.en  held: ")


def test_a_failed_edition_is_failed_with_its_reason(scheduled: Path, bilan: Bilan) -> None:
    (scheduled / "templates" / "minister" / "briefing.html").write_text("{% if %}", encoding="utf-8")

    code, out, _ = bilan("run-due", "--now", WHEN, "--json", "--project", scheduled)

    assert code == 1
    assert json.loads(out)[0]["state"] == "failed"


def test_before_the_hour_nothing_is_due(scheduled: Path, bilan: Bilan) -> None:
    early = bilan("run-due", "--now", "2026-11-02T00:59Z", "--quiet", "--project", scheduled)

    assert early[:2] == (0, "")


@pytest.mark.parametrize(("now", "said"), [("soon", "is no instant"), ("2026-11-02T01:05", "has no time zone")])
def test_an_instant_needs_date_time_and_zone(project: Path, bilan: Bilan, now: str, said: str) -> None:
    code, _, err = bilan("run-due", "--now", now, "--project", project)

    assert code == 2
    assert said in err
