from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.indicators.concentration import active_lines, hhi, hhi_norm, largest_line, top_k_share, unctad_concentration
from bilan.indicators.expression import Missing

LINES = st.dictionaries(
    st.integers(min_value=1, max_value=97).map(lambda number: f"{number:02d}"),
    st.decimals(min_value="0.01", max_value=10**9, places=2),
    min_size=1,
    max_size=20,
)
TINY = Decimal("1e-25")


def equal(n: int) -> dict[str, Decimal]:
    return {str(number): Decimal(7) for number in range(n)}


@given(lines=LINES)
def test_hhi_lies_between_one_nth_and_one(lines: dict[str, Decimal]) -> None:
    assert Decimal(1) / len(lines) - TINY <= hhi(lines) <= 1 + TINY


@given(lines=LINES, scale=st.decimals(min_value="0.01", max_value=10**6, places=2))
def test_concentration_does_not_depend_on_the_unit(lines: dict[str, Decimal], scale: Decimal) -> None:
    scaled = {code: value * scale for code, value in lines.items()}

    assert abs(hhi(lines) - hhi(scaled)) < TINY
    assert abs(unctad_concentration(lines, 97) - unctad_concentration(scaled, 97)) < TINY
    assert abs(top_k_share(lines, 3) - top_k_share(scaled, 3)) < TINY


@given(lines=LINES)
def test_a_line_of_zero_changes_nothing(lines: dict[str, Decimal]) -> None:
    padded = lines | {"zero": Decimal(0)}

    assert hhi(padded) == hhi(lines)
    assert top_k_share(padded) == top_k_share(lines)
    assert largest_line(padded) == largest_line(lines)
    if len(lines) > 1:
        assert hhi_norm(padded) == hhi_norm(lines)


@given(lines=LINES.filter(lambda one: len(one) > 1))
def test_both_normalised_forms_lie_between_zero_and_one(lines: dict[str, Decimal]) -> None:
    assert -TINY <= hhi_norm(lines) <= 1
    assert -TINY <= unctad_concentration(lines, 97) <= 1


@given(lines=LINES.filter(lambda one: len(one) > 1))
def test_merging_two_lines_concentrates(lines: dict[str, Decimal]) -> None:
    first, second, *_ = sorted(lines)
    merged = {code: value for code, value in lines.items() if code != second} | {first: lines[first] + lines[second]}

    assert hhi(merged) > hhi(lines)


@pytest.mark.parametrize("n", [2, 3, 10, 96])
def test_equal_lines_are_not_concentrated(n: int) -> None:
    assert abs(hhi(equal(n)) - Decimal(1) / n) < TINY
    assert abs(hhi_norm(equal(n))) < TINY
    assert abs(unctad_concentration(equal(n), n)) < TINY


def test_one_line_is_all_there_is() -> None:
    assert hhi(equal(1)) == 1
    assert hhi_norm(equal(1), n=96) == 1
    assert unctad_concentration(equal(1), 96) == 1
    with pytest.raises(Missing, match="with one line there is nothing to be concentrated among"):
        hhi_norm(equal(1))


def test_n_is_never_less_than_the_lines_traded() -> None:
    with pytest.raises(Missing, match="3 lines are traded, the classification is said to have 2"):
        unctad_concentration(equal(3), 2)


@given(lines=LINES)
def test_the_share_of_the_largest_grows_with_their_number(lines: dict[str, Decimal]) -> None:
    rising = [top_k_share(lines, k) for k in range(1, len(lines) + 2)]

    assert rising == sorted(rising)
    assert abs(rising[-1] - 1) < TINY
    assert abs(rising[0] - lines[largest_line(lines)] / sum(lines.values())) < TINY


def test_no_line_asked_for_is_no_question() -> None:
    with pytest.raises(Missing, match="at least one line must be asked for"):
        top_k_share(equal(3), 0)


def test_a_line_at_the_threshold_is_not_active() -> None:
    lines = {"27": Decimal(1000), "72": Decimal("1000.01"), "84": Decimal(0)}

    assert active_lines(lines, Decimal(1000)) == 1
    assert active_lines({}, Decimal(1000)) == 0


def test_the_lowest_code_is_largest_among_equals() -> None:
    assert largest_line({"72": Decimal(5), "27": Decimal(5), "01": Decimal(1)}) == "27"
    with pytest.raises(Missing, match="nothing was traded"):
        largest_line({"27": Decimal(0)})
