"""Laws of glyph coverage."""

from bilan.fonts.cut import Fonts
from bilan.fonts.glyphs import missing_glyphs

SANS, SERIF = "IBM Plex Sans", "IBM Plex Serif"
FIVE_LANGUAGES = "Élève œuvre ça « », Қазақстан әңғүұқөһі, Кыргызстан ңөү, Россия ёЪ, ’—–…−×≈≤≥←↑→↓₸₽€§№ \u202f\u00a0"


def test_the_text_family_holds_five_languages(fonts: Fonts) -> None:
    assert missing_glyphs(FIVE_LANGUAGES, fonts, [SANS]) == frozenset()


def test_the_title_family_lacks_the_narrow_space_and_the_text_family_helps_out(fonts: Fonts) -> None:
    assert missing_glyphs("10\u202f%", fonts, [SERIF]) == {"\u202f"}
    assert missing_glyphs("10\u202f%", fonts, [SERIF, SANS]) == frozenset()


def test_tells_signs_that_no_family_holds(fonts: Fonts) -> None:
    assert missing_glyphs("up ▲ som ⃀\n", fonts, [SERIF, SANS]) == {"▲", "⃀"}


def test_an_unknown_family_holds_nothing(fonts: Fonts) -> None:
    assert missing_glyphs("ab", fonts, ["Nix"]) == {"a", "b"}
