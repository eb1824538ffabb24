"""Can the fonts draw every sign that the messages and texts of a language print?"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from bilan.errors import Problem, Severity
from bilan.fonts.cut import Fonts
from bilan.fonts.glyphs import missing_glyphs
from bilan.wording.check import files, words
from bilan.wording.languages import MESSAGES
from bilan.wording.numerals import MINUS, symbols


def undrawable(fonts: Fonts, families: Sequence[str], languages: Iterable[str], folder: Path | None = None) -> list[Problem]:
    """A problem for each language with signs that none of the families can draw; `folder` holds a partnership's texts."""
    problems = []
    for lang in sorted(set(languages)):
        paths = [path for place in (MESSAGES, folder) if place for path in files(place).get(lang, ())]
        lacking = sorted(missing_glyphs(printed(paths, lang), fonts, families))
        if lacking:
            named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in lacking)
            problems.append(Problem(f"language '{lang}'", f"prints signs the fonts lack: {named}", _HINT, Severity.HOLD, "glyph"))
    return problems


def printed(paths: Iterable[Path], lang: str) -> str:
    """All that messages and numbers of a language may print of their own; capitals as well, as a sentence may begin anywhere."""
    text, signs = words(paths), symbols(lang)
    return f"0123456789{signs.decimal}{signs.group}{MINUS}+%{text}{text.upper()}"


_HINT = "choose another family in brand.toml, or leave the sign out of the text"
