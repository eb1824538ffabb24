"""Can the brand's fonts print every language of the project? Letters and signs each language needs, looked up in the files."""

from collections.abc import Iterable

from bilan.errors import Problem, Severity
from bilan.fonts.cut import Fonts
from bilan.fonts.glyphs import missing_glyphs

SIGNS = "0123456789.,:;!?()[]/%&@+−–—×·…“”«»’'\"#$€←↑→↓≈≤≥\u00a0\u202f"  # noqa: RUF001  the signs that pages print
LATIN = "abcdefghijklmnopqrstuvwxyz"
CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
MOST_SHOWN = 12
EXTRA = {
    "en": "",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "ru": CYRILLIC,
    "kk": f"{CYRILLIC}әғқңөұүһі",
    "ky": f"{CYRILLIC}ңөү",
}


def unprintable(fonts: Fonts, text: str, titles: str, languages: Iterable[str]) -> list[Problem]:
    """What the two families lack for each language: the text family holds, titles warn, as text stands in for them."""
    found = []
    for language in languages:
        letters = LATIN + EXTRA.get(language, "")
        letters += letters.upper()
        found += _lacking(fonts, text, language, letters + SIGNS, Severity.HOLD)
        if titles != text:
            found += _lacking(fonts, titles, language, letters, Severity.WARNING)
    return found


def _lacking(fonts: Fonts, family: str, language: str, wanted: str, severity: Severity) -> list[Problem]:
    missing = missing_glyphs(wanted, fonts, (family,))
    if not missing:
        return []
    shown = " ".join(sorted(missing)[:MOST_SHOWN])
    message = f"the family '{family}' lacks {len(missing)} signs that '{language}' needs: {shown}"
    hint = "choose a family that has them, or leave the language out of bilan.toml"
    return [Problem("templates/brand.toml", message, hint, severity, "font.glyphs")]
