"""Small series written down by hand, and what a rule says of a view."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from bilan.gate.check import GateResult, run
from bilan.gate.rules import GateConfig, GateRule
from bilan.model import Observation, SeriesKey
from bilan.period import Frequency, Period
from bilan.store.view import View

PACK = Path(__file__).parents[2] / "data" / "kz-kg"
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TODAY = date(2026, 11, 24)
KEY = SeriesKey("trade", "KGZ", "KAZ", "total", "TOTAL", Frequency.ANNUAL)
NAME = "trade/KGZ/KAZ/total/TOTAL/A"
Show = Callable[..., View]
AsOf = Callable[[str], View]


def observed(row: str, value: str | None = "1317.884", year: int = 2023, **other: object) -> Observation:
    """One row of trade.csv; `published` is short for the day it was published on."""
    facts: dict[str, object] = {
        "key": KEY,
        "period": Period(year, Frequency.ANNUAL),
        "value": None if value is None else Decimal(value),
        "unit": "USD_million",
        "published_on": date(2024, 4, 9),
        "source_ids": ("s",),
        "row": f"trade.csv#{row}",
    }
    if "published" in other:
        facts["published_on"] = date.fromisoformat(str(other.pop("published")))
    return Observation(**{**facts, **other})  # type: ignore[arg-type]


def yearly(values: dict[int, str], published: str, **other: object) -> list[Observation]:
    """One publication of a series: a row for each year, named by year and day."""
    return [observed(f"{year}@{published}", value, year, published=published, **other) for year, value in values.items()]


def only(view: View, **rule: object) -> GateResult:
    """What one rule says of the one series of a view."""
    (result,) = run(view, GateConfig(rule=(GateRule.model_validate({"series": "*", **rule}),)), view.as_of)
    return result


def of(view: View, series: str, **rule: object) -> GateResult:
    """What one rule says of a series of the view."""
    found = run(view, GateConfig(rule=(GateRule.model_validate({"series": series, **rule}),)), view.as_of)
    assert len(found) == 1, [one.series for one in found]
    return found[0]
