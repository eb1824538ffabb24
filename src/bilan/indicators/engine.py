"""What do the data say? Computes every indicator in order, as of one date."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from bilan.config.models import PartnershipConfig
from bilan.indicators.context import Context, DataView, Outline, derive, from_observation
from bilan.indicators.definition import Definition, SeriesEntry
from bilan.indicators.expression import Missing, evaluate
from bilan.model import Reading, SeriesKey
from bilan.period import Period


class Readings:
    """All readings of one date, by indicator, subject and period."""

    def __init__(self, by_indicator: Mapping[str, Mapping[tuple[str, Period], Reading]]) -> None:
        self._by_indicator = by_indicator
        self._by_id = {one.id: one for group in by_indicator.values() for one in group.values()}

    def __iter__(self) -> Iterator[Reading]:
        return iter(sorted(self._by_id.values(), key=lambda one: one.id))

    def get(self, reading_id: str) -> Reading | None:
        """The reading of that id."""
        return self._by_id.get(reading_id)

    def series(self, indicator: str, subject: str = "") -> list[Reading]:
        """Readings of one indicator and subject, oldest period first."""
        group = self._by_indicator.get(indicator, {})
        return sorted((one for (who, _), one in group.items() if who == subject), key=lambda one: one.period)

    def at(self, indicator: str, subject: str, period: Period) -> Reading | None:
        """The reading of one period."""
        return self._by_indicator.get(indicator, {}).get((subject, period))

    def latest(self, indicator: str, subject: str = "") -> Reading | None:
        """The last reading that has a value."""
        return next((one for one in reversed(self.series(indicator, subject)) if one.value is not None), None)

    def subjects(self, indicator: str) -> list[str]:
        """Subjects of an indicator, sorted."""
        return sorted({who for who, _ in self._by_indicator.get(indicator, {})})


def compute(view: DataView, partnership: PartnershipConfig, as_of: date, definitions: Mapping[str, Definition]) -> Readings:
    """Every reading as of a date; a missing input gives a reading without value, never a gap filled."""
    done: dict[str, dict[tuple[str, Period], Reading]] = {}
    context = Context(view, partnership, as_of, done)
    for name, definition in definitions.items():
        done[name] = {_place(one): one for one in _readings(definition, context)}
    return Readings(done)


def _place(one: Reading) -> tuple[str, Period]:
    parts = one.id.removeprefix(f"{one.indicator}:").rsplit(":", 1)
    return (parts[0] if len(parts) > 1 else "", one.period)


def _readings(definition: Definition, context: Context) -> Iterable[Reading]:
    if definition.compute is not None:
        return definition.compute(context)
    if definition.series is not None:
        return _as_reported(definition, definition.series, context)
    return _by_expression(definition, context)


def _as_reported(definition: Definition, entry: SeriesEntry, context: Context) -> Iterator[Reading]:
    for reporter in context.countries:
        partner = entry.partner.format(reporter=reporter, partner=context.partner_of(reporter))
        key = SeriesKey(entry.indicator, reporter, partner, entry.flow, entry.product, entry.frequency)
        for one in context.view.series(key).observations:
            yield from_observation(definition.name, definition.unit, one, context.as_of)


def _by_expression(definition: Definition, context: Context) -> Iterator[Reading]:
    for subject in context.countries:
        inputs = {name: context.of(need, subject) for name, need in definition.inputs.items()}
        periods = sorted({period for group in inputs.values() for period in group})
        for period in periods:
            outline = Outline(
                definition.name, subject, period, definition.unit, definition.formula, context.as_of, subject, context.partner_of(subject)
            )
            yield _at(outline, inputs)


def _at(outline: Outline, inputs: Mapping[str, Mapping[Period, Reading]]) -> Reading:
    used: dict[str, Reading] = {}

    def look(name: str, lag: int) -> Decimal:
        period = outline.period.shift(-lag)
        found = inputs[name].get(period)
        if found is None or found.value is None:
            raise Missing(f"{name} of {period} is missing")
        used[found.id] = found
        return found.value

    try:
        return derive(outline, evaluate(outline.formula, look, outline.indicator), used.values())
    except Missing as gap:
        return derive(outline, None, used.values(), gap.reason)
