"""How is an exact number rounded and spelled in a language?"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

MINUS = "\u2212"
EXACTLY = Context(prec=200, rounding=ROUND_HALF_UP)  # wide enough that only `half_away` ever rounds
# CLDR groups by a no-break space in these three; the narrow one keeps a number together and is what French prints, too.
_OWN = {"ru": (",", "\u202f"), "kk": (",", "\u202f"), "ky": (",", "\u202f")}
_DIGITS = re.compile(r"\d(?:[\d.,\u00a0\u202f]*\d)?")


@dataclass(frozen=True, slots=True)
class Symbols:
    """Decimal sign and group separator of a language."""

    decimal: str
    group: str


@lru_cache
def symbols(lang: str) -> Symbols:
    """The separators of a language: our own table, and CLDR for a language that is not in it."""
    if lang in _OWN:
        return Symbols(*_OWN[lang])
    from babel import Locale  # noqa: PLC0415  half a megabyte that `--help` does without

    table = Locale.parse(lang).number_symbols["latn"]
    return Symbols(table["decimal"], table["group"])


@lru_cache(maxsize=4096)
def plural_class(printed: str, lang: str) -> str:
    """The CLDR plural class of a number as printed: `1.0` is not `1` (`printed` in plain notation)."""
    from babel import Locale  # noqa: PLC0415  as above

    return str(Locale.parse(lang).plural_form(Decimal(printed).copy_abs()))


def half_away(value: Decimal, places: int) -> Decimal:
    """Round half away from zero; negative places round to tens, hundreds…; never a negative zero."""
    step = Decimal(1).scaleb(-places)
    rounded = value.quantize(step, context=EXACTLY)
    if places < 0:
        rounded = rounded.quantize(Decimal(1), context=EXACTLY)
    return rounded or rounded.copy_abs()


def significant(value: Decimal, digits: int) -> Decimal:
    """Round to significant digits; 9.996 to three is 10.0, not 10.00."""
    if not value:
        return Decimal(0)
    rounded = half_away(value, digits - 1 - value.adjusted())
    return half_away(value, digits - 1 - rounded.adjusted())


def stripped(value: Decimal) -> Decimal:
    """The same number without trailing zeros after the decimal sign."""
    return value.quantize(Decimal(1), context=EXACTLY) if value == value.to_integral_value() else value.normalize(EXACTLY)


def plain(value: Decimal) -> str:
    """Digits, point and ASCII minus: the form that records keep."""
    return format(value, "f")


def spelled(value: Decimal, lang: str) -> str:
    """The magnitude in the language's own separators, with the places it carries."""
    signs = symbols(lang)
    whole, _, fraction = plain(value.copy_abs()).partition(".")
    grouped = f"{int(whole):,}".replace(",", signs.group)
    return f"{grouped}{signs.decimal}{fraction}" if fraction else grouped


def sign_of(value: Decimal) -> str:
    """`positive`, `negative` or `zero`."""
    if not value:
        return "zero"
    return "negative" if value < 0 else "positive"


def numerals_in(text: str) -> list[tuple[int, int]]:
    """Where the numerals of a text are: runs of digits with separators inside."""
    return [match.span() for match in _DIGITS.finditer(text)]
