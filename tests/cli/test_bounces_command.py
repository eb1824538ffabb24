import json
from collections.abc import Callable
from pathlib import Path

Bilan = Callable[..., tuple[int, str, str]]


def test_dead_addresses_get_nothing_any_more(project: Path, bilan: Bilan, tmp_path: Path) -> None:
    listed = tmp_path / "bounces.csv"
    listed.write_text("dead@example.org,550,no such user\nlate@example.org,4.2.2\n", encoding="utf-8")

    assert "would get nothing any more" in bilan("bounces", listed, "--dry-run", "--project", project)[1]
    code, out, _ = bilan("bounces", listed, "--project", project)
    rows = json.loads(bilan("bounces", listed, "--json", "--project", project)[1])

    assert code == 0
    assert out.splitlines()[1].split(maxsplit=4)[0] == "dead@example.org"
    assert "gets nothing any more" in out
    assert [row["outcome"] for row in rows] == ["got nothing already", "for now only: nothing changes"]
    assert "bounced: no such user" in bilan("suppress", "--project", project)[1]


def test_a_file_without_bounces_is_told(project: Path, bilan: Bilan, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")

    assert bilan("bounces", tmp_path / "empty.csv", "--project", project)[:2] == (0, "no bounce in this file\n")
    assert bilan("bounces", tmp_path / "empty.csv", "-q", "--project", project)[:2] == (0, "")
    assert bilan("bounces", tmp_path / "gone.csv", "--project", project)[0] == 3
