import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.indicators.expression import LONGEST, Call, Minus, Misread, Name, Number, Pair, names_in, parse, walk


def test_reads_sums_of_products_from_left_to_right() -> None:
    assert parse("a - b - c * 2") == Pair("-", Pair("-", Name("a", 1), Name("b", 5), 3), Pair("*", Name("c", 9), Number(2, 13), 11), 7)


def test_brackets_a_sign_and_a_call_bind_closest() -> None:
    assert parse("-(a + b)") == Minus(Pair("+", Name("a", 3), Name("b", 7), 5), 1)
    assert parse("lag(a, 2)") == Call("lag", (Name("a", 5), Number(2, 8)), 1)
    assert parse("now()") == Call("now", (), 1)


def test_lines_and_spaces_change_nothing_but_positions() -> None:
    node = parse("  a\n\t+ b ")

    assert node == Pair("+", Name("a", 3), Name("b", 8), 6)


def test_names_are_inputs_and_never_functions() -> None:
    assert [one.name for one in names_in(parse("points(x - lag(x), lag(total))"))] == ["x", "x", "total"]
    assert len(list(walk(parse("points(x - lag(x), -lag(total))")))) == 8


@pytest.mark.parametrize(
    ("expression", "at", "cause"),
    [
        ("", 1, "expected a name, a whole number or '(', found the end"),
        ("x +", 4, "found the end"),
        ("x.real", 2, "'.' has no meaning here"),
        ("x y", 3, "expected + - * / or the end, found 'y'"),
        ("(x", 3, "expected ')', found the end"),
        ("x)", 2, "found ')'"),
        ("lag(x,)", 7, "found ')'"),
        ("x ** 2", 4, "found '*'"),
        ("x * 1.5", 6, "'.' has no meaning here"),
        ("x < y", 3, "'<' has no meaning here"),
        ("2x", 2, "found 'x'"),
        ("'a'", 1, "has no meaning here"),
        ("x\x00", 2, "has no meaning here"),
        ("é", 1, "has no meaning here"),
        ("(" * 100 + "x" + ")" * 100, 61, "too deeply nested"),
    ],
)
def test_says_where_it_stops_being_arithmetic(expression: str, at: int, cause: str) -> None:
    with pytest.raises(Misread) as error:
        parse(expression)

    assert error.value.where == f"position {at}"
    assert cause in error.value.message


def test_refuses_what_nobody_could_read() -> None:
    with pytest.raises(Misread, match="is longer than"):
        parse("x + " * LONGEST + "x")


@given(st.text(alphabet="ab1(),+-*/. \n", max_size=40))
def test_whatever_is_written_is_read_or_refused_with_a_position(text: str) -> None:
    places = []
    try:
        places = [one.at for one in walk(parse(text))]
    except Misread as error:
        places = [int(error.where.removeprefix("position "))]

    assert all(1 <= place <= len(text) + 1 for place in places)
    assert places
