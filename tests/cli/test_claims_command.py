import json
from pathlib import Path

import pytest

from bilan.cli.claims_command import command


def claims(capsys: pytest.CaptureFixture[str], project: Path, *arguments: str) -> str:
    capsys.readouterr()
    assert command.main(["--project", str(project), *arguments], standalone_mode=False) == 0
    return capsys.readouterr().out


def test_lists_the_statements_of_the_article_with_verdict_evidence_and_wording(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = claims(capsys, project, "--lang", "en")

    assert "c06  contradicted (computed)\n  said: Trade reached $1.2 billion in 2023\n" in out
    assert "  row: trade.csv#bt031\n" in out
    assert "  sources: seed, nca-20240420, trend-20240419, 24kg-20240419, economist-20241202\n" in out
    assert "  years: KGZ, 10 spans, 1.7 % a year (2023..2024) to 18.1 % (2021..2022); as claimed: none\n" in out
    assert "  write: drop; print 19 April\n" in out
    assert out.endswith("14 claims as of 2026-11-25: 4 computed, the others declared\n")


def test_speaks_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(claims(capsys, project, "--json"))
    by_id = {one["id"]: one for one in told["claims"]}

    assert (told["partnership"], told["as_of"], len(by_id)) == ("kz-kg", "2026-11-25", 14)
    assert (by_id["c07"]["verdict"], by_id["c07"]["computed"], len(by_id["c07"]["windows"])) == ("window-dependent", True, 25)
    assert (by_id["c01"]["verdict"], by_id["c01"]["computed"]) == ("confirmed", False)


def test_knows_no_more_than_was_known_on_a_day(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(claims(capsys, project, "--json", "--as-of", "2024-12-04"))

    assert {one["id"]: one["verdict"] for one in told["claims"]}["c08"] == "unverifiable"
