"""What does a printed numeral say, read back as a reader of its language would?"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from bilan.wording.display import BILLION, HUNDREDTH, MILLION, ONE, THOUSAND
from bilan.wording.numerals import MINUS, symbols

SCALES = {"one": ONE, "thousand": THOUSAND, "million": MILLION, "billion": BILLION}
CLASSES = ("zero", "one", "two", "few", "many", "other")
_SIGN, _NUMBER = "\ue000", "\ue001"
_MESSAGE = re.compile(r"([a-z-]+)-(one|thousand|million|billion)-(long|short)")


@dataclass(frozen=True, slots=True)
class Reread:
    """A number read from text and the scales its unit may stand for; none where the text has no unit."""

    number: Decimal
    scales: frozenset[Decimal]


def reread(text: str, lang: str) -> Reread | None:
    """Read a printed numeral back; None where it is no number of that language or its unit is not known."""
    for form, scales in _forms(lang):
        match = form.fullmatch(text)
        number = number_in(match["number"], lang) if match else None
        if match and number is not None:
            return Reread(-number if match["sign"] == MINUS else number, scales)
    return None


def number_in(text: str, lang: str) -> Decimal | None:
    """The number behind spelled digits; None where groups or separators are not the language's."""
    signs = symbols(lang)
    group, decimal = re.escape(signs.group), re.escape(signs.decimal)
    if not re.fullmatch(rf"(?:\d{{1,3}}(?:{group}\d{{3}})*)(?:{decimal}\d+)?", text):
        return None
    return Decimal(text.replace(signs.group, "").replace(signs.decimal, "."))


@lru_cache
def _forms(lang: str) -> tuple[tuple[re.Pattern[str], frozenset[Decimal]], ...]:
    """Every way a unit may stand around a number, with the scales it means; the bare number last."""
    from bilan.wording.catalogue import catalogue  # noqa: PLC0415  Fluent loads only once something is printed

    words = catalogue(lang)
    meant: dict[str, set[Decimal]] = {}
    for name in words.names():
        match = _MESSAGE.fullmatch(name)
        if match is None:
            continue
        for plural in CLASSES:
            text = words.format(name, {"sign": _SIGN, "number": _NUMBER, "class": plural})
            meant.setdefault(text, set()).add(SCALES[match[2]])
            if match[1] == "percent":
                meant[text].add(HUNDREDTH)
    meant[_SIGN + _NUMBER] = set()
    return tuple((_form(text), frozenset(scales)) for text, scales in meant.items())


def _form(text: str) -> re.Pattern[str]:
    escaped = re.escape(text).replace(re.escape(_SIGN), f"(?P<sign>[{MINUS}+]?)")
    return re.compile(escaped.replace(re.escape(_NUMBER), "(?P<number>[\\d.,\u00a0\u202f]+?)"))
