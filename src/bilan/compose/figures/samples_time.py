"""Samples of charts over time: columns, lines, fan, small multiples, sparklines, time line, slope."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bilan.charts.marks import Track
from bilan.charts.specs import Event, Fan, Line, Multiples, Panel, Range, Sparkline, Timeline, TradeBars
from bilan.charts.specs_rows import Slope
from bilan.compose.figures.samples import Case, Sample, Sampler
from bilan.document import Text

ONE: dict[int, str | None] = {
    2018: "0.74",
    2019: "0.84",
    2020: "0.72",
    2021: "0.98",
    2022: "1.12",
    2023: "1.31",
    2024: "1.52",
    2025: "1.66",
}
TWO: dict[int, str | None] = {2018: "0.61", 2019: "0.66", 2020: None, 2021: "0.79", 2022: "0.97", 2023: "1.08", 2024: "1.16", 2025: "1.21"}
MANY: dict[int, str | None] = {year: f"{0.25 + (year - 1996) * 0.051 + (year * 7 % 5) * 0.04:.3f}" for year in range(1996, 2026)}
SIGNS: dict[int, str | None] = {2019: "-0.42", 2020: "-0.77", 2021: "0.003", 2022: None, 2023: "0.61", 2024: "-0.18", 2025: "0.94"}
SOFT = {2024: "provisional", 2025: "estimate"}
EACH = {2021: "", 2022: "provisional", 2023: "estimate", 2024: "forecast", 2025: ""}


def samples(made: Sampler) -> Iterator[Sample]:
    """Each kind over time with its cases."""
    for kind in (forms, columns, lines, fans, multiples, sparklines, timelines, slopes):
        yield from kind(made)


def forms(made: Sampler) -> Iterator[Sample]:
    """How firm a value is, in columns and in lines."""
    series = made.series({2021: "1.2", 2022: "1.3", 2023: "1.1", 2024: "1.4", 2025: "1.3"}, EACH)
    columns = TradeBars(
        (made.track(series, "a", made.first, list(EACH), (2025,)),), made.years(list(EACH)), missing=made.missing, height_mm=40.0
    )
    yield replace(made.told("forms", "usual", columns, series), title=made.say("gallery-found-forms"))
    years = {year: f"{1 + (year - 2014) * 0.08:.2f}" for year in range(2014, 2026)}
    states = {2018: "provisional", 2019: "provisional", 2020: "estimate", 2024: "forecast", 2025: "forecast"}
    series = made.series(years, states)
    line = Line(
        (made.track(series, "joint", "", (), (2022, 2023)),),
        made.years(range(2014, 2026, 2)),
        missing=made.missing,
        width_mm=174.0,
        height_mm=34.0,
    )
    yield replace(made.told("forms", "usual", line, series), title=made.say("gallery-found-lines"))


def columns(made: Sampler) -> Iterator[Sample]:
    """Columns by year."""
    one, two = made.series(ONE, {2018: "estimate"}), made.series(TWO, SOFT)
    tracks = (made.track(one, "a", made.first), made.track(two, "b", made.second))
    yield made.told(
        "trade-bars", "usual",
        TradeBars(tracks, made.years(list(ONE)), made.ticks("0", "3"), made.target("3", "1.66"), made.missing), one,
    )  # fmt: skip
    long, soft = made.series(MANY), made.series(SIGNS, SOFT)
    tracks = (made.track(long, "a", made.word("gallery-product-long")), made.track(soft, "b", made.word("gallery-project-long")))
    yield made.told(
        "trade-bars", "worst",
        TradeBars(tracks, made.years(list(MANY)), made.ticks("-1", "2"), made.target("1.9", "1.725"), made.missing), long,
        made.word("gallery-product-long"),
    )  # fmt: skip
    yield made.bare(
        "trade-bars", "missing", TradeBars((made.track(made.series({2025: None}), "a"),), (), (), None, made.missing, height_mm=30.0)
    )


def lines(made: Sampler) -> Iterator[Sample]:
    """Lines over years."""
    one, two = made.series(ONE, SOFT), made.series({**TWO, 2020: "0.6"})
    gap = made.say("gallery-gap", gap=made.printer.amount(made.reading("0.45", 2025), form="short"))
    tracks = (made.track(one, "a", made.first), made.track(two, "b", made.second))
    years, soft = made.years(list(ONE)), made.word("chart-provisional")
    yield made.told("line", "usual", Line(tracks, years, made.ticks("0", "2.1"), made.target("2"), gap, soft, made.missing), one)
    long, signs = made.series(MANY), made.series(SIGNS, SOFT)
    tracks = (made.track(long, "joint", made.word("gallery-product-long")), made.track(signs, "b", made.word("gallery-project-long")))
    worst = Line(tracks, made.years(range(1996, 2026)), made.ticks("-1", "2"), made.target("1.8"), "", soft, made.missing, 174.0)
    yield made.told("line", "worst", worst, long, made.word("gallery-product-long"))
    alone = made.series({2025: "1.3"})
    yield made.told(
        "line",
        "missing",
        Line((made.track(alone, "b", made.second),), made.years([2025]), missing=made.missing, width_mm=85.0, height_mm=40.0),
        alone,
    )
    yield made.bare("line", "missing", Line((), (), missing=made.missing, width_mm=85.0, height_mm=40.0))


def fans(made: Sampler) -> Iterator[Sample]:
    """Ranges of what may follow."""
    observed = made.series({**MANY, 2025: "1.72"})[-14:]
    words = made.word("chart-observed"), made.word("chart-outlook"), made.say("chart-level", level=80), made.missing
    ranges = _ranges(made, (2026, "1.52", "2.05"), (2027, "1.49", "2.31"), (2028, "1.47", "2.58"))
    track = made.track(observed, "b")
    spec = Fan(track, ranges, made.years(range(2012, 2029, 2)), made.ticks("0", "2.6"), made.target("2.4"), *words)
    yield _range(made, "usual", spec, ranges[-1])
    signs = made.series({**SIGNS, 2022: None}, SOFT)
    ranges = _ranges(made, (2026, "-0.9", "2.6"))
    spec = Fan(made.track(signs, "joint"), ranges, made.years(range(2019, 2027)), made.ticks("-1", "3"), None, *words)
    yield _range(made, "worst", spec, ranges[-1])
    spec = Fan(made.track(made.series(ONE), "a"), (), made.years(list(ONE)), made.ticks("0", "2"), None, *words, height_mm=40.0)
    yield made.bare("fan", "missing", spec, made.word("heading-outlook"))


def _ranges(made: Sampler, *ends: tuple[int, str, str]) -> tuple[Range, ...]:
    return tuple(Range(made.point(year, low), made.point(year, high)) for year, low, high in ends)


def _range(made: Sampler, case: Case, spec: Fan, last: Range) -> Sample:
    name, period = Text.of(made.word("gallery-trade")), made.reading("0", last.low.year).period
    said = made.say("gallery-found-range", name=name, low=Text.of(last.low.label), high=Text.of(last.high.label), period=period)
    return Sample("fan", case, spec, said, made.say("gallery-unit"), said)


def multiples(made: Sampler) -> Iterator[Sample]:
    """Panels side by side."""
    names = [made.word(f"gallery-product-{one}") for one in ("fuels", "cereals", "iron", "fruit")]
    panels = tuple(_panel(made, name, shift) for shift, name in enumerate(names))
    series = made.series(ONE)
    yield made.told("multiples", "usual", Multiples(panels, 4, made.missing, height_mm=42.0), series)
    long = Panel(
        made.word("gallery-product-long"), made.word("gallery-unit-plain"),
        (made.track(made.series(MANY), "a", made.word("gallery-project-border")), made.track(made.series(SIGNS, SOFT), "b", made.second)),
        made.years([1996, 2025]),
    )  # fmt: skip
    worst = Multiples(
        (long, panels[0], Panel(names[1], "", (made.track(made.series({2025: None}), "a"),))), 3, made.missing, height_mm=48.0
    )
    yield made.told("multiples", "worst", worst, series, made.word("gallery-product-long"))
    nothing = Multiples(tuple(Panel(name) for name in names[:2]), 4, made.missing, height_mm=14.0)
    yield made.bare("multiples", "missing", nothing)


def _panel(made: Sampler, name: str, shift: int) -> Panel:
    values = {
        year: None if value is None else f"{float(value) * (1 + shift) * (1.1 if year % (shift + 2) else 0.9):.3f}"
        for year, value in TWO.items()
    }
    return Panel(name, "", (made.track(made.series(values, {2025: "estimate"} if shift == 1 else {}), "joint"),), made.years([2018, 2025]))


def sparklines(made: Sampler) -> Iterator[Sample]:
    """Word-sized charts."""
    one, two, signs = made.series(ONE), made.series(TWO, SOFT), made.series(SIGNS, SOFT)
    yield made.told("sparkline", "usual", Sparkline(made.track(one, "a")), one)
    yield made.told("sparkline", "usual", Sparkline(made.track(two, "b"), "bars", Decimal(2 * 10**9)), two)
    yield made.told("sparkline", "worst", Sparkline(made.track(signs, "b"), "bars"), signs)
    yield made.told("sparkline", "worst", Sparkline(made.track(made.series(MANY), "a")), one)
    yield made.bare("sparkline", "missing", Sparkline(Track(())))


def timelines(made: Sampler) -> Iterator[Sample]:
    """Events in time."""
    years = made.years([1995, 2000, 2005, 2010, 2015, 2020, 2024, 2025, 2026])
    names = ("treaty", "protocol", "treaty", "long", "protocol", "long", "treaty", "protocol")
    days = ("1997-04-08", "2003-12-25", "2017-12-25", "2024-04-17", "2024-04-19", "2025-08-22", "2025-08-30", "2026-12-31")
    states = ("earlier", "earlier", "earlier", "earlier", "earlier", "recent", "recent", "expected")
    events = tuple(
        Event(date.fromisoformat(day), made.printer.date(date.fromisoformat(day)), made.word(f"gallery-event-{name}"), state)  # type: ignore[arg-type]  # a state
        for day, name, state in zip(days, names, states, strict=True)
    )
    name, expand = made.word("gallery-milestones"), date(2024, 1, 1)
    few = (*events[:3], events[4], events[6])
    cases: tuple[tuple[Case, tuple[Event, ...]], ...] = (("usual", few), ("worst", events))
    for case, chosen in cases:
        first, last = chosen[0], chosen[-1]
        span = made.say("gallery-span", first=Text.of(first.when), last=Text.of(last.when))
        alt = made.say("gallery-found-pair", name=Text.of(name), value=span)
        yield Sample(
            "timeline",
            case,
            Timeline(chosen, years, expand, made.missing, height_mm=24.0 if case == "usual" else 30.0),
            alt,
            made.say("gallery-unit-plain"),
            alt,
        )
    yield made.bare("timeline", "missing", Timeline((), missing=made.missing, height_mm=12.0), name)


def slopes(made: Sampler) -> Iterator[Sample]:
    """Two years and what changed between them."""
    products = [made.word(f"gallery-product-{one}") for one in ("fuels", "cereals", "iron", "vehicles", "fruit", "clothes")]
    starts, ends = ("0.238", "0.171", "0.118", "0.031", "0.064", "0.029"), ("0.31", "0.12", "0.121", "0.097", "0.07", "0.001")
    pairs = [made.series({2020: start, 2025: end}) for start, end in zip(starts, ends, strict=True)]
    years = made.years([2020, 2025])
    who = ("b", "context", "context", "a", "context", "context")
    tracks = tuple(made.track(pair, one, name, (2020, 2025)) for pair, one, name in zip(pairs, who, products, strict=True))  # type: ignore[arg-type]  # a partner
    yield made.told("slope", "usual", Slope(tracks, years, made.missing), pairs[3], products[3])  # type: ignore[arg-type]  # two of them
    gone, new = made.series({2020: "0.4"}), made.series({2025: "-0.2"})
    worst = (
        made.track(gone, "a", made.word("gallery-product-long"), (2020,)), made.track(new, "b", made.word("gallery-project-long"), (2025,)),
        made.track(made.series({2020: "0.399", 2025: "-0.19"}), "joint", made.word("gallery-project-border"), (2020, 2025)),
    )  # fmt: skip
    yield made.told("slope", "worst", Slope(worst, years, made.missing), new, made.word("gallery-product-long"))  # type: ignore[arg-type]  # two of them
    yield made.bare("slope", "missing", Slope((), missing=made.missing, height_mm=30.0))
