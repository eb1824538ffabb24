"""`bilan series`: a series as of a date, with all its vintages on wish."""

import os
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from bilan.cli.build_command import day, instant, month
from bilan.cli.output import common, opened, say, table
from bilan.period import Period
from bilan.pipeline.facts import told_outline, told_series
from bilan.project import Project

if TYPE_CHECKING:
    from bilan.model import Observation, SeriesKey
    from bilan.pipeline.vintages import Vintage
    from bilan.store.view import View


@click.command("series", epilog="Examples:  bilan series   ·   bilan series population/KAZ --as-of 2024-12-31 --vintages --period 2010")
@click.argument("key", default="")
@click.option("--pair", help="Partnership (default: the first of bilan.toml).")
@click.option("--as-of", callback=day, help="What was published by this day (default: today).")
@click.option("--period", callback=month, help="Only this period, as 2023, 2023-Q2 or 2023-07.")
@click.option("--vintages", "with_vintages", is_flag=True, help="Every publication of each value, not only the last.")
@common
def command(key: str, **options: Any) -> int:  # noqa: ANN401  click's options
    """Print the series KEY as of a date; without KEY, a list of all series.

    KEY is indicator/reporter/partner/flow/product/frequency, its beginning, or a pattern with *.
    """
    from bilan.pipeline.vintages import matching, outlines, spoken  # noqa: PLC0415  loads the store

    project = opened(options["folder"], verbose=options["verbose"])
    view = known(project, options["pair"], options["as_of"])
    if not key:
        _list([told_outline(one) for one in outlines(view, matching(view, "*"))], as_json=options["as_json"])
        return 0
    found = {one: spoken(view, one, options["period"], every=options["with_vintages"]) for one in matching(view, key)}
    if options["as_json"]:
        say([told_series(one, view.as_of, told) for one, told in found.items()], as_json=True)
    else:
        say("\n\n".join(_told(one, told, view.as_of) for one, told in found.items()))
    return 0


def known(project: Project, pair: str | None, as_of: date | None) -> "View":
    """What is known of a partnership by a date, today by default; the tables are taken in first."""
    from bilan.pipeline.knowledge import take_in  # noqa: PLC0415  loads the store
    from bilan.pipeline.request import local_day  # noqa: PLC0415  same

    now = instant(os.environ)
    store, _, _ = take_in(project, pair or project.config.partnerships[0], now)
    return store.as_of(as_of or local_day(project, now))


def _list(rows: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        say(rows, as_json=True)
    else:
        say(table([tuple(rows[0]), *(tuple(str(cell) for cell in row.values()) for row in rows)]))


def _told(key: "SeriesKey", told: "dict[Period, list[Vintage]]", as_of: date) -> str:
    if not told:
        return f"{key} as of {as_of.isoformat()}: no value"
    rows: list[tuple[str, ...]] = [("period", "value", "unit", "published", "", "change", "source")]
    for period, ones in told.items():
        rows += [(str(period), *_cells(one)) for one in ones]
    return f"{key} as of {as_of.isoformat()}\n{table(rows)}"


def _cells(one: "Vintage") -> tuple[str, ...]:
    row = one.observation
    value = "withdrawn" if row.value is None else format(row.value, "f")
    change = "" if one.change is None else f"{one.change:+.2f} %"
    marks = ", ".join(part for part in (one.event, _hedges(row), "counts" if one.current else "") if part)
    return value, row.unit, row.published or row.published_on.isoformat(), marks, change, "; ".join(row.source_ids)


def _hedges(row: "Observation") -> str:
    words = (row.precision.value, row.status.value, row.evidence.value)
    return ", ".join(word for word in words if word not in ("exact", "final", "reported", "forecast", "withdrawn"))
