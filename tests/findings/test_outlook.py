from collections.abc import Callable

import bilan.findings.outlook as rules
from bilan.findings.facts import Facts
from bilan.model import Reading

Make = Callable[..., Reading]


def test_the_nearest_year_of_a_range_is_a_finding_with_both_ends(facts: Callable[..., Facts], reading: Make) -> None:
    known = facts(
        reading("outlook.low:KGZ/trade.total:2025", None),
        reading("outlook.low:KGZ/trade.total:2026", "1200"),
        reading("outlook.high:KGZ/trade.total:2026", "1500"),
        reading("outlook.low:KGZ/trade.total:2027", "1100"),
        reading("outlook.high:KGZ/trade.total:2027", "1700"),
    )

    (found,) = rules.outlook_range(known)

    assert (found.rule, found.section, found.subject) == ("outlook-range", "outlook", "KGZ/trade.total")
    assert found.reading_ids == ("outlook.low:KGZ/trade.total:2026", "outlook.high:KGZ/trade.total:2026")
    said = dict(found.args)
    assert (said["series"], said["statistics"], said["level"], str(said["period"])) == ("trade-total", "KGZ", 80, "2026")


def test_a_refused_range_one_end_alone_or_a_month_is_no_finding(facts: Callable[..., Facts], reading: Make) -> None:
    known = facts(
        reading("outlook.low:KAZ/macro.gdp:2026", None),
        reading("outlook.low:KGZ/macro.gdp:2026", "9"),
        reading("outlook.low:KGZ/trade.month:2026-09", "9"),
        reading("outlook.high:KGZ/trade.month:2026-09", "11"),
    )

    assert list(rules.outlook_range(known)) == []


def test_the_middle_of_a_range_is_in_no_finding(facts: Callable[..., Facts], reading: Make) -> None:
    known = facts(*(reading(f"outlook.{end}:KGZ/trade.total:2026", "12") for end in ("low", "centre", "high")))

    (found,) = rules.outlook_range(known)

    assert not any(name.startswith("outlook.centre") for name in found.reading_ids)
    assert not any(isinstance(one, Reading) and one.indicator == "outlook.centre" for _, one in found.args)


def test_the_share_arithmetic_is_told_with_the_months_it_rests_on(facts: Callable[..., Facts], reading: Make) -> None:
    part, total = reading("trade.ytd:KAZ:2025-M01..M08", "1400"), reading("outlook.same_share:KAZ:2025", "2100")

    (found,) = rules.same_share(facts(part, total))

    said = dict(found.args)
    assert (said["part"], said["total"], str(said["before"]), str(said["year"])) == (part, total, "2024", "2025")


def test_without_a_value_or_with_other_months_there_is_no_arithmetic(facts: Callable[..., Facts], reading: Make) -> None:
    part = reading("trade.ytd:KAZ:2025-M01..M08", "1400")

    assert list(rules.same_share(facts(part, reading("outlook.same_share:KAZ:2025", None)))) == []
    assert list(rules.same_share(facts(part, reading("outlook.same_share:KAZ:2024", "9")))) == []
    assert list(rules.same_share(facts(reading("outlook.same_share:KAZ:2025", "9")))) == []


def test_a_series_is_named_as_messages_choose_it() -> None:
    assert rules.named("macro.merchandise_exports") == "macro-merchandise-exports"
