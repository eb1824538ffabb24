from collections.abc import Callable
from datetime import date

import pytest

from bilan.findings.facts import Facts
from bilan.findings.records import announced, base_of, flow, old, overdue, stated
from bilan.model import Reading
from bilan.period import Frequency, Period

Known = Callable[..., Facts]
Make = Callable[..., Reading]


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("since_independence", ("independence", "", "")),
        ("since_2005", ("year", Period(2005, Frequency.ANNUAL), "")),
        ("last_20_years", ("span", "", 20)),
        ("unbased", ("none", "", "")),
    ],
)
def test_knows_since_when_a_statement_counts(reading: Make, base: str, expected: tuple[object, ...]) -> None:
    found = base_of(reading(f"investment.cumulative:KAZ/{base}:2025", "1"))

    assert (found["base"], found["since"], found["years"]) == expected


def test_tells_the_last_statement_on_investment(facts: Known, reading: Make) -> None:
    old_one = reading("investment.cumulative:KAZ/since_2005:2023", "1300000000", published="2023-09-30")
    new_one = reading("investment.cumulative:KAZ/last_20_years:2025", "1400000000", published="2025-08-31")

    (one,) = stated(facts(old_one, new_one))

    assert one.reading_ids == (new_one.id,)
    assert list(stated(facts())) == []


def test_an_inflow_is_told_beside_the_one_before(facts: Known, reading: Make) -> None:
    before, last = reading("investment.flow:KAZ:2020", "33600000"), reading("investment.flow:KAZ:2024", "113500000")

    (one,) = flow(facts(before, last))

    assert one.reading_ids == (last.id, before.id)
    assert list(flow(facts(last))) == []


def test_an_announcement_is_told_only_for_a_year_without_statistics(facts: Known, reading: Make) -> None:
    said = reading("trade.announced:2025", "2000000000")

    (one,) = announced(facts(said, reading("trade.total:KGZ:2024", "1340000000")))

    assert one.subject == "2025"
    assert list(announced(facts(said, reading("trade.total:KGZ:2025", "2000000000")))) == []
    assert list(announced(facts())) == []


def test_a_total_more_than_a_year_old_is_told_with_its_date(facts: Known, reading: Make) -> None:
    total = reading("trade.total:KGZ:2024", "1340000000")

    (one,) = old(facts(total))

    assert dict(one.args)["published"] == "2025-02-25"
    assert list(old(facts(total, day=date(2025, 6, 1)))) == []


def test_series_that_wait_beyond_the_grace_are_counted_and_the_longest_wait_is_told(facts: Known, reading: Make) -> None:
    waits = {
        "macro.gdp/KGZ": "429",
        "trade.exports/KGZ": "549",
        "macro.population/KGZ": "64",
        "trade.total/KGZ": "900",
        "trade.month/KGZ": "2011",
    }
    known = facts(*(reading(f"data.overdue:{about}:2023", days, "days") for about, days in waits.items()))

    (one,) = overdue(known)
    assert (dict(one.args)["count"], one.reading_ids, one.subject) == (2, ("data.overdue:trade.exports/KGZ:2023",), "KGZ")
    assert list(overdue(facts(reading("data.overdue:macro.gdp/KGZ:2023", "90", "days")))) == []
