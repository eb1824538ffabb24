"""How does a person look at the data? Every series with its vintages, what was revised, what the gate says."""

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from starlette.responses import Response

from bilan.errors import UsageError
from bilan.gate.check import is_idle
from bilan.ledger.people_records import Role
from bilan.pipeline.vintages import between, matching, outlines, vintages
from bilan.web.known import FIRST_DAY, day_of, view_of
from bilan.web.pages.drawing import drawn, spark
from bilan.web.pages.frame import Frame

if TYPE_CHECKING:
    from bilan.model import SeriesKey
    from bilan.store.view import View

MOST_SERIES = 12
YEAR = timedelta(days=365)


def _asked(frame: Frame) -> tuple[str, date]:
    """The partnership and the day."""
    given = frame.request.query_params
    pair = given.get("pair", "") or frame.site.project.config.partnerships[0]
    return pair, _day(frame, given.get("as_of", ""))


def _day(frame: Frame, text: str) -> date:
    try:
        found = date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"day '{text[:20]}'", "is no date", "write it as 2026-10-31") from None
    return day_of(frame.site, found)


def data(frame: Frame) -> Response:
    """All series: how far they reach, how fresh they are, what the gate says of them."""
    frame.needs(Role.VIEW)
    pair, day = _asked(frame)
    knowledge, view = frame.site.knowledge(pair, day), view_of(frame.site, pair, day)
    gate = [one for one in knowledge.gate if one.action != "pass" and not is_idle(one)]
    warned = {one.series: one for one in gate}
    wanted = frame.request.query_params.get("q", "")[:100].strip()
    named = [(one, frame.series(pair, one.key)) for one in outlines(view, matching(view, "*"))]
    rows = [
        (one, name, spark(_values(view, one.key)), warned.get(str(one.key)))
        for one, name in named
        if wanted.casefold() in f"{name} {one.key}".casefold()
    ]
    return frame.page("data.html", pair=pair, day=day, rows=rows, gate=gate, wanted=wanted, pairs=frame.site.project.config.partnerships)


def _values(view: "View", key: "SeriesKey") -> list[Decimal]:
    return [one.value for one in view.series(key).observations if one.value is not None]


def series(frame: Frame) -> Response:
    """One series, or a few: the chart, each value with every vintage."""
    frame.needs(Role.VIEW)
    pair, day = _asked(frame)
    knowledge, view = frame.site.knowledge(pair, day), view_of(frame.site, pair, day)
    keys = matching(view, frame.request.path_params["key"][:300])[:MOST_SERIES]
    found = [(key, values := vintages(view, key), drawn(values)) for key in keys]
    gate = {str(key): [one for one in knowledge.gate if one.series == str(key) and one.action != "pass"] for key in keys}
    return frame.page(
        "series.html", pair=pair, day=day, found=found, gate=gate, sources=knowledge.sources, pattern=frame.request.path_params["key"]
    )


def revisions(frame: Frame) -> Response:
    """What publishers revised between two days."""
    frame.needs(Role.VIEW)
    pair, day = _asked(frame)
    since = frame.request.query_params.get("since", "")
    start = _day(frame, since) if since else max(FIRST_DAY, day - YEAR)
    if start > day:
        raise UsageError(f"day {start.isoformat()}", f"lies after {day.isoformat()}", "give the earlier date first")
    everything = bool(frame.request.query_params.get("all"))
    rows = between(view_of(frame.site, pair, start), view_of(frame.site, pair, day), "", everything=everything)
    return frame.page("revisions.html", pair=pair, day=day, since=start, rows=rows, all=everything)


VIEWS = (("data", "GET", data), ("data/revisions", "GET", revisions), ("data/{key:path}", "GET", series))
