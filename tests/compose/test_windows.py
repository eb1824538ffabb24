from datetime import date
from decimal import Decimal

import pytest

from bilan.compose.windows import Bounds, Window, judged, windows
from bilan.model import Reading
from bilan.period import Period

RANGE = Bounds(Decimal(20), Decimal(25))


def series(**values: str) -> list[Reading]:
    return [
        Reading(f"x:KAZ:{year[1:]}", "x", Period.parse(year[1:]), date(2026, 1, 1), "USD", None if value == "" else Decimal(value))
        for year, value in values.items()
    ]


def told(found: list[Window]) -> list[tuple[str, str, int]]:
    return [(one.years, f"{one.rate:.2f}", one.side) for one in found]


def test_tries_every_window() -> None:
    assert told(windows(series(y2020="100", y2021="121", y2023="144"), "KAZ", RANGE)) == [
        ("2020..2021", "21.00", 0),
        ("2020..2023", "12.92", -1),
        ("2021..2023", "9.09", -1),
    ]


def test_tries_the_one_that_is_stated() -> None:
    assert told(windows(series(y2020="100", y2021="130", y2022="144"), "KAZ", RANGE, "2020..2021")) == [("2020..2021", "30.00", 1)]


def test_what_is_missing_not_positive_or_not_yearly_gives_no_window() -> None:
    monthly = Reading("x:KAZ:2023-01", "x", Period.parse("2023-01"), date(2026, 1, 1), "USD", Decimal(5))

    assert windows([*series(y2020="100", y2021="", y2022="-5"), monthly], "KAZ", RANGE) == []


@pytest.mark.parametrize(
    ("values", "years", "verdict"),
    [
        ({"y2020": "100", "y2021": "121", "y2022": "147"}, "", "confirmed"),
        ({"y2020": "100", "y2021": "101", "y2022": "102"}, "", "contradicted"),
        ({"y2020": "100", "y2021": "121", "y2022": "122"}, "", "window-dependent"),
        ({"y2020": "100", "y2021": "140", "y2022": "141"}, "", "window-dependent"),
        ({"y2020": "100", "y2021": "140", "y2022": "141"}, "2020..2021", "contradicted"),
        ({"y2020": "100"}, "", "unverifiable"),
    ],
)
def test_a_rate_holds_in_all_windows_in_none_or_depends_on_the_window(values: dict[str, str], years: str, verdict: str) -> None:
    assert judged(windows(series(**values), "KAZ", RANGE, years)) == verdict


def test_of_one_stated_window_the_statistics_may_differ() -> None:
    one, other = series(y2020="100", y2021="121"), series(y2020="100", y2021="110")
    found = [*windows(one, "KAZ", RANGE, "2020..2021"), *windows(other, "KGZ", RANGE, "2020..2021")]

    assert judged(found) == "disputed"
