"""What does the gallery show? Every kind of chart with usual, worst and missing data, all of it invented."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from bilan.charts.marks import Bar, Point, Target, Tick, Track, Who, Year
from bilan.charts.specs import Spec
from bilan.compose.figures.axes import BILLION, bar, bare, course, track, value_ticks, years
from bilan.document import Argument, Text, Words
from bilan.model import Evidence, Precision, Reading, Status
from bilan.period import Frequency, Period
from bilan.wording.printer import Printer

Case = Literal["usual", "worst", "missing"]
Values = Mapping[int, str | None]
INVENTED = ("synthetic",)
FORMS: dict[str, dict[str, object]] = {
    "provisional": {"status": Status.PROVISIONAL},
    "estimate": {"precision": Precision.APPROXIMATE},
    "forecast": {"evidence": Evidence.FORECAST},
}


@dataclass(frozen=True, slots=True)
class Sample:
    """One figure of the gallery: which kind and case it shows, what is drawn, and what stands around it."""

    kind: str
    case: Case
    spec: Spec
    title: Text
    subtitle: Text
    alt: Text

    @property
    def id(self) -> str:
        """Its name among the samples."""
        return f"{self.kind}-{self.case}"


class Sampler:
    """Prints invented values through the formatting door; both partners keep their names and colours."""

    def __init__(self, printer: Printer, codes: tuple[str, str], as_of: date) -> None:
        self.printer, self.as_of = printer, as_of
        self.first, self.second = (printer.country(code) for code in codes)
        self.missing = printer.word("missing")
        self._count = 0

    def reading(self, value: str | None, year: int, form: str = "", unit: str = "USD") -> Reading:
        """An invented value, in billions where it is money."""
        self._count += 1
        amount = None if value is None else Decimal(value) * (BILLION if unit == "USD" else 1)
        period = Period(year, Frequency.ANNUAL)
        made = Reading(f"gallery.sample:{self._count}:{year}", "gallery.sample", period, self.as_of, unit, amount, source_ids=INVENTED)
        return replace(made, **FORMS.get(form, {}))  # type: ignore[arg-type]  # fields of a reading

    def series(self, values: Values, forms: Mapping[int, str] | None = None) -> list[Reading]:
        """A yearly series."""
        return [self.reading(value, year, (forms or {}).get(year, "")) for year, value in values.items()]

    def track(
        self, series: Sequence[Reading], who: Who, name: Words = "", labelled: Sequence[int] = (), other: Sequence[int] = ()
    ) -> Track:
        """A series as marks; without years to label, its last value has its label, and its first and the one before the last."""
        known = [one.period.year for one in series if one.value is not None]
        wanted = labelled or {*known[:1], *known[-2:]}
        made = track(self.printer, series, who, name, labelled=list(wanted))
        return replace(made, points=tuple(replace(one, other=one.year in other) for one in made.points))

    def bar(self, name: Words, value: str | None, who: Who = "joint", form: str = "", unit: str = "USD") -> Bar:
        """One bar with its number."""
        one = self.reading(value, self.as_of.year - 1, form, unit)
        label = bare(self.printer, one, BILLION) if unit == "USD" else Text() if value is None else self.printer.amount(one, form="short")
        return bar(self.printer, one, name, who, label=label)

    def point(self, year: int, value: str) -> Point:
        """A value at the end of a range."""
        one = self.reading(value, year, "forecast")
        return Point(year, one.value, bare(self.printer, one, BILLION), evidence=Evidence.FORECAST, reading=one.id)

    def years(self, wanted: Sequence[int]) -> tuple[Year, ...]:
        """Labels of years."""
        return years(self.printer, wanted)

    def ticks(self, low: str, high: str) -> tuple[Tick, ...]:
        """Hairlines between two values in billions."""
        return value_ticks(self.printer, Decimal(low) * BILLION, Decimal(high) * BILLION, BILLION)

    def target(self, value: str, start: str | None = None) -> Target:
        """An aim with its label, and what is left to it."""
        one = self.reading(value, self.as_of.year + 4)
        label = self.printer.say("gallery-aim", value=bare(self.printer, one, BILLION))
        if start is None:
            return Target(one.value or Decimal(0), label)
        left = self.reading(str(Decimal(value) - Decimal(start)), self.as_of.year)
        said = self.printer.say("fig-to-go", distance=bare(self.printer, left, BILLION))
        return Target(one.value or Decimal(0), label, Decimal(start) * BILLION, said)

    def say(self, message: str, **args: Argument) -> Text:
        """A message of the gallery."""
        return self.printer.say(message, **args)

    def word(self, message: str) -> str:
        """A word of the gallery."""
        return self.printer.word(message)

    def told(self, kind: str, case: Case, spec: Spec, series: Sequence[Reading], name: Words = "") -> Sample:
        """A sample whose title and alternative text speak of the first and last value of a series."""
        named = Text.of(name or self.word("gallery-trade"))
        known = [one for one in series if one.value is not None]
        if not known:
            return self.bare(kind, case, spec, named)
        last = self.printer.amount(known[-1], form="short")
        title = self.say("gallery-found-last", name=named, last=last, period=known[-1].period)
        alt = title
        if len(known) > 1:
            first = self.printer.amount(known[0], form="short")
            alt = self.say(
                "gallery-found-change", name=named, first=first, first_period=known[0].period, last=last, period=known[-1].period
            )
            alt = Text.of(alt, ".", course(self.printer, series))
        return Sample(kind, case, spec, title, self.say("gallery-unit"), alt)

    def bare(self, kind: str, case: Case, spec: Spec, name: Words = "") -> Sample:
        """A sample of nothing."""
        named = Text.of(name or self.word("gallery-trade"))
        title = self.say("gallery-found-none", name=named)
        return Sample(kind, case, spec, title, self.say("gallery-unit-plain"), self.say("gallery-alt-none", name=named))


def samples(printer: Printer, codes: tuple[str, str], as_of: date) -> Iterator[Sample]:
    """Every sample, kind by kind, in the order they are shown."""
    from bilan.compose.figures import samples_places, samples_rows, samples_time  # noqa: PLC0415  they import this file

    sampler = Sampler(printer, codes, as_of)
    yield from samples_time.samples(sampler)
    yield from samples_rows.samples(sampler)
    yield from samples_places.samples(sampler)
