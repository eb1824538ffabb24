"""How are facts told to machines? Series, revisions, readings, findings and what the gate says as JSON, the same for command line and API."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bilan.errors import InvalidFileError
from bilan.model import Observation, Reading, SeriesKey
from bilan.period import Period

if TYPE_CHECKING:
    from bilan.document import Finding
    from bilan.findings.changes import Difference
    from bilan.findings.revisions import Revision
    from bilan.gate.check import GateResult
    from bilan.pipeline.vintages import Outline, Vintage
    from bilan.project import Project

Json = dict[str, Any]
ACTIONS = ("pass", "warn", "hold")


def plain(value: Decimal | None) -> str | None:
    """An exact number without exponent."""
    return None if value is None else format(value, "f")


def told_outline(one: "Outline") -> Json:
    """A series in a list."""
    return {
        "series": str(one.key), "periods": one.periods, "publications": one.publications, "last": str(one.last),
        "published": one.published_on.isoformat(),
    }  # fmt: skip


def told_series(key: SeriesKey, as_of: date, told: "Mapping[Period, list[Vintage]]") -> Json:
    """What a series says as of a date, with all or only the current publications of each value."""
    values = [_vintage(period, one) for period, ones in told.items() for one in ones]
    return {"series": str(key), "as_of": as_of.isoformat(), "values": values}


def _vintage(period: Period, one: "Vintage") -> Json:
    row = one.observation
    return {
        "period": str(period), "value": plain(row.value), "unit": row.unit, "published": row.published or row.published_on.isoformat(),
        "event": one.event, "change_percent": plain(one.change), "counts": one.current, "row": row.row, "sources": list(row.source_ids),
        "precision": row.precision.value, "status": row.status.value, "evidence": row.evidence.value, "as_printed": row.printed,
        "note": row.note,
    }  # fmt: skip


def told_value(one: Observation | None) -> str:
    """The value of an observation, `-` where there is none."""
    return "-" if one is None else plain(one.value) or "-"


def told_revision(one: "Revision") -> Json:
    """A value that was revised, withdrawn or restored."""
    return {
        "series": str(one.key), "period": str(one.period), "kind": one.kind.value, "before": told_value(one.before),
        "after": told_value(one.after), "percent": plain(one.percent), "usual_percent": plain(one.usual), "factor": plain(one.factor),
        "growth": [plain(rate) for rate in one.growth], "turned": one.turned, "material": one.material,
    }  # fmt: skip


def told_change(one: "Difference") -> Json:
    """What reads otherwise."""
    return {"change": one.change.value, "subject": one.subject, "before": one.before, "after": one.after}


def told_reading(one: Reading) -> Json:
    """A reading, with what it rests on."""
    return {
        "id": one.id, "indicator": one.indicator, "value": plain(one.value), "unit": one.unit, "period": str(one.period),
        "reporter": one.reporter, "partner": one.partner, "status": one.status.value, "precision": one.precision.value,
        "evidence": one.evidence.value, "formula": one.formula, "inputs": list(one.inputs), "sources": list(one.source_ids),
        "published": one.published,
    }  # fmt: skip


def told_finding(one: "Finding") -> Json:
    """A finding before it is worded: its rule, what it speaks of, and the words its sentence turns on."""
    words = {name: _argument(value) for name, value in one.args}
    return {
        "rule": one.rule, "section": one.section, "weight": one.weight, "subject": one.subject, "readings": list(one.reading_ids),
        "arguments": words,
    }  # fmt: skip


def _argument(value: object) -> str:
    return value.id if isinstance(value, Reading) else plain(value) or "" if isinstance(value, Decimal) else str(value)


def told_gate(one: "GateResult") -> Json:
    """What the gate says of one series, in full."""
    return {
        "rule": one.rule, "series": one.series, "action": one.action, "rows": list(one.rows), "message": one.message,
        "hint": one.hint, "said": one.said, "arguments": {name: str(value) for name, value in one.args}, "more": one.more,
    }  # fmt: skip


def summed(project: "Project", gate: "Iterable[GateResult]", partnerships: Iterable[str]) -> dict[str, int]:
    """How many rules looked at how many series, and how often each action came of it; nothing where the data could not be read."""
    results = list(gate)
    if not results:
        return dict.fromkeys(("rules", "series", *ACTIONS), 0)
    from bilan.gate.check import is_idle  # noqa: PLC0415  loads the store

    files = [project.folder(slug) / "gate.toml" for slug in partnerships]
    checked = [one for one in results if not is_idle(one)]
    actions = {action: sum(one.action == action for one in checked) for action in ACTIONS}
    rules = sum(_rules(path) for path in files if path.exists())
    return {"rules": rules, "series": len({one.series for one in checked}), **actions}


def _rules(path: Path) -> int:
    """How many rules a file has; none where it cannot be read, which is told as a problem."""
    from bilan.gate.rules import load_gate  # noqa: PLC0415  loads the store

    try:
        return len(load_gate(path).rule)
    except InvalidFileError:
        return 0
