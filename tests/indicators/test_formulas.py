from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.indicators.expression import Missing
from bilan.indicators.formulas import divide, mirror_difference, normalised_balance, shares, total

TINY = Decimal("1e-25")
VALUES = st.decimals(min_value=0, max_value=10**12, places=2)


def test_a_zero_denominator_is_named() -> None:
    with pytest.raises(Missing, match="the denominator is zero"):
        divide(Decimal(1), Decimal(0), "the denominator")


def test_division_keeps_34_digits_whatever_the_context() -> None:
    assert divide(Decimal(1), Decimal(3), "") == Decimal("0." + "3" * 34)


@given(lines=st.dictionaries(st.text(min_size=1, max_size=2), VALUES, min_size=1).filter(lambda one: any(one.values())))
def test_shares_add_up_to_one(lines: dict[str, Decimal]) -> None:
    assert abs(sum(shares(lines).values(), Decimal(0)) - 1) < TINY
    assert total(lines) == sum(lines.values())


@pytest.mark.parametrize(
    ("lines", "reason"),
    [({}, "there are no lines"), ({"27": Decimal(0)}, "the total of the lines is zero"), ({"27": Decimal(-1)}, "line 27 is negative")],
)
def test_there_are_no_shares_of_nothing(lines: dict[str, Decimal], reason: str) -> None:
    with pytest.raises(Missing, match=reason):
        shares(lines)


@given(exports=VALUES, imports=VALUES)
def test_the_normalised_balance_lies_between_minus_one_and_one_and_turns_with_the_side(exports: Decimal, imports: Decimal) -> None:
    if exports + imports == 0:
        with pytest.raises(Missing, match="trade in both directions is zero"):
            normalised_balance(exports, imports)
        return
    assert -1 <= normalised_balance(exports, imports) <= 1
    assert abs(normalised_balance(exports, imports) + normalised_balance(imports, exports)) < TINY
    assert abs(mirror_difference(imports, exports) - 2 * normalised_balance(imports, exports)) < TINY


def test_a_flow_recorded_by_one_side_alone_differs_by_two() -> None:
    assert mirror_difference(Decimal(5), Decimal(0)) == 2
    assert mirror_difference(Decimal(0), Decimal(5)) == -2


@pytest.mark.parametrize("sides", [(Decimal(-1), Decimal(2)), (Decimal(2), Decimal(-1))])
def test_negative_flows_have_no_balance(sides: tuple[Decimal, Decimal]) -> None:
    with pytest.raises(Missing, match="a flow is negative"):
        normalised_balance(*sides)
