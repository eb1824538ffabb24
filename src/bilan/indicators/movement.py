"""What passes the border, and how much could? Checkpoints between the two and what they are said to take."""

from collections.abc import Iterator
from dataclasses import replace

from bilan.indicators.context import Context, from_observation
from bilan.indicators.definition import indicator
from bilan.model import Observation, Reading, SeriesKey


@indicator(
    "movement.checkpoints",
    question="How many road checkpoints are there between the two?",
    unit="count",
    kind="stock",
    formula="as stated",
    source="statements of either border service",
    missing="a year without a row has no reading",
)
def checkpoints(context: Context) -> Iterator[Reading]:
    """Road checkpoints on the common border; the subject names both countries."""
    first, second = context.countries
    for one in context.view.series(SeriesKey("road_checkpoints_bilateral", f"{first}-{second} border")).observations:
        reading = from_observation("movement.checkpoints", "count", one, context.as_of, f"{first}-{second}")
        yield replace(reading, reporter="", partner="")


@indicator(
    "movement.checkpoint_capacity",
    question="How many people a day can a checkpoint take, as stated?",
    unit="persons",
    kind="stock",
    formula="as stated",
    source="statements; a plan stays a plan until somebody counts",
    missing="a year without a row has no reading",
    provisional="as stated, most often an upper bound; nothing is computed from it",
)
def capacity(context: Context) -> Iterator[Reading]:
    """Capacity in persons a day by checkpoint; vehicles, counted under the same name, are left out."""
    keys = sorted(key for key in context.view.keys() if key.indicator == "checkpoint_capacity_per_day")  # noqa: SIM118  a view, no mapping
    for key in keys:
        for period in [one.period for one in context.view.series(key).observations]:
            persons = _in_persons(context.view.history(key, period))
            if persons is not None:
                reading = from_observation("movement.checkpoint_capacity", "persons", persons, context.as_of, key.reporter)
                yield replace(reading, reporter="", partner="")


def _in_persons(known: list[Observation]) -> Observation | None:
    return next((one for one in reversed(known) if one.unit == "persons" and one.value is not None), None)
