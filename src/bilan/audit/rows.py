"""Does a printed numeral, read back, say what its reading says?"""

from decimal import Decimal, InvalidOperation

from bilan.document import Printed
from bilan.wording.numerals import EXACTLY, half_away, plain
from bilan.wording.reread import number_in, reread


def misreadings(row: Printed, lang: str) -> list[str]:
    """What is wrong with one row of the ledger; nothing for a constant that is only words."""
    if not row.shown:
        return ["has no rounded value to compare with"] if row.kind == "reading" else []
    try:
        shown, scale = Decimal(row.shown), Decimal(row.scale)
        value = Decimal(row.value) if row.kind == "reading" else shown
    except InvalidOperation:
        return [f"has a value that is no number: '{row.value}', '{row.shown}', '{row.scale}'"]
    read = reread(row.text, lang)
    if read is None or number_in(row.number, lang) is None:
        return ["cannot be read back as a number with a known unit"]
    wrong = []
    if read.number != shown:
        wrong.append(f"reads as {read.number}, not {row.shown}")
    if read.scales and scale not in read.scales:
        wrong.append(f"has the unit of another scale than {row.scale}")
    if not _rounds_to(value, shown, scale):
        wrong.append(f"is no rounding of {row.value}")
    return wrong


def _rounds_to(value: Decimal, shown: Decimal, scale: Decimal) -> bool:
    """Whether `shown` is the value in that scale rounded to its places, or to tens, hundreds… where it ends in zeros."""
    scaled = EXACTLY.divide(value, scale)
    digits = plain(shown.copy_abs())
    places = len(digits.partition(".")[2])
    zeros = 0 if places else len(digits) - len(digits.rstrip("0"))
    return shown in {half_away(scaled, place) for place in range(places, -zeros - 1, -1)}
