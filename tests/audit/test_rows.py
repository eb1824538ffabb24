from dataclasses import replace

import pytest

from bilan.audit.rows import misreadings
from bilan.document import Printed

RIGHT = Printed("−$406m", "reading", "balance", "406", "-406400000", "-406", "1000000")


@pytest.mark.parametrize(
    "row",
    [
        RIGHT,
        Printed("11.7%", "reading", "share", "11.7", "0.1166", "11.7", "0.01"),
        Printed("11.6%", "reading", "growth", "11.6", "11.55", "11.6"),
        Printed("$2,840", "reading", "income", "2,840", "2843.2", "2840"),
        Printed("1,318.0", "reading", "total", "1,318.0", "1318000000", "1318.0", "1000000"),
        Printed("12,345", "count", "rows", "12,345", shown="12345"),
        Printed("C5+1", "name", "event"),
    ],
)
def test_accepts_what_reads_back_as_the_value_at_display_rounding(row: Printed) -> None:
    assert misreadings(row, "en") == []


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"text": "$406m"}, ["reads as 406, not -406"]),
        ({"text": "−$407m"}, ["reads as -407, not -406"]),
        ({"text": "−$406bn"}, ["has the unit of another scale than 1000000"]),
        ({"value": "-407000000"}, ["is no rounding of -407000000"]),
        ({"value": "406400000"}, ["is no rounding of 406400000"]),
        ({"text": "−406 M$"}, ["cannot be read back as a number with a known unit"]),
        ({"number": "4,06"}, ["cannot be read back as a number with a known unit"]),
        ({"value": ""}, ["has a value that is no number: '', '-406', '1000000'"]),
        ({"shown": ""}, ["has no rounded value to compare with"]),
    ],
)
def test_tells_what_a_misprint_says_instead(change: dict[str, str], wrong: list[str]) -> None:
    assert misreadings(replace(RIGHT, **change), "en") == wrong


def test_reads_in_the_language_of_the_page() -> None:
    row = Printed("1,317", "reading", "x", "1,317", "1317", "1317")

    assert misreadings(row, "en") == []
    assert misreadings(row, "fr") == ["reads as 1.317, not 1317"]
