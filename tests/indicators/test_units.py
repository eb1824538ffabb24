import pytest

from bilan.indicators.units import Quantity, Unlike, added, compared, display_of, divided, multiplied, quantity

USD, PEOPLE, STOCK = quantity("USD"), quantity("persons", "stock"), quantity("USD", "stock")
PERCENT, POINTS, RATIO, SHARE, NUMBER = (quantity(unit) for unit in ("percent", "percentage_points", "ratio", "share", "number"))
RATE = quantity("LCU_per_USD_period_average")
OLD, NEW = quantity("index", base="2010"), quantity("index", base="2015")


@pytest.mark.parametrize(
    ("left", "right", "minus", "result"),
    [
        (USD, USD, False, "USD"),
        (PERCENT, PERCENT, True, "percentage_points"),
        (PERCENT, PERCENT, False, "percent"),
        (PERCENT, POINTS, True, "percent"),
        (POINTS, POINTS, False, "percentage_points"),
        (NUMBER, RATIO, True, "ratio"),
        (SHARE, SHARE, False, "share"),
        (NEW, NEW, True, "index"),
    ],
)
def test_like_is_added_to_like(left: Quantity, right: Quantity, minus: bool, result: str) -> None:  # noqa: FBT001  a table of cases
    assert added(left, right, minus=minus).unit == result


@pytest.mark.parametrize(
    ("left", "right", "cause"),
    [
        (USD, quantity("tonnes"), "'USD' and 'tonnes' cannot be added or subtracted"),
        (USD, NUMBER, "'USD' and 'number' cannot be added"),
        (USD, STOCK, "a flow and a stock cannot be added or subtracted, though both are in 'USD'"),
        (OLD, NEW, "two indices go together only on one declared base; here: 2010 and 2015"),
        (quantity("index"), quantity("index"), "here: none declared and none declared"),
        (POINTS, PERCENT, "a percentage cannot be taken from percentage points"),
        (SHARE, SHARE, "a difference of shares is told in points"),
        (PERCENT, RATIO, "'percent' and 'ratio' cannot be added"),
    ],
)
def test_unlike_is_refused(left: Quantity, right: Quantity, cause: str) -> None:
    with pytest.raises(Unlike, match=cause):
        added(left, right, minus=True)


@pytest.mark.parametrize(
    ("left", "right", "result"),
    [
        (USD, RATE, "LCU"),
        (RATE, USD, "LCU"),
        (NUMBER, PERCENT, "percent"),
        (SHARE, USD, "USD"),
        (USD, RATIO, "USD"),
        (NUMBER, NEW, "index"),
    ],
)
def test_a_product_has_a_known_unit(left: Quantity, right: Quantity, result: str) -> None:
    assert multiplied(left, right).unit == result


@pytest.mark.parametrize(
    ("left", "right", "result"),
    [
        (USD, USD, "ratio"), (USD, PEOPLE, "USD_per_person"), (quantity("LCU"), RATE, "USD"), (PERCENT, NUMBER, "percent"),
        (USD, STOCK, "ratio"), (NEW, NEW, "ratio"), (USD, SHARE, "USD"), (NUMBER, RATIO, "ratio"),
    ],
)  # fmt: skip
def test_a_quotient_has_a_known_unit(left: Quantity, right: Quantity, result: str) -> None:
    assert divided(left, right).unit == result


@pytest.mark.parametrize(("left", "right"), [(USD, USD), (PERCENT, USD), (NEW, RATIO), (USD, PEOPLE)])
def test_a_product_without_a_known_unit_is_refused(left: Quantity, right: Quantity) -> None:
    with pytest.raises(Unlike, match="cannot be multiplied or divided"):
        multiplied(left, right)


@pytest.mark.parametrize(("left", "right"), [(NUMBER, USD), (PERCENT, USD), (PEOPLE, quantity("tonnes")), (NEW, USD)])
def test_a_quotient_without_a_known_unit_is_refused(left: Quantity, right: Quantity) -> None:
    with pytest.raises(Unlike, match="cannot be multiplied or divided"):
        divided(left, right)


def test_indices_of_two_bases_have_no_quotient() -> None:
    with pytest.raises(Unlike, match="one declared base"):
        divided(OLD, NEW)


def test_a_part_is_compared_with_a_whole_of_its_unit() -> None:
    compared(USD, STOCK, "percent")

    with pytest.raises(Unlike, match=r"percent\(\) of 'USD' and 'persons': the units differ"):
        compared(USD, PEOPLE, "percent")


def test_a_kind_follows_the_unit_unless_declared() -> None:
    assert [quantity(unit).kind for unit in ("USD", "percent", "GWh", "days")] == ["flow", "percent", "flow", "age"]
    assert quantity("persons", "stock").kind == "stock"


def test_every_unit_is_shown_somehow() -> None:
    assert display_of("USD") == display_of("GWh") == "3 significant digits"
    assert display_of("ratio") == "2 places"
