"""Laws of the width of texts."""

from hypothesis import given
from hypothesis import strategies as st

from bilan.charts._letters import advance
from bilan.fonts.cut import Face, Fonts


def test_a_digit_is_as_wide_as_any_other(fonts: Fonts) -> None:
    font = fonts.files[Face("IBM Plex Sans", 400)]

    assert {advance(font, digit) for digit in "0123456789"} == {advance(font, "0")}


@given(words=st.text("abcdefgхцґқң 0123", max_size=20))
def test_more_letters_are_never_narrower(fonts: Fonts, words: str) -> None:
    font = fonts.files[Face("IBM Plex Sans", 600)]

    assert advance(font, words + "m") > advance(font, words)
