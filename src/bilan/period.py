"""What stretch of time does a value speak of? Years, quarters, months and year-to-date spans."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import total_ordering


class Frequency(StrEnum):
    """How often a series has a value."""

    ANNUAL = "A"
    QUARTERLY = "Q"
    MONTHLY = "M"
    YEAR_TO_DATE = "YTD"


MONTHS_IN = {Frequency.ANNUAL: 12, Frequency.QUARTERLY: 3, Frequency.MONTHLY: 1}
YEARS = range(1000, 3000)
"""Of which years a value can be; another is a slip of the pen, and what is counted on from it leaves the calendar."""
_FORMS = (
    (re.compile(r"(\d{4})"), Frequency.ANNUAL),
    (re.compile(r"(\d{4})-?Q([1-4])"), Frequency.QUARTERLY),
    (re.compile(r"(\d{4})-(0[1-9]|1[0-2])"), Frequency.MONTHLY),
    (re.compile(r"(\d{4})-M01\.\.M(0[1-9]|1[0-2])"), Frequency.YEAR_TO_DATE),
)


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A calendar period: `number` counts quarters or months of `year`; 1 for a whole year.

    A year-to-date period runs from January to month `number`.
    """

    year: int
    frequency: Frequency
    number: int = 1

    def __post_init__(self) -> None:
        last = 12 // MONTHS_IN.get(self.frequency, 1)
        if not 1 <= self.number <= last or not 1 <= self.year <= 9999:  # noqa: PLR2004  years with four digits
            raise ValueError(f"no such period: {self.year}, {self.frequency.value}, {self.number}")

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read `2023`, `2023-Q2`, `2023-07` or `2023-M01..M07`; raises ValueError with the accepted forms."""
        for form, frequency in _FORMS:
            match = form.fullmatch(text.strip())
            if match and int(match[1]) > 0:
                return cls(int(match[1]), frequency, int(match[2]) if match.lastindex == 2 else 1)  # noqa: PLR2004
        raise ValueError(f"'{text}' is no period: write 2023, 2023-Q2, 2023-07 or 2023-M01..M07")

    @classmethod
    def stated(cls, text: str) -> "Period":
        """Read the period a value is given for; raises ValueError also for a year no value can be of."""
        period = cls.parse(text)
        if period.year not in YEARS:
            raise ValueError(f"'{text}' is of no year a value can be of: write one from {YEARS[0]} to {YEARS[-1]}")
        return period

    @classmethod
    def month_of(cls, day: date) -> "Period":
        """The month that holds a day."""
        return cls(day.year, Frequency.MONTHLY, day.month)

    def __str__(self) -> str:
        match self.frequency:
            case Frequency.ANNUAL:
                return f"{self.year:04d}"
            case Frequency.QUARTERLY:
                return f"{self.year:04d}-Q{self.number}"
            case Frequency.MONTHLY:
                return f"{self.year:04d}-{self.number:02d}"
            case _:
                return f"{self.year:04d}-M01..M{self.number:02d}"

    def __lt__(self, other: "Period") -> bool:
        return (self.end, self.start, self.frequency.value) < (other.end, other.start, other.frequency.value)

    @property
    def first_month(self) -> int:
        """Number of the first month, 1 to 12."""
        if self.frequency is Frequency.YEAR_TO_DATE:
            return 1
        return (self.number - 1) * MONTHS_IN[self.frequency] + 1

    @property
    def last_month(self) -> int:
        """Number of the last month, 1 to 12."""
        if self.frequency is Frequency.YEAR_TO_DATE:
            return self.number
        return self.number * MONTHS_IN[self.frequency]

    @property
    def start(self) -> date:
        """First day."""
        return date(self.year, self.first_month, 1)

    @property
    def end(self) -> date:
        """Last day."""
        return last_day(self.year, self.last_month)

    @property
    def months(self) -> int:
        """Length in months."""
        return self.last_month - self.first_month + 1

    def shift(self, steps: int) -> "Period":
        """The period `steps` later in its own frequency; a year-to-date span moves by whole years."""
        if self.frequency is Frequency.YEAR_TO_DATE:
            return Period(self.year + steps, self.frequency, self.number)
        per_year = 12 // MONTHS_IN[self.frequency]
        years, index = divmod(self.year * per_year + self.number - 1 + steps, per_year)
        return Period(years, self.frequency, index + 1)

    def year_before(self) -> "Period":
        """The same stretch one year earlier."""
        return Period(self.year - 1, self.frequency, self.number)

    def distance(self, earlier: "Period") -> int:
        """Steps from `earlier` to this period; raises ValueError where the frequencies differ."""
        same_span = self.frequency is not Frequency.YEAR_TO_DATE or self.number == earlier.number
        if self.frequency is not earlier.frequency or not same_span:
            raise ValueError(f"{self} and {earlier} are not of one frequency")
        if self.frequency is Frequency.YEAR_TO_DATE:
            return self.year - earlier.year
        per_year = 12 // MONTHS_IN[self.frequency]
        return (self.year - earlier.year) * per_year + self.number - earlier.number


def last_day(year: int, month: int) -> date:
    """Last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def known_from(text: str) -> date:
    """The day from which something dated `2024-04-19`, `2024-04` or `2024` counts as known.

    A date known only to the month or year counts from its last day: late, never early.
    Raises ValueError for anything else.
    """
    parts = text.strip().split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]) or not all(part.isdigit() for part in parts):
        raise ValueError(f"'{text}' is no date: write 2024-04-19, 2024-04 or 2024")
    numbers = [int(part) for part in parts]
    match numbers:
        case [year]:
            return date(year, 12, 31)
        case [year, month]:
            if not 1 <= month <= 12:  # noqa: PLR2004  months of the year
                raise ValueError(f"'{text}' is no date: month {month}")
            return last_day(year, month)
        case _:
            return date(*numbers)
