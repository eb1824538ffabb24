"""What does one observation of an SDMX answer mean? Its period, its status, and by what its number is multiplied."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, DecimalException

from bilan.model import Evidence, Status
from bilan.period import YEARS, Frequency, Period

VALUE, TIME = "OBS_VALUE", "TIME_PERIOD"
_EXACT = Context(prec=60)
_MONTH = re.compile(r"(\d{4})-?M(0[1-9]|1[0-2])")
_YEAR = re.compile(r"(\d{4})-A1")
_FREQUENCY = ("FREQ", "FREQUENCY")
_MISSING = frozenset({"", ":", "-", "..", "NA", "N/A", "NAN", "NULL"})
_LARGEST = 18

_WORDS: Mapping[str, tuple[Status, Evidence, str]] = {  # the code list CL_OBS_STATUS
    "A": (Status.FINAL, Evidence.REPORTED, ""),
    "B": (Status.FINAL, Evidence.REPORTED, "break in series"),
    "D": (Status.FINAL, Evidence.REPORTED, "definition differs"),
    "E": (Status.ESTIMATED, Evidence.REPORTED, ""),
    "F": (Status.ESTIMATED, Evidence.FORECAST, ""),
    "G": (Status.PROVISIONAL, Evidence.REPORTED, "experimental"),
    "I": (Status.ESTIMATED, Evidence.REPORTED, "imputed"),
    "J": (Status.FINAL, Evidence.REPORTED, "derogation"),
    "N": (Status.FINAL, Evidence.REPORTED, "not significant"),
    "P": (Status.PROVISIONAL, Evidence.REPORTED, ""),
    "S": (Status.FINAL, Evidence.REPORTED, "strike or special event"),
    "U": (Status.FINAL, Evidence.REPORTED, "low reliability"),
    "V": (Status.PROVISIONAL, Evidence.REPORTED, "not validated"),
    "W": (Status.FINAL, Evidence.REPORTED, "includes another category"),
}
_STAFF: Mapping[str, tuple[Status, Evidence, str]] = {  # how the IMF says that a value is its own
    "SC": (Status.ESTIMATED, Evidence.REPORTED, "staff calculation"),
    "SE": (Status.ESTIMATED, Evidence.REPORTED, "staff estimate"),
    "SP": (Status.ESTIMATED, Evidence.FORECAST, "staff projection"),
}
DERIVATION = "DERIVATION_TYPE"
_NONE = frozenset("HKLMOQ")  # no value was given, whatever stands in its place


class SdmxError(ValueError):
    """An answer that cannot be trusted; the message says where."""


@dataclass(frozen=True, slots=True)
class SdmxRow:
    """One observation: dimensions, attributes of every level and value as texts by upper-case id, and its place in the answer."""

    place: str
    cells: Mapping[str, str]

    def first(self, names: Sequence[str]) -> str:
        """What the first of these columns says that says anything."""
        return next((self.cells[name].strip() for name in names if self.cells.get(name, "").strip()), "")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What its status says of an observation."""

    missing: bool
    status: Status = Status.FINAL
    evidence: Evidence = Evidence.REPORTED
    note: str = ""


def period_of(row: SdmxRow) -> Period:
    """The period, agreeing with the frequency where there is one; raises SdmxError for days, weeks and half-years."""
    written = row.cells.get(TIME, "").strip()
    month, year = _MONTH.fullmatch(written), _YEAR.fullmatch(written)
    try:
        period = Period.parse(f"{month[1]}-{month[2]}" if month else year[1] if year else written)
    except ValueError:
        raise SdmxError(f"{row.place}: '{written}' is no year, quarter or month") from None
    if period.year not in YEARS:
        raise SdmxError(f"{row.place}: '{written}' is of no year a value can be of")
    stated = row.first(_FREQUENCY)
    if stated in (Frequency.ANNUAL, Frequency.QUARTERLY, Frequency.MONTHLY) and stated != period.frequency:
        raise SdmxError(f"{row.place}: frequency {stated} does not agree with '{written}'")
    return period


def judge(row: SdmxRow, columns: Sequence[str]) -> Judgement:
    """What the status columns say, the weakest word of all; an unknown word is noted and changes nothing."""
    words = [word for name in columns for word in _words(row.cells.get(name, ""))]
    if row.cells.get(VALUE, "").strip().upper() in _MISSING or any(word in _NONE for word in words):
        return Judgement(missing=True)
    known = [_WORDS[word] for word in words if word in _WORDS]
    known += [_STAFF[word] for word in (row.cells.get(DERIVATION, "").strip(),) if word in _STAFF]
    notes = [note for _, _, note in known if note] + [f"status {word}" for word in words if word not in _WORDS]
    weak = [Status.PROVISIONAL, Status.ESTIMATED, Status.FINAL]
    return Judgement(
        missing=False,
        status=min((status for status, _, _ in known), key=weak.index, default=Status.FINAL),
        evidence=Evidence.FORECAST if any(one is Evidence.FORECAST for _, one, _ in known) else Evidence.REPORTED,
        note="; ".join(dict.fromkeys(notes)),
    )


def scaled(row: SdmxRow, columns: Sequence[str]) -> Decimal:
    """The value times ten to the power that `columns` name, exactly; raises SdmxError where either is no number."""
    written, power = row.cells[VALUE].strip(), row.first(columns)
    try:
        value, exponent = Decimal(written), int(power or "0")
    except (DecimalException, ValueError):
        raise SdmxError(f"{row.place}: value '{written[:40]}' with scale '{power[:10]}' is no number") from None
    if not value.is_finite() or abs(exponent) > _LARGEST or "_" in written:
        raise SdmxError(f"{row.place}: value '{written[:40]}' with scale '{power[:10]}' is no number")
    return _EXACT.multiply(value, Decimal(1).scaleb(exponent))


def _words(written: str) -> list[str]:
    """Status words: one code, or several letters as in `bp`."""
    word = written.strip().upper()
    return [word] if word in _WORDS or (word and not word.isalpha()) else list(word)
