from bilan.audit.nearness import far, inside, leaders, level, loose, middle, swapped
from bilan.audit.shapes import Box, Drawn, Letter, Shape

HERE: Box = (0, 0, 10, 10)
AWAY: Box = (60, 0, 70, 10)
SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))


def letter(text: str, x: float, y: float) -> Letter:
    return Letter(text, x, y, (), 10.0)


def test_a_text_is_as_far_from_a_mark_as_its_letters_are() -> None:
    assert far(letter("12", 13, 8), HERE, []) == 3
    assert far(letter("12", 2, 30), HERE, []) == 13
    assert far(letter("12", 2, 8), HERE, []) == 0


def test_a_line_from_text_to_mark_counts_as_no_way() -> None:
    line = ((11.0, 5.0), (78.0, 6.0))

    assert far(letter("12", 80, 8), HERE, [line]) == 1 + 2
    assert far(letter("12", 80, 8), HERE, [line[::-1]]) == 1 + 2
    assert far(letter("12", 80, 8), HERE, [((11.0, 5.0), (40.0, 6.0))]) == 70
    assert far(letter("12", 80, 8), HERE, [((30.0, 5.0), (78.0, 6.0))]) == 70


def test_only_lines_that_are_said_to_lead_are_leaders() -> None:
    one, other = Shape(((0.0, 0.0), (5.0, 5.0)), leader=True), Shape(((0.0, 0.0), (9.0, 9.0)))

    assert leaders(Drawn((one, other))) == [((0.0, 0.0), (5.0, 5.0))]


def test_two_texts_each_at_the_others_mark_are_swapped_and_equal_ones_are_not() -> None:
    right = [(letter("1", 2, 20), HERE), (letter("2", 62, 20), AWAY)]
    wrong = [(letter("1", 62, 20), HERE), (letter("2", 2, 20), AWAY)]

    assert list(swapped(right, [])) == []
    assert [(one.text, other.text) for one, other in swapped(wrong, [])] == [("1", "2")]
    assert list(swapped([(letter("1", 62, 20), HERE), (letter("1", 2, 20), AWAY)], [])) == []


def test_where_labels_crowd_a_line_tells_which_is_whose() -> None:
    """April 2025: the label of one column stands at the end of all, beyond that of its neighbour over its own column."""
    column, neighbour = (340.0, 84.0, 355.0, 163.0), (355.0, 97.0, 370.0, 163.0)
    texts = [(letter("1.57", 439, 83), column), (letter("1.32", 356, 94), neighbour)]
    line = ((355.0, 84.0), (437.0, 81.0))

    assert list(swapped(texts, [line])) == []
    assert list(loose(texts, [line])) == []
    assert [one.text for one in loose(texts, [])] == ["1.57"]


def test_a_place_lies_within_an_outline_or_not() -> None:
    assert inside((5.0, 5.0), SQUARE)
    assert not inside((15.0, 5.0), SQUARE)
    assert not inside((5.0, 15.0), SQUARE)
    assert middle((0, 0, 10, 4)) == (5, 2)


def test_a_level_line_has_one_height() -> None:
    assert level(Shape(((0.0, 5.0), (9.0, 5.0))))
    assert not level(Shape(((0.0, 5.0), (9.0, 6.0))))
    assert not level(Shape(((0.0, 5.0),)))
