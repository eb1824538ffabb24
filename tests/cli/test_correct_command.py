import json
from collections.abc import Callable
from pathlib import Path

Said = tuple[int, str, str]
Bilan = Callable[..., Said]
NAME = "kz-kg/2026-10/minister.en"


def test_issues_the_next_issue_once(issued: Path, bilan: Bilan) -> None:
    code, out, err = bilan("correct", NAME, "--reason", "Twelve was wrong.", "--by", "anna", "-C", issued)
    assert code == 0, err
    assert f"reports/{NAME}.issue-2.pdf" in out
    assert "number 1, issue 2" in out

    told = json.loads(bilan("correct", NAME, "--reason", "Twelve was wrong.", "--json", "-C", issued)[1])
    assert (told["issue"], told["unchanged"]) == (2, True)


def test_a_reason_too_long_for_a_page_is_refused(issued: Path, bilan: Bilan) -> None:
    code, _, err = bilan("correct", NAME, "--reason", "x" * 301, "-C", issued)

    assert code == 2
    assert "reason: has 301 characters, from 1 to 300 are wanted" in err
