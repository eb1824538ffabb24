"""Laws of `bilan gallery`."""

import json
from pathlib import Path

import pytest

from bilan.cli.gallery_command import command


def test_writes_one_pdf_for_each_language_and_pictures_where_asked_for(
    issued: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = command.main(["-C", str(issued), "--lang", "en", "--png", "--json", "--out", str(tmp_path / "out")], standalone_mode=False)
    told = json.loads(capsys.readouterr().out)

    assert code == 0
    assert told["problems"] == []
    (row,) = told["galleries"]
    assert Path(row["file"]).read_bytes().startswith(b"%PDF")
    assert len(row["pictures"]) == row["pages"]
    assert all(Path(one).read_bytes().startswith(b"\x89PNG") for one in row["pictures"])


def test_stands_beside_the_ledger_unless_told_otherwise(issued: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["-C", str(issued), "--lang", "fr"], standalone_mode=False) == 0
    said = capsys.readouterr().out

    assert (issued / ".bilan" / "gallery" / "gallery.fr.pdf").exists()
    assert "gallery.fr.pdf" in said
    assert "figures" in said
    assert command.main(["-C", str(issued), "--lang", "fr", "--quiet"], standalone_mode=False) == 0
    assert capsys.readouterr().out == ""
