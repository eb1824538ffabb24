import json
from collections.abc import Callable
from pathlib import Path

Bilan = Callable[..., tuple[int, str, str]]


def test_an_address_is_kept_off_and_let_back(project: Path, bilan: Bilan) -> None:
    code, out, _ = bilan("suppress", "A@example.org", "--reason", "asked by phone", "--project", project)
    rows = json.loads(bilan("suppress", "--json", "--project", project)[1])

    assert code == 0
    assert "asked by phone" in out
    assert [(row["address"], row["reason"]) for row in rows] == [("a@example.org", "asked by phone")]
    assert bilan("suppress", "--lift", "a@example.org", "--project", project)[1] == "everybody on the list may be sent to\n"
    assert bilan("suppress", "-q", "--project", project)[1] == ""
