import json
from collections.abc import Callable
from pathlib import Path

Bilan = Callable[..., tuple[int, str, str]]


def test_tells_what_was_revised_between_two_days(project: Path, bilan: Bilan) -> None:
    code, out, _ = bilan("revisions", "--from", "2024-11-30", "--to", "2025-01-31", "--project", project)

    assert code == 0
    assert "revised, growth turned" in out
    assert "-99.69 %" in out
    (population,) = [line for line in out.splitlines() if line.startswith("population/KAZ")]
    assert "series rebased by about +4.0 %" in population


def test_tells_which_aims_and_projects_it_turned(project: Path, bilan: Bilan) -> None:
    out = bilan("revisions", "--from", "2025-01-31", "--to", "2025-02-28", "--project", project)[1]

    assert "project: ferro" in bilan("revisions", "--from", "2024-11-30", "--to", "2025-01-31", "--project", project)[1]
    assert out.startswith("revised between 2025-01-31 and 2025-02-28: ")


def test_one_series_can_be_asked_for_with_everything(project: Path, bilan: Bilan) -> None:
    args = ("revisions", "population/KAZ", "--from", "2024-11-30", "--to", "2025-01-31", "--json", "--project", project)
    some, everything = json.loads(bilan(*args)[1]), json.loads(bilan(*args, "--all")[1])

    assert {one["series"] for one in everything["revisions"]} == {"population/KAZ////A"}
    assert len(everything["revisions"]) > len(some["revisions"])


def test_an_edition_stands_for_its_as_of_date(issued: Path, bilan: Bilan) -> None:
    out = bilan("revisions", "--from", "2026-09-30", "--to", "kz-kg/2026-10/minister.en", "--project", issued)[1]

    assert out.startswith("revised between 2026-09-30 and 2026-10-31: ")


def test_dates_in_the_wrong_order_are_a_usage_error(project: Path, bilan: Bilan) -> None:
    code, _, err = bilan("revisions", "--from", "2025-01-31", "--to", "2024-11-30", "--project", project)

    assert code == 2
    assert "lies after --to 2024-11-30" in err
