from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bilan.config.models import PartnershipConfig
from bilan.errors import DefinitionError
from bilan.indicators.context import Context, DataView, Outline, derive, from_observation
from bilan.model import Evidence, Observation, Precision, Reading, SeriesKey, Status
from bilan.period import Period

AS_OF = date(2026, 10, 31)
View = Callable[..., DataView]
Observe = Callable[..., Observation]
Key = Callable[..., SeriesKey]
OUTLINE = Outline("trade.sum", "KGZ", Period.parse("2023"), "USD", "a + b", AS_OF, "KGZ", "KAZ")


def reading(name: str, **facts: object) -> Reading:
    plain = Reading(name, "x", Period.parse("2023"), AS_OF, "USD", Decimal(1), source_ids=(name,), published_on=date(2024, 1, 1))
    return replace(plain, **facts)  # type: ignore[arg-type]  # any field of a reading


def test_repeats_an_observation_in_the_unit_of_its_indicator(observed: Observe, trade: Key) -> None:
    one = from_observation("trade.total", "USD", observed(trade("KGZ", "total"), "2023", "1317.884"), AS_OF)

    assert (one.id, one.value, one.unit) == ("trade.total:KGZ:2023", Decimal("1317884000.000"), "USD")
    assert one.formula == "as reported"


def test_refuses_a_unit_that_is_another_kind(observed: Observe, trade: Key) -> None:
    with pytest.raises(DefinitionError, match="unit 'percent' is no 'USD'"):
        from_observation("trade.total", "USD", observed(trade("KGZ", "total"), "2023", "8", "percent"), AS_OF)


def test_a_derived_reading_inherits_the_weakest_status_and_lists_its_inputs() -> None:
    one = derive(OUTLINE, Decimal(3), (reading("a"), reading("b", status=Status.PROVISIONAL, published_on=date(2025, 1, 1))))

    assert (one.status, one.evidence, one.precision) == (Status.PROVISIONAL, Evidence.DERIVED, Precision.EXACT)
    assert (one.inputs, one.source_ids, one.published_on) == (("a", "b"), ("a", "b"), date(2025, 1, 1))


@pytest.mark.parametrize("precision", [Precision.ROUNDED, Precision.APPROXIMATE])
def test_what_is_computed_from_inexact_values_is_approximate(precision: Precision) -> None:
    assert derive(OUTLINE, Decimal(3), (reading("a"), reading("b", precision=precision))).precision is Precision.APPROXIMATE


def test_withholds_what_would_rest_on_a_bound() -> None:
    one = derive(OUTLINE, Decimal(3), (reading("a", precision=Precision.LOWER_BOUND),))

    assert one.value is None
    assert "only a bound" in one.problems[0].message


def test_a_gap_is_told_and_not_filled() -> None:
    one = derive(OUTLINE, None, (), "imports of 2023 is missing")

    assert one.value is None
    assert str(one.problems[0]) == "trade.sum:KGZ:2023: has no value: imports of 2023 is missing"


def test_the_current_aim_is_the_last_one_declared_by_the_date(partnership: PartnershipConfig, table: View) -> None:
    def current(day: str) -> tuple[str, int | None] | None:
        target = Context(table(), partnership, date.fromisoformat(day), {}).current_target("trade.total")
        return (target.id, target.deadline) if target else None

    assert current("2012-07-01") is None
    assert current("2024-05-01") == ("tg07", None)
    assert current("2024-06-01") == ("tg08", None)
    assert current("2026-10-31") == ("tg11", 2030)


def test_an_id_without_subject_has_no_empty_part(partnership: PartnershipConfig, table: View) -> None:
    assert replace(OUTLINE, subject="").id == "trade.sum:2023"
    assert Context(table(), partnership, AS_OF, {}).of("trade.total", "KGZ") == {}
