from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.indicators.expression import Missing
from bilan.indicators.prices import Line, compare, fisher, fisher_volume, laspeyres, paasche, terms_of_trade, unit_value

AMOUNT = st.decimals(min_value="0.01", max_value=10**7, places=2)
LINE = st.builds(Line, AMOUNT, AMOUNT, st.just("kg"))
CODES = ("27", "72", "84", "10")
PERIOD = st.fixed_dictionaries(dict.fromkeys(CODES, LINE))
TINY = Decimal("1e-20")
Period = dict[str, Line]


@given(then=PERIOD, now=PERIOD)
def test_fisher_passes_time_reversal(then: Period, now: Period) -> None:
    assert abs(fisher(compare(then, now)) * fisher(compare(now, then)) / 10_000 - 1) < TINY


@given(then=PERIOD, now=PERIOD)
def test_fisher_passes_factor_reversal(then: Period, now: Period) -> None:
    of = compare(then, now)
    change = of.now_now / of.then_then

    assert abs(fisher(of) * fisher_volume(of) / 10_000 / change - 1) < TINY


@given(then=PERIOD, now=PERIOD)
def test_fisher_lies_between_laspeyres_and_paasche(then: Period, now: Period) -> None:
    of = compare(then, now)
    low, high = sorted((laspeyres(of), paasche(of)))

    assert low * (1 - TINY) <= fisher(of) <= high * (1 + TINY)


@given(then=PERIOD, factor=st.decimals(min_value="0.1", max_value=10, places=2))
def test_all_prices_by_one_factor_move_every_index_by_it(then: Period, factor: Decimal) -> None:
    of = compare(then, {code: Line(one.value * factor, one.quantity, "kg") for code, one in then.items()})

    assert all(abs(index / (100 * factor) - 1) < TINY for index in (laspeyres(of), paasche(of), fisher(of)))
    assert abs(fisher_volume(of) - 100) < TINY * 100
    assert of.coverage == 100


def test_lines_without_a_common_price_drop_out_and_the_coverage_says_how_much() -> None:
    then = {"a": Line(Decimal(60), Decimal(6), "kg"), "b": Line(Decimal(40), Decimal(4), "kg"), "c": Line(Decimal(20))}
    now = {"a": Line(Decimal(66), Decimal(6), "kg"), "b": Line(Decimal(10), Decimal(4), "l"), "d": Line(Decimal(4), Decimal(1), "kg")}
    of = compare(then, now)

    assert fisher(of) == 110
    assert of.coverage == 50


@pytest.mark.parametrize("quantity", [None, Decimal(0), Decimal(-1)])
def test_a_value_without_a_quantity_has_no_unit_value(quantity: Decimal | None) -> None:
    with pytest.raises(Missing, match="the quantity is unknown or zero"):
        unit_value(Line(Decimal(5), quantity, "kg"))


def test_a_unit_value_is_the_value_of_a_unit() -> None:
    assert unit_value(Line(Decimal(5), Decimal(4), "kg")) == Decimal("1.25")
    with pytest.raises(Missing, match="the value is negative"):
        unit_value(Line(Decimal(-5), Decimal(4), "kg"))


def test_nothing_comparable_has_no_index() -> None:
    with pytest.raises(Missing, match="no line has value and quantity in both periods by the same unit"):
        compare({"a": Line(Decimal(5), Decimal(1), "kg")}, {"b": Line(Decimal(5), Decimal(1), "kg")})


def test_a_line_whose_value_was_zero_has_no_price_to_compare() -> None:
    lines = {"a": Line(Decimal(5), Decimal(1), "kg"), "b": Line(Decimal(0), Decimal(1), "kg")}

    assert compare(lines, lines).then_then == 5


@given(exports=AMOUNT, imports=AMOUNT)
def test_terms_of_trade_turn_with_the_side(exports: Decimal, imports: Decimal) -> None:
    assert abs(terms_of_trade(exports, imports) * terms_of_trade(imports, exports) / 10_000 - 1) < TINY


@pytest.mark.parametrize("sides", [(0, 100), (100, 0), (-1, 100)])
def test_price_indices_are_positive(sides: tuple[int, int]) -> None:
    with pytest.raises(Missing, match="a price index is not positive"):
        terms_of_trade(Decimal(sides[0]), Decimal(sides[1]))
