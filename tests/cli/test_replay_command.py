import json
from collections.abc import Callable
from pathlib import Path

Bilan = Callable[..., tuple[int, str, str]]


def test_months_are_issued_and_found_again(project: Path, bilan: Bilan) -> None:
    args = ("replay", "--from", "2025-04", "--to", "2025-05", "--project", project)
    code, out, err = bilan(*args)

    assert code == 0
    assert [line.split()[0] for line in out.splitlines()[1:]] == ["kz-kg/2025-04/minister.en", "kz-kg/2025-05/minister.en"]
    assert "2 issued, 0 unchanged, 0 not issued" in err
    assert "0 issued, 2 unchanged, 0 not issued" in bilan(*args)[2]


def test_it_speaks_json(project: Path, bilan: Bilan) -> None:
    (told,) = json.loads(bilan("replay", "--from", "2025-04", "--to", "2025-04", "--json", "--project", project)[1])

    assert (told["edition"], told["number"], told["state"]) == ("kz-kg/2025-04/minister.en", "1", "issued")


def test_a_held_month_is_named_and_the_others_go_on(project: Path, bilan: Bilan) -> None:
    texts = project / "data" / "kz-kg" / "texts.en.ftl"
    texts.write_text(texts.read_text(encoding="utf-8") + "\nproject-solar = Solar plant { $unknown }\n", encoding="utf-8")
    code, out, err = bilan("replay", "--from", "2024-03", "--to", "2024-04", "--project", project)

    assert code != 0
    assert "1 not issued" in err or "2 not issued" in err
    assert "held" in out


def test_a_month_to_come_is_a_usage_error(project: Path, bilan: Bilan) -> None:
    assert bilan("replay", "--from", "2026-10", "--to", "2027-01", "--project", project)[0] == 2
