from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bilan.compose.agreement import Span, agree, span_of
from bilan.compose.briefing import Draft
from bilan.compose.material import Material
from bilan.document import Briefing, Identity, Printed, Section, Table, Text
from bilan.model import Precision, Reading
from bilan.period import Period


def reading(name: str, value: str, unit: str = "USD", formula: str = "as reported", precision: str = "exact") -> Reading:
    indicator, reporter, period = name.split(":")
    return Reading(
        name, indicator, Period.parse(period), date(2026, 10, 31), unit, Decimal(value), reporter=reporter, formula=formula,
        precision=Precision(precision),
    )  # fmt: skip


def numeral(ref: str, shown: str, scale: str = "1000000") -> Printed:
    return Printed(f"{shown} of {scale}", "reading", ref, shown, str(Decimal(shown) * Decimal(scale)), shown, scale)


def told(*printed: Printed, readings: tuple[Reading, ...] = (), titles: tuple[Text, ...] = ()) -> list[tuple[str, str, str]]:
    tables = tuple(Table(f"t{number}", (), (), title=title) for number, title in enumerate(titles))
    identity = Identity("kz-kg", Period.parse("2026-10"), "analyst", "en")
    section = Section("trade", "Trade", tables=tables, notes=tuple(Text.of("It was ", one) for one in printed))
    briefing = Briefing(
        identity, 1, 1, date(2026, 10, 31), date(2026, 11, 1), "k", "T", "English", {"lead": "x"}, (section,), readings=readings
    )
    return [(one.where, one.message, one.severity.value) for one in agree(briefing)]


TOTAL = reading("trade.total:KAZ:2023", "1318000000")
EXPORTS = reading("trade.exports:KAZ:2023", "456000000")
IMPORTS = reading("trade.imports:KAZ:2023", "862000000")


@pytest.mark.parametrize(
    ("shown", "scale", "low", "high"),
    [
        ("1.32", "1000000000", "1315000000", "1325000000"),
        ("2840", "1", "2835", "2845"),
        ("-11.6", "1", "-11.65", "-11.55"),
        ("0", "1", "-0.5", "0.5"),
    ],
)
def test_a_numeral_stands_for_half_a_unit_to_either_side(shown: str, scale: str, low: str, high: str) -> None:
    assert span_of(numeral("x", shown, scale)) == Span(Decimal(low), Decimal(high))


def test_a_constant_stands_for_nothing_to_compare() -> None:
    assert span_of(Printed("2023", "period", "2023")) is None


def test_sums_that_agree_within_their_rounding_raise_no_alarm() -> None:
    printed = (numeral(TOTAL.id, "1.32", "1000000000"), numeral(EXPORTS.id, "456"), numeral(IMPORTS.id, "862"))

    assert told(*printed, readings=(TOTAL, EXPORTS, IMPORTS)) == []


def test_a_published_total_that_is_not_its_parts_is_a_warning_and_a_computed_one_holds() -> None:
    printed = (numeral(TOTAL.id, "1.35", "1000000000"), numeral(EXPORTS.id, "456"), numeral(IMPORTS.id, "862"))
    computed = replace(TOTAL, formula="exports + imports")
    message = "is not what 'trade.exports:KAZ:2023' and 'trade.imports:KAZ:2023' come to as printed"

    assert told(*printed, readings=(TOTAL, EXPORTS, IMPORTS)) == [("reading 'trade.total:KAZ:2023'", message, "warning")]
    assert told(*printed, readings=(computed, EXPORTS, IMPORTS))[0][2] == "hold"


def test_a_balance_is_the_difference_of_its_flows_with_its_sign() -> None:
    balance = reading("trade.balance:KAZ:2023", "-406000000", formula="exports - imports")
    flows = (numeral(EXPORTS.id, "456"), numeral(IMPORTS.id, "862"))

    assert told(*flows, numeral(balance.id, "406"), readings=(balance, EXPORTS, IMPORTS)) == []
    assert told(*flows, numeral(balance.id, "416"), readings=(balance, EXPORTS, IMPORTS))[0][2] == "hold"


def test_what_is_only_approximately_known_is_not_added_up() -> None:
    rough = replace(EXPORTS, precision=Precision.APPROXIMATE)
    printed = (numeral(TOTAL.id, "1.35", "1000000000"), numeral(EXPORTS.id, "456"), numeral(IMPORTS.id, "862"))

    assert told(*printed, readings=(TOTAL, rough, IMPORTS)) == []


@pytest.mark.parametrize(("shown", "severities"), [("11.6", []), ("11.9", []), ("13.1", ["hold"])])
def test_growth_is_that_of_the_levels_as_printed(shown: str, severities: list[str]) -> None:
    now, before = reading("trade.exports:KAZ:2023", "1318000000"), reading("trade.exports:KAZ:2022", "1181000000")
    growth = reading("trade.growth_exports:KAZ:2023", "11.6", "percent", "growth(exports)")
    levels = numeral(now.id, "1.32", "1000000000"), numeral(before.id, "1.18", "1000000000")

    found = told(*levels, numeral(growth.id, shown, "1"), readings=(now, before, growth))

    assert [severity for *_, severity in found] == severities


@pytest.mark.parametrize(("level", "severities"), [("macro.gdp", []), ("macro.gdp_constant", ["hold"])])
def test_an_economy_grows_by_more_than_its_prices(level: str, severities: list[str]) -> None:
    now, before = reading(f"{level}:KGZ:2023", "13988000000"), reading(f"{level}:KGZ:2022", "12135000000")
    growth = reading("macro.gdp_growth:KGZ:2023", "6.2", "percent", "growth(gdp)")
    levels = numeral(now.id, "13988"), numeral(before.id, "12135")

    found = told(*levels, numeral(growth.id, "6.2", "1"), readings=(now, before, growth))

    assert [severity for *_, severity in found] == severities


def test_one_reading_printed_in_roundings_no_value_has_holds() -> None:
    one, wide, other = (
        numeral(TOTAL.id, "1.32", "1000000000"),
        numeral(TOTAL.id, "1.3", "1000000000"),
        numeral(TOTAL.id, "1.34", "1000000000"),
    )

    assert told(one, wide, readings=(TOTAL,)) == []
    assert told(one, other) == [("reading 'trade.total:KAZ:2023'", f"is printed as '{one.text}' and as '{other.text}'", "hold")]


def test_a_magnitude_agrees_with_the_signed_number() -> None:
    assert told(numeral("x", "-406"), numeral("x", "406")) == []


def test_two_titles_that_tell_one_fact_are_a_warning() -> None:
    same = (Text.of("Trade came to ", numeral(TOTAL.id, "1.32")), Text.of("The total: ", numeral(TOTAL.id, "1.32")))
    words = (Text.of("Projects and their evidence"), Text.of("Projects and their evidence"))

    assert told(titles=same) == [("table 't1'", "has a title that tells what the title of table 't0' tells", "warning")]
    assert told(titles=words)[0][0] == "table 't1'"
    assert told(titles=(Text.of("Totals"), Text.of("Totals"), Text())) == []


def test_the_real_editions_agree_with_themselves(material: object, composed: object) -> None:
    for audience in ("minister", "analyst"):
        given: Material = material("en", audience)  # type: ignore[operator]  # fixtures of this folder
        draft: Draft = composed(given)  # type: ignore[operator]  # same
        assert agree(draft.briefing) == []
