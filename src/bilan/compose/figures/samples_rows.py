"""Samples of charts in rows: mirror pair, contribution, ranking, share, couples, tracker."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bilan.charts.marks import Bar, Who
from bilan.charts.specs import Contribution, Mirror, MirrorPair, Spec
from bilan.charts.specs_rows import Couple, Course, Dumbbell, Group, Ranking, Share, Step, Tracker
from bilan.compose.figures.samples import Case, Sample, Sampler
from bilan.document import Text, Words

PRODUCTS = ("fuels", "cereals", "iron", "vehicles", "fruit", "clothes")
STAGES = ("announced", "agreed", "funded", "started", "done")


def samples(made: Sampler) -> Iterator[Sample]:
    """Each kind in rows with its cases."""
    for kind in (mirrors, contributions, rankings, shares, couples, trackers):
        yield from kind(made)


def _sample(made: Sampler, kind: str, case: Case, spec: Spec, first: Bar) -> Sample:
    """A sample whose title and alternative text name what is first."""
    said = made.say("gallery-found-first", name=Text.of(first.name), last=Text.of(first.label))
    return Sample(kind, case, spec, said, made.say("gallery-unit"), said)


def mirrors(made: Sampler) -> Iterator[Sample]:
    """The same goods counted twice."""
    one = _mirror(made, (made.first, made.second), ("a", "b"), ("1.077", "0.862"))
    two = _mirror(made, (made.second, made.first), ("b", "a"), ("0.456", "0.495"))
    yield _gap(made, "usual", MirrorPair((one, two), made.missing, height_mm=44.0))
    long = made.word("gallery-product-long")
    broken = Mirror(long, replace(one.exporter, name=long), made.bar(made.second, None, "b"), "", "")
    tiny = replace(two, exporter=replace(made.bar(made.second, "0.004", "b"), name=made.word("gallery-project-border")))
    yield _gap(made, "worst", MirrorPair((broken, tiny), made.missing, height_mm=50.0))
    yield made.bare(
        "mirror-pair",
        "missing",
        MirrorPair((_mirror(made, (made.first, made.second), ("a", "b"), (None, None)),), made.missing, height_mm=22.0),
    )


def _gap(made: Sampler, case: Case, spec: MirrorPair) -> Sample:
    said = made.say("gallery-found-gap", gap=made.printer.amount(made.reading("0.215", 2025), form="short"))
    return Sample("mirror-pair", case, spec, said, made.say("gallery-unit"), said)


def _mirror(made: Sampler, names: tuple[str, str], who: tuple[Who, Who], values: tuple[str | None, str | None]) -> Mirror:
    heading = made.say("flow-direction", seller=names[0], buyer=names[1])
    sold, bought = (
        made.bar(made.word(word), value, one) for word, value, one in zip(("fig-exports", "fig-imports"), values, who, strict=True)
    )
    difference = made.printer.amount(made.reading("0.215", 2025), form="short")
    gap: Words = made.say("gallery-gap", gap=difference) if None not in values else ""
    return Mirror(heading, sold, replace(bought, precision=bought.precision), gap)


def contributions(made: Sampler) -> Iterator[Sample]:
    """Parts of a change."""
    parts = (made.bar(made.word("fig-exports"), "0.38", "b"), made.bar(made.word("fig-imports"), "0.78", "a", "estimate"))
    usual = Contribution(parts, made.bar(made.word("fig-growth"), "1.16"), made.missing)
    yield _sample(made, "contribution", "usual", usual, parts[1])
    worst_parts = (
        made.bar(made.word("gallery-product-long"), "0.38", "b"),
        made.bar(made.word("gallery-product-iron"), "-0.96", "a", "provisional"),
        made.bar(made.word("gallery-product-fruit"), None, "context"),
    )
    worst = Contribution(worst_parts, made.bar(made.word("fig-growth"), "-0.58"), made.missing, height_mm=62.0)
    yield _sample(made, "contribution", "worst", worst, worst_parts[0])
    yield made.bare("contribution", "missing", Contribution((), made.bar(made.word("fig-growth"), None), made.missing, height_mm=20.0))


def rankings(made: Sampler) -> Iterator[Sample]:
    """The largest, side by side."""
    one = _bars(made, PRODUCTS[:5], ("0.238", "0.171", "0.118", "0.097", "0.064"), "a")
    two = _bars(made, PRODUCTS[:0:-1], ("0.121", "0.088", "0.052", "0.047", "0.039"), "b")
    usual = Ranking((Group(made.first, one), Group(made.second, two)), made.missing, height_mm=48.0)
    yield _sample(made, "ranking", "usual", usual, one[0])
    long = made.bar(made.word("gallery-product-long"), "0.9", "a")
    rows = (
        long, made.bar(made.word("gallery-project-long"), "0.0004", "a", "provisional"), made.bar(made.word("gallery-product-iron"), "-0.3", "a"),
        made.bar(made.word("gallery-product-fruit"), None, "a"), made.bar(made.word("gallery-product-clothes"), "0", "a"),
        made.bar(made.word("gallery-product-vehicles"), "0.45", "a", "estimate"), made.bar(made.word("gallery-product-cereals"), "0.4", "a", "forecast"),
    )  # fmt: skip
    yield _sample(made, "ranking", "worst", Ranking((Group("", rows),), made.missing, height_mm=66.0), long)
    yield made.bare("ranking", "missing", Ranking((Group(made.first, ()),), made.missing, height_mm=16.0))


def _bars(made: Sampler, products: tuple[str, ...], values: tuple[str, ...], who: Who) -> tuple[Bar, ...]:
    changes = ("9", "22", "-4", "31", "3")
    bars = []
    for product, value, change in zip(products, values, changes, strict=True):
        note = made.printer.change(made.reading(change, 2025, unit="percent"))
        bars.append(replace(made.bar(made.word(f"gallery-product-{product}"), value, who), note=note, stands_out=change.startswith("-")))
    return tuple(bars)


def shares(made: Sampler) -> Iterator[Sample]:
    """Parts of wholes."""
    usual = (made.bar(made.first, "0.084", "a", unit="share"), made.bar(made.second, "0.236", "b", "estimate", "share"))
    yield _share(made, "usual", usual, 24.0)
    worst = (
        made.bar(made.word("gallery-product-long"), "1", "a", unit="share"), made.bar(made.word("gallery-product-iron"), None, "b", unit="share"),
        made.bar(made.word("gallery-product-fruit"), "0.0004", "b", unit="share"), made.bar(made.second, "0", "b", unit="share"),
    )  # fmt: skip
    yield _share(made, "worst", worst, 52.0)
    yield made.bare("share", "missing", Share((), missing=made.missing, height_mm=14.0))


def _share(made: Sampler, case: Case, rows: tuple[Bar, ...], height: float) -> Sample:
    first = _sample(made, "share", case, Share(rows, made.word("gallery-whole"), made.missing, height_mm=height), rows[0])
    return replace(first, subtitle=made.say("gallery-unit-share"))


def couples(made: Sampler) -> Iterator[Sample]:
    """Two values of the same thing."""
    values = (("1.08", "0.86"), ("0.46", "0.5"), ("0.95", "0.94"))
    names = [made.word(f"gallery-product-{one}") for one in PRODUCTS[:3]]
    rows = tuple(
        Couple(name, made.bar(made.first, one, "a"), made.bar(made.second, two, "b"))
        for name, (one, two) in zip(names, values, strict=True)
    )
    yield _sample(
        made, "dumbbell", "usual", Dumbbell(rows, made.ticks("0", "1.1"), made.missing, height_mm=40.0), replace(rows[0].one, name=names[0])
    )
    worst = (
        Couple(made.word("gallery-product-long"), made.bar(made.first, "-0.4", "a"), made.bar(made.second, "12.3", "b")),
        Couple(made.word("gallery-product-iron"), made.bar(made.first, "0.002", "a"), made.bar(made.second, "0.002", "b")),
        Couple(made.word("gallery-product-fruit"), made.bar(made.first, None, "a"), made.bar(made.second, "5", "b")),
        Couple(made.word("gallery-product-clothes"), made.bar(made.first, None, "a"), made.bar(made.second, None, "b")),
    )  # fmt: skip
    first = replace(worst[0].one, name=worst[0].name)
    yield _sample(made, "dumbbell", "worst", Dumbbell(worst, made.ticks("-1", "13"), made.missing, height_mm=54.0), first)
    yield made.bare("dumbbell", "missing", Dumbbell((), missing=made.missing, height_mm=14.0))


def trackers(made: Sampler) -> Iterator[Sample]:
    """Projects by stage."""
    stages = tuple(made.word(f"stage-{one}") for one in STAGES)
    rows = (
        Course(made.word("gallery-project-plant"), _steps(made, "done done done late open"), made.word("gallery-verdict-late"), strong=True),
        Course(made.word("gallery-project-border"), _steps(made, "done done expected open open"), made.word("gallery-verdict-track")),
    )  # fmt: skip
    long = Course(
        made.word("gallery-project-long"), _steps(made, "done unknown unknown unknown unknown"), made.word("gallery-verdict-silent")
    )
    name = made.word("gallery-promised")
    for case, shown, height in (("usual", rows, 30.0), ("worst", (long, *rows, long), 66.0)):
        said = made.say("gallery-found-pair", name=Text.of(shown[0].name), value=Text.of(shown[0].verdict))
        yield Sample("tracker", case, Tracker(stages, shown, made.missing, height_mm=height), said, made.say("gallery-unit-plain"), said)  # type: ignore[arg-type]  # a case
    yield made.bare("tracker", "missing", Tracker(stages, (), made.missing, height_mm=14.0), name)


def _steps(made: Sampler, states: str) -> tuple[Step, ...]:
    days = [date(2023 + number // 2, 1 + number * 2, 14) for number in range(len(STAGES))]
    return tuple(
        Step(state, made.printer.date(day, form="short") if state in ("done", "expected", "late") else "")  # type: ignore[arg-type]  # a state
        for state, day in zip(states.split(), days, strict=True)
    )
