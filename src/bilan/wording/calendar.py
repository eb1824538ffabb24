"""How is a day or a period written in a language?"""

from datetime import date
from typing import TYPE_CHECKING

from bilan.period import Frequency, Period
from bilan.wording.months import month_name

if TYPE_CHECKING:
    from bilan.wording.catalogue import Catalogue  # Fluent and Babel load only once something is printed

KINDS = {Frequency.ANNUAL: "year", Frequency.QUARTERLY: "quarter", Frequency.MONTHLY: "month", Frequency.YEAR_TO_DATE: "span"}


def day_text(catalogue: "Catalogue", day: date, form: str) -> str:
    """A day: `1 November 2026`, `1er nov. 2026`."""
    variables = {
        "day": str(day.day),
        "day-class": _ordinal_class(day.day),
        "month": month_name(catalogue.lang, day.month, "format", "wide"),
        "month-short": month_name(catalogue.lang, day.month, "format", "abbreviated"),
        "day-digits": f"{day.day:02}",
        "month-digits": f"{day.month:02}",
        "year": str(day.year),
    }
    return catalogue.format(f"date-{form}", variables)


def period_text(catalogue: "Catalogue", period: Period) -> str:
    """A period: `2023`, `Q2 2023`, `October 2026`, January to July 2023."""
    kind = "month" if period.months == 1 else KINDS[period.frequency]
    first, last = (month_name(catalogue.lang, month, "stand-alone", "wide") for month in (period.first_month, period.last_month))
    variables = {"year": str(period.year), "month": last, "from": first, "to": last}
    variables |= {"quarter": str(period.number), "quarter-class": _ordinal_class(period.number)}
    return catalogue.format(f"period-{kind}", variables)


def dated_text(catalogue: "Catalogue", text: str) -> str:
    """Something dated `2024-04-19`, `2024-04` or `2024`, as precisely as it is known; raises ValueError for anything else."""
    if text.count("-") == 2:  # noqa: PLR2004  year, month and day
        return day_text(catalogue, date.fromisoformat(text), "long")
    return period_text(catalogue, Period.parse(text))


def _ordinal_class(number: int) -> str:
    return "first" if number == 1 else "other"
