import json
from collections.abc import Callable
from pathlib import Path

Said = tuple[int, str, str]
Bilan = Callable[..., Said]
PDF = Path("reports/kz-kg/2026-10/minister.en.pdf")


def test_an_archive_as_it_was_issued_passes(issued: Path, bilan: Bilan) -> None:
    code, out, err = bilan("archive", "check", "-C", issued)

    assert (code, out) == (0, "")
    assert err.startswith("1 editions, ")
    assert err.endswith(" files read, 0 faults\n")


def test_a_damaged_pdf_is_named_with_what_to_do(issued: Path, bilan: Bilan) -> None:
    (issued / PDF).chmod(0o644)
    (issued / PDF).write_bytes(b"%PDF changed")

    code, out, _ = bilan("archive", "check", "-q", "-C", issued)
    assert code == 1
    assert "is damaged: its content is not what its manifest kz-kg/2026-10/minister.en.manifest.json names" in out
    assert "hint: restore it from a copy" in out
    told = json.loads(bilan("archive", "check", "--json", "-C", issued)[1])
    assert [Path(one["where"]).name for one in told["faults"]] == ["minister.en.pdf"]


def test_what_is_kept_gives_a_lost_file_back(issued: Path, bilan: Bilan) -> None:
    (issued / PDF).unlink()
    assert bilan("archive", "check", "-q", "-C", issued)[0] == 1

    code, out, err = bilan("archive", "rebuild", "-C", issued)
    assert (code, out, err) == (0, "", "1 editions in the archive, 0 that could not be given back\n")
    assert bilan("archive", "check", "-q", "-C", issued)[0] == 0


def test_what_cannot_be_given_back_is_told(issued: Path, bilan: Bilan) -> None:
    (issued / PDF).unlink()
    for path in (issued / "reports" / "blob").iterdir():
        path.unlink()

    code, out, _ = bilan("archive", "rebuild", "-C", issued)
    assert code == 1
    assert "is missing" in out
    assert json.loads(bilan("archive", "rebuild", "--json", "-C", issued)[1])["editions"] == 1


def test_says_what_it_does(bilan: Bilan) -> None:
    code, out, _ = bilan("archive", "--help")

    assert code == 0
    assert "check" in out
    assert "rebuild" in out
