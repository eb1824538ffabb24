"""What do the data say? Computes every indicator in order, as of one date."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from bilan.config.models import PartnershipConfig
from bilan.indicators.context import Context, DataView, Outline, derive, from_observation
from bilan.indicators.definition import Definition
from bilan.indicators.expression import Missing, Node, parse
from bilan.indicators.functions import evaluate
from bilan.indicators.sql import by_sql
from bilan.model import Reading
from bilan.period import Period
from bilan.sources.dossier import Dossier

NOTHING = Dossier()


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


def compute(
    view: DataView,
    partnership: PartnershipConfig,
    as_of: date,
    definitions: Mapping[str, Definition],
    dossier: Dossier = NOTHING,
) -> Readings:
    """Every reading as of a date; a missing input gives a reading without value, never a gap filled."""
    done: dict[str, dict[tuple[str, Period], Reading]] = {}
    context = Context(view, partnership, as_of, done, definitions, dossier)
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
        return _as_reported(definition, context)
    return by_sql(definition, context) if definition.sql else _by_expression(definition, context)


def _as_reported(definition: Definition, context: Context) -> Iterator[Reading]:
    for _, series in context.declared(definition):
        for one in series.observations:
            yield from_observation(definition.name, definition.unit, one, context.as_of)


def _by_expression(definition: Definition, context: Context) -> Iterator[Reading]:
    """One reading for each subject any input has, and each of its periods since all its inputs have begun."""
    node = parse(definition.formula)
    groups = {name: by_subject(context.readings.get(need, {})) for name, need in definition.inputs.items()}
    for subject in sorted({subject for group in groups.values() for subject in group}):
        inputs = {name: group.get(subject, {}) for name, group in groups.items()}
        known = [one for group in inputs.values() for one in group.values()]
        reporter = next((one.reporter for one in known), "")
        partner = next((one.partner for one in known if one.partner), "")
        begun = max(min(group) for group in inputs.values() if group)
        for period in sorted({one.period for one in known if one.period >= begun}):
            outline = Outline(
                definition.name, subject, period, definition.unit, definition.formula, context.as_of, reporter, partner
            )  # fmt: skip
            yield _at(outline, node, inputs)


def by_subject(readings: Mapping[tuple[str, Period], Reading]) -> dict[str, dict[Period, Reading]]:
    """Readings of one indicator by subject, then period."""
    found: dict[str, dict[Period, Reading]] = defaultdict(dict)
    for (subject, period), one in readings.items():
        found[subject][period] = one
    return dict(found)


def _at(outline: Outline, node: Node, inputs: Mapping[str, Mapping[Period, Reading]]) -> Reading:
    used: dict[str, Reading] = {}

    def look(name: str, period: Period) -> Decimal:
        found = inputs[name].get(period)
        if found is None or found.value is None:
            raise Missing(f"{name} of {period} is missing")
        used[found.id] = found
        return found.value

    try:
        return derive(outline, evaluate(node, outline.period, look), used.values())
    except Missing as gap:
        return derive(outline, None, used.values(), gap.reason)
