import json
from collections.abc import Callable
from pathlib import Path

import pytest

Said = tuple[int, str, str]
Bilan = Callable[..., Said]
EDITION = "kz-kg/2026-10/minister.en"


@pytest.mark.parametrize(
    ("number", "row", "source"),
    [
        ("$1.34bn", "trade.csv#bt056", "24kg-20250225"),
        ("$1.34 billion", "trade.csv#bt056", "24kg-20250225"),
        ("0.692", "trade.csv#bt009", "kazinform-20191127"),
        ("target.pace:KGZ:2024", "trade.csv#bt056", "24kg-20250225"),
    ],
)
def test_follows_a_number_to_its_row_and_source(issued: Path, bilan: Bilan, number: str, row: str, source: str) -> None:
    code, out, _ = bilan("trace", EDITION, number, "--project", issued)

    assert code == 0
    assert f"row {row}" in out
    assert f"source {source}: " in out


def test_a_declared_constant_says_what_it_is(issued: Path, bilan: Bilan) -> None:
    assert "declared date '2026-10-31'" in bilan("trace", EDITION, "31 October 2026", "--project", issued)[1]


def test_speaks_json(issued: Path, bilan: Bilan) -> None:
    told = json.loads(bilan("trace", EDITION, "$1.34bn", "--json", "--project", issued)[1])

    assert told[0]["reading"]["value"] == "1340000000"
    assert told[0]["inputs"][0]["citations"][0]["publisher"] == "24.kg"


def test_what_is_not_printed_has_no_trace(issued: Path, bilan: Bilan) -> None:
    code, _, err = bilan("trace", EDITION, "$1.43bn", "--project", issued)

    assert code == 2
    assert "'$1.43bn': is not printed in edition 1 (did you mean '$1.3" in err


def test_an_unknown_edition_names_the_closest_one(issued: Path, bilan: Bilan) -> None:
    code, _, err = bilan("trace", "kz-kg/2026-10/minister.fr", "1", "--project", issued)

    assert code == 2
    assert "minister.en" in err


def test_the_same_reading_can_be_followed_as_of_another_day(issued: Path, bilan: Bilan) -> None:
    _, now, _ = bilan("trace", EDITION, "trade.total:KAZ:2023", "--project", issued)
    _, then, _ = bilan("trace", EDITION, "trade.total:KAZ:2023", "--as-of", "2024-06-30", "--project", issued)

    assert "reading trade.total:KAZ:2023 = 1572000000 USD" in now
    assert "reading trade.total:KAZ:2023 = 1600000000 USD" in then
    assert "not known by then" in bilan("trace", EDITION, "trade.total:KAZ:2024", "--as-of", "2024-06-30", "--project", issued)[1]
