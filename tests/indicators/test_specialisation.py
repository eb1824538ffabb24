from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.indicators.expression import Missing
from bilan.indicators.formulas import shares
from bilan.indicators.specialisation import complementarity, export_similarity, grubel_lloyd, rca, rsca, trade_intensity

CODES = [f"{number:02d}" for number in range(1, 10)]
AMOUNT: st.SearchStrategy[Decimal] = st.decimals(min_value="0.01", max_value=10**9, places=2)
LINES = st.dictionaries(st.sampled_from(CODES), AMOUNT, min_size=1)
ALL = st.fixed_dictionaries(dict.fromkeys(CODES, AMOUNT))
TINY = Decimal("1e-22")
Lines = dict[str, Decimal]


@given(own=LINES, world=ALL)
def test_the_mean_advantage_weighted_by_the_world_s_shares_is_one(own: Lines, world: Lines) -> None:
    weights = shares(world)
    mean = sum((weights[code] * rca(own, world, code) for code in world), Decimal(0))

    assert abs(mean - 1) < TINY


@given(world=ALL)
def test_the_world_has_no_advantage_over_itself(world: Lines) -> None:
    assert all(abs(rca(world, world, code) - 1) < TINY and abs(rsca(rca(world, world, code))) < TINY for code in world)


def test_a_product_not_exported_has_an_advantage_of_zero_and_one_the_world_does_not_export_has_none() -> None:
    own, world = {"27": Decimal(5)}, {"27": Decimal(5), "72": Decimal(5), "84": Decimal(0)}

    assert rca(own, world, "72") == 0
    assert rsca(Decimal(0)) == -1
    for code in ("84", "01"):
        with pytest.raises(Missing, match=f"the world's exports of {code} is zero"):
            rca(own, world, code)
    with pytest.raises(Missing, match="the country's exports is zero"):
        rca({"27": Decimal(0)}, world, "72")


@given(advantage=st.decimals(min_value="0.001", max_value=1000, places=3))
def test_the_symmetric_form_treats_more_and_less_alike(advantage: Decimal) -> None:
    assert abs(rsca(advantage) + rsca(1 / advantage)) < TINY
    assert -1 < rsca(advantage) < 1


def test_a_negative_advantage_does_not_exist() -> None:
    with pytest.raises(Missing, match="comparative advantage is negative"):
        rsca(Decimal("-0.1"))


@given(own=AMOUNT, share=st.decimals(min_value="0.01", max_value="0.99", places=2), world=AMOUNT)
def test_intensity_is_one_where_the_partner_weighs_the_same_in_both(own: Decimal, share: Decimal, world: Decimal) -> None:
    assert abs(trade_intensity(own * share, own, world * share, world) - 1) < TINY


def test_taking_own_exports_out_of_the_world_gives_another_number() -> None:
    flows = (Decimal(20), Decimal(100), Decimal(90), Decimal(1000))

    assert round(trade_intensity(*flows), 4) == Decimal("2.2222")
    assert trade_intensity(*flows, less_own=True) == 2


@pytest.mark.parametrize(
    ("flows", "less_own", "reason"),
    [
        ((1, 0, 1, 1), False, "the country's exports is zero"),
        ((1, 1, 0, 1), False, "the world's exports to the partner is zero"),
        ((1, 1, 1, 0), False, "the world's exports is zero"),
        ((1, 2, 1, 2), True, "the world's exports is zero"),
        ((1, 3, 1, 2), True, "the country's exports exceed the world's"),
        ((-1, 3, 1, 2), False, "a flow is negative"),
    ],
)
def test_some_flows_have_no_intensity(flows: tuple[int, int, int, int], reason: str, *, less_own: bool) -> None:
    bilateral, own, to_partner, world = map(Decimal, flows)

    with pytest.raises(Missing, match=reason):
        trade_intensity(bilateral, own, to_partner, world, less_own=less_own)


@given(first=LINES, second=LINES)
def test_similarity_is_symmetric_and_lies_between_0_and_100(first: Lines, second: Lines) -> None:
    assert export_similarity(first, second) == export_similarity(second, first)
    assert -TINY <= export_similarity(first, second) <= 100 + TINY


@given(first=LINES, second=LINES)
def test_what_two_patterns_share_and_what_parts_them_make_up_the_whole(first: Lines, second: Lines) -> None:
    assert abs(export_similarity(first, second) - complementarity(first, second)) < TINY


@given(lines=LINES, scale=AMOUNT)
def test_the_same_pattern_is_100_whatever_the_size(lines: Lines, scale: Decimal) -> None:
    larger = {code: value * scale for code, value in lines.items()}

    assert abs(complementarity(lines, larger) - 100) < TINY
    assert abs(export_similarity(lines, larger) - 100) < TINY


@given(lines=LINES)
def test_patterns_without_a_common_line_have_nothing_in_common(lines: Lines) -> None:
    other = {f"x{code}": value for code, value in lines.items()}

    assert abs(complementarity(lines, other)) < TINY
    assert export_similarity(lines, other) == 0


@pytest.mark.parametrize("measure", [complementarity, export_similarity])
def test_a_side_without_trade_has_no_pattern(measure: object) -> None:
    for sides in (({}, {"27": Decimal(1)}), ({"27": Decimal(1)}, {"27": Decimal(0)})):
        with pytest.raises(Missing):
            measure(*sides)  # type: ignore[operator]  # either of the two functions


@given(exports=LINES, imports=LINES)
def test_two_way_trade_is_symmetric_and_lies_between_0_and_1(exports: Lines, imports: Lines) -> None:
    assert -TINY <= grubel_lloyd(exports, imports) <= 1
    assert grubel_lloyd(exports, imports) == grubel_lloyd(imports, exports)


@given(exports=LINES, imports=LINES)
def test_fewer_lines_never_show_less_two_way_trade(exports: Lines, imports: Lines) -> None:
    whole = grubel_lloyd({"": sum(exports.values(), Decimal(0))}, {"": sum(imports.values(), Decimal(0))})

    assert whole >= grubel_lloyd(exports, imports) - TINY


def test_totals_hide_what_lines_show() -> None:
    exports, imports = {"a": Decimal(75), "b": Decimal(25)}, {"a": Decimal(25), "b": Decimal(75)}

    assert grubel_lloyd(exports, imports) == Decimal("0.5")
    assert grubel_lloyd({"": Decimal(100)}, {"": Decimal(100)}) == 1


def test_a_line_without_trade_drops_out_and_nothing_at_all_has_no_index() -> None:
    zero = {"z": Decimal(0)}

    assert grubel_lloyd({"a": Decimal(3)} | zero, {"a": Decimal(1)} | zero) == Decimal("0.5")
    with pytest.raises(Missing, match="trade in both directions is zero"):
        grubel_lloyd(zero, {})
    with pytest.raises(Missing, match="a line is negative"):
        grubel_lloyd({"a": Decimal(-1)}, {"a": Decimal(5)})
