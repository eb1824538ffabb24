import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.ledger.book import Ledger
from bilan.project import Project

Said = tuple[int, str, str]
Bilan = Callable[..., Said]


def test_a_ledger_is_copied_and_put_back(issued: Path, bilan: Bilan, tmp_path: Path) -> None:
    code, _, err = bilan("ledger", "backup", tmp_path / "copy.sqlite3", "-C", issued)
    assert code == 0
    assert " rows\n" in err
    editions = bilan("list", "editions", "--json", "-C", issued)[1]

    (issued / ".bilan" / "ledger.sqlite3").rename(tmp_path / "gone")
    code, out, _ = bilan("ledger", "restore", tmp_path / "copy.sqlite3", "--json", "-C", issued)
    assert code == 0
    assert json.loads(out)["rows"]["edition"] == 1
    assert bilan("list", "editions", "--json", "-C", issued)[1] == editions


def test_a_second_restore_is_refused_with_what_to_do(issued: Path, bilan: Bilan, tmp_path: Path) -> None:
    bilan("ledger", "backup", tmp_path / "copy.sqlite3", "-q", "-C", issued)

    code, _, err = bilan("ledger", "restore", tmp_path / "copy.sqlite3", "-C", issued)

    assert code == 1
    assert "holds rows already" in err
    assert "hint: restore into a new one" in err


@pytest.mark.parametrize(
    ("words", "told"), [(("prune", "--before", "2020-01-01"), "0 addresses and 0 runs forgotten\n"), (("vacuum",), "done\n")]
)
def test_says_what_it_did(issued: Path, bilan: Bilan, words: tuple[str, ...], told: str) -> None:
    assert bilan("ledger", *words, "-C", issued) == (0, "", told)


def test_a_day_to_come_is_refused(issued: Path, bilan: Bilan) -> None:
    code, _, err = bilan("ledger", "prune", "--before", "2026-11-26", "-C", issued)

    assert code == 2
    assert "day 2026-11-26: is still to come" in err
    assert "hint: give today or a day before" in err


def test_who_did_it_is_kept(issued: Path, bilan: Bilan, tmp_path: Path) -> None:
    bilan("ledger", "backup", tmp_path / "copy.sqlite3", "--by", "anna", "-C", issued)
    bilan("ledger", "prune", "--before", "2026-11-25", "--by", "ben", "-C", issued)
    bilan("ledger", "vacuum", "--by", "carl", "-C", issued)

    project = Project(issued)
    with Ledger.open(project.config.ledger, issued) as ledger:
        assert [(one.to_state, one.actor) for one in ledger.events("ledger")] == [
            ("backed up", "anna"),
            ("pruned", "ben"),
            ("vacuumed", "carl"),
        ]


def test_no_day_is_told(issued: Path, bilan: Bilan) -> None:
    code, _, err = bilan("ledger", "prune", "--before", "last year", "-C", issued)

    assert code == 2
    assert "is no day" in err
