"""Laws of breaking words into lines."""

from hypothesis import given
from hypothesis import strategies as st

from bilan.charts._words import balanced, printed_in, wrap
from bilan.document import Printed, Text

DATE = Printed("19 April 2024", "date", "2024-04-19")


def length(words: Text) -> float:
    return float(len(str(words)))


def test_breaks_at_spaces_where_a_line_is_full() -> None:
    assert [str(line) for line in wrap("Treaty signed in Astana", 14, length)] == ["Treaty signed", "in Astana"]


def test_a_printed_numeral_is_never_broken() -> None:
    lines = wrap(Text.of("signed on ", DATE, ", twice"), 12, length)

    assert [str(line) for line in lines] == ["signed on", "19 April 2024,", "twice"]
    assert lines[1].printed == (DATE,)


def test_a_single_numeral_is_one_line() -> None:
    assert wrap(DATE, 3, length) == [Text((DATE,))]


def test_nothing_is_no_line() -> None:
    assert wrap("", 10, length) == []


@given(st.text("ab \u202f", max_size=60), st.integers(1, 20))
def test_no_word_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width, length)

    assert " ".join(str(line) for line in lines).split(" ") == [word for word in text.split(" ") if word] or not lines
    assert all(len(str(line)) <= width or " " not in str(line) for line in lines)


def test_finds_the_numerals_in_words() -> None:
    assert printed_in(DATE) == (DATE,)
    assert printed_in(Text.of("on ", DATE)) == (DATE,)
    assert printed_in("word") == ()


def test_balanced_lines_are_as_few_and_more_even() -> None:
    words = "gap 0.215 in dollars, ratio 0.80"
    lines = [str(one) for one in balanced(words, 25, lambda text: float(len(str(text))))]

    assert [str(one) for one in wrap(words, 25, lambda text: float(len(str(text))))] == ["gap 0.215 in dollars,", "ratio 0.80"]
    assert lines == ["gap 0.215 in", "dollars, ratio 0.80"] or max(map(len, lines)) <= 21
    assert " ".join(lines) == words
