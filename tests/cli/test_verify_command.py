import json
import shutil
from collections.abc import Callable
from pathlib import Path

Said = tuple[int, str, str]
Bilan = Callable[..., Said]
NAME = "reports/kz-kg/2026-10/minister.en.pdf"


def test_a_file_that_is_the_same_is_told_in_one_line(issued: Path, bilan: Bilan) -> None:
    size = (issued / NAME).stat().st_size

    assert bilan("verify", "-C", issued, issued / NAME) == (
        0, f"minister.en.pdf: the same, all {size} bytes (kz-kg/2026-10/minister.en, number 1, issue 1; manifest: beside)\n", "",
    )  # fmt: skip


def test_a_file_that_differs_ends_with_seven_and_the_first_difference(issued: Path, bilan: Bilan) -> None:
    table = issued / "data" / "kz-kg" / "trade.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",2024,1340,", ",2024,1360,"), encoding="utf-8")

    shutil.rmtree(issued / "data" / "store")  # which would still know the number as it was

    code, said, _ = bilan("verify", "-q", "-C", issued, issued / NAME)

    lines = said.splitlines()
    assert code == 7
    assert lines[0].startswith("minister.en.pdf: differs (kz-kg/2026-10/minister.en")
    assert lines[1].startswith("  data version: ")
    assert lines[2].startswith("  page 1: “")

    code, said, _ = bilan("verify", "--json", "-C", issued, issued / NAME)
    told = json.loads(said)
    assert (code, told["same"], told["signature"], told["differences"][0]["what"]) == (7, False, None, "data version")


def test_a_quiet_proof_says_nothing(issued: Path, bilan: Bilan) -> None:
    assert bilan("verify", "-q", "-C", issued, issued / NAME) == (0, "", "")


def test_a_file_that_is_not_there_is_a_mistake_of_use(issued: Path, bilan: Bilan) -> None:
    code, said, complaint = bilan("verify", "-C", issued, issued / "none.pdf")

    assert (code, said) == (2, "")
    assert "cannot be read" in complaint
