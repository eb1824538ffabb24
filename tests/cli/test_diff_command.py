import json
from collections.abc import Callable
from pathlib import Path

Bilan = Callable[..., tuple[int, str, str]]
OCTOBER = "kz-kg/2026-10/minister.en"


def test_an_edition_does_not_differ_from_itself(issued: Path, bilan: Bilan) -> None:
    assert bilan("diff", OCTOBER, OCTOBER, "--project", issued)[:2] == (0, "nothing changed\n")


def test_two_editions_are_compared_by_what_they_stood_on(issued: Path, bilan: Bilan) -> None:
    assert bilan("build", "--period", "2025-04", "-q", "--project", issued)[0] == 0
    out = bilan("diff", "kz-kg/2025-04/minister.en", OCTOBER, "--project", issued)[1]

    assert any(line.split()[:2] == ["new", "trade.total:KAZ:2024"] for line in out.splitlines())
    told = json.loads(bilan("diff", "kz-kg/2025-04/minister.en", OCTOBER, "--json", "--project", issued)[1])
    assert {"change": "target", "subject": "tg10", "before": "open", "after": "superseded"} in told


def test_an_edition_without_a_state_is_named(issued: Path, bilan: Bilan) -> None:
    (path,) = issued.glob("reports/kz-kg/2026-10/*.manifest.json")
    content = json.loads(path.read_text())
    del content["state"]
    path.write_text(json.dumps(content))
    code, _, err = bilan("diff", OCTOBER, OCTOBER, "--project", issued)

    assert code == 2
    assert "was issued before states were kept" in err
