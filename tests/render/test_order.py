from bilan.errors import Severity
from bilan.render.order import collisions, headings, titles
from bilan.render.signs import Sign


def line(text: str, base: float, *, left: float = 60, size: float = 9, tag: str = "", block: int = 0, piece: int = 0) -> list[Sign]:  # noqa: PLR0913  one part of a sign each
    """Signs of half their size in width, side by side."""
    width = size / 2
    return [
        Sign(sign, size, left + at * width, base, left + (at + 1) * width, base + size * 0.7, base, "#14212B", tag, block, piece)
        for at, sign in enumerate(text)
    ]


def test_a_heading_at_the_very_foot_holds() -> None:
    found = list(headings([*line("Trade grew.", 300), *line("Targets", 80, tag="H2", block=1)], closing=False))

    assert [(rule, message, severity) for rule, message, _, severity in found] == [
        ("orphan-heading", "the heading 'Targets' stands alone at the foot", Severity.HOLD)
    ]


def test_the_head_of_a_table_alone_at_the_foot_holds() -> None:
    found = list(headings([*line("Text", 300), *line("Year", 80, tag="TH", block=1)], closing=True))

    assert [(rule, severity) for rule, _, _, severity in found] == [("lone-head", Severity.HOLD)]


def test_a_section_that_begins_low_is_a_warning_but_not_on_the_closing_page() -> None:
    block = [*line("Targets", 110, tag="H2", block=1), *line("One line.", 90)]

    assert [(rule, severity) for rule, _, _, severity in headings(block, closing=False)] == [("low-heading", Severity.WARNING)]
    assert list(headings(block, closing=True)) == []
    assert list(headings([], closing=False)) == []


def test_two_labels_over_each_other_are_told_once_with_their_words() -> None:
    found = list(collisions([*line("2023", 200, piece=1), *line("1.57", 201, left=62, piece=2)]))

    assert [(rule, message) for rule, message, *_ in found] == [("collision", "'2023' and '1.57' lie over each other")]


def test_labels_side_by_side_and_signs_of_one_piece_do_not_collide() -> None:
    assert list(collisions([*line("2023", 200, piece=1), *line("1.57", 200, left=80, piece=2)])) == []
    assert list(collisions([*line("ff", 200, piece=1), *line("fi", 200, left=61, piece=1)])) == []


def test_titles_side_by_side_with_unlike_lines_are_noted() -> None:
    left = [*line("Imports drive", 500, tag="Caption", block=1), *line("growth", 487, tag="Caption", block=1)]
    right = [*line("Trade grew", 500, left=300, tag="Caption", block=2), *line("by year", 490, left=300, size=8, tag="Caption", block=2)]
    lower = line("Another row", 300, tag="Caption", block=3)

    found = list(titles([*left, *right, *lower]))

    assert [(rule, severity) for rule, _, _, severity in found] == [("titles", Severity.NOTE)]
    assert list(titles([*right, *lower])) == []
