import json
from collections.abc import Callable
from pathlib import Path

Said = tuple[int, str, str]
Bilan = Callable[..., Said]


def test_without_a_schedule_it_says_so(project: Path, bilan: Bilan) -> None:
    assert bilan("schedule", "--project", project) == (0, "no schedule in bilan.toml\n", "")


def test_shows_local_time_and_utc(project: Path, bilan: Bilan) -> None:
    path = project / "bilan.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n[schedule.monthly]\n", encoding="utf-8")

    _, out, _ = bilan("schedule", "--next", "2", "--project", project)
    told = json.loads(bilan("schedule", "--next", "2", "--json", "--project", project)[1])

    assert "monthly   Tue 2026-12-01 07:00 Asia/Bishkek  2026-12-01 01:00Z  kz-kg/2026-11/minister.en" in out
    assert [one["utc"] for one in told] == ["2026-12-01 01:00Z", "2027-01-08 01:00Z"]
