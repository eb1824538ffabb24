import json
from collections.abc import Callable
from pathlib import Path

Said = tuple[int, str, str]
Bilan = Callable[..., Said]
NAME = "kz-kg/2026-10/minister.en"


def test_says_which_edition_is_withdrawn_since_when_and_why(issued: Path, bilan: Bilan) -> None:
    code, out, _ = bilan("withdraw", NAME, "--reason", "Not cleared.", "--by", "anna", "-C", issued)

    assert (code, out) == (0, f"{NAME} (number 1, issue 1) is withdrawn since 2026-11-25: Not cleared.\n")
    told = json.loads(bilan("withdraw", NAME, "--reason", "x", "--json", "-C", issued)[1])
    assert told == {
        "edition": NAME, "number": 1, "issue": 1, "state": "withdrawn", "reason": "Not cleared.", "path": f"{NAME}.pdf", "on": "2026-11-25",
    }  # fmt: skip
    assert "withdrawn" in bilan("list", "editions", "-C", issued)[1]
    assert bilan("withdraw", NAME, "--reason", "x", "-q", "-C", issued)[1] == ""


def test_a_reason_must_be_given(issued: Path, bilan: Bilan) -> None:
    code, _, err = bilan("withdraw", NAME, "-C", issued)

    assert code == 2
    assert "--reason" in err


def test_an_unknown_edition_is_a_usage_error(issued: Path, bilan: Bilan) -> None:
    code, _, err = bilan("withdraw", "kz-kg/2026-10/minster.en", "--reason", "x", "-C", issued)

    assert code == 2
    assert f"did you mean '{NAME}'?" in err
