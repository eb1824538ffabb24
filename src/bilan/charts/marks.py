"""What are charts made of? Values at a place with their label already printed, and how firm each of them is."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bilan.document import Printed, Words
from bilan.model import Evidence, Precision, Status

Who = Literal["a", "b", "joint", "context"]
Form = Literal["firm", "provisional", "estimate", "forecast", "other"]
Ring = tuple[tuple[float, float], ...]
FIRM = (Precision.EXACT, Precision.ROUNDED)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the value axis and its label."""

    value: Decimal
    label: Printed


@dataclass(frozen=True, slots=True)
class Year:
    """A place on the time axis and its label; in a chart of months, months counted from year 0."""

    year: int
    label: Printed


@dataclass(frozen=True, slots=True)
class Point:
    """One value of one year; no value means that it is missing.

    `reading` is the id of the reading drawn; `other` says that the partner's statistics stand in.
    """

    year: int
    value: Decimal | None
    label: Words = ""
    precision: Precision = Precision.EXACT
    status: Status = Status.FINAL
    evidence: Evidence = Evidence.REPORTED
    other: bool = False
    reading: str = ""

    @property
    def form(self) -> Form:
        """How it is told apart without colour."""
        return form(self.precision, self.status, self.evidence, other=self.other)

    @property
    def soft(self) -> bool:
        """Whether it is anything but a firm value: an estimate, a bound, not yet final, forecast, another reporter's."""
        return self.form != "firm"


@dataclass(frozen=True, slots=True)
class Track:
    """One series over years; the label of its last point is the value printed at its end."""

    points: tuple[Point, ...]
    who: Who = "joint"
    name: Words = ""

    @property
    def known(self) -> tuple[Point, ...]:
        """The points that have a value, oldest first."""
        return tuple(sorted((point for point in self.points if point.value is not None), key=lambda point: point.year))


@dataclass(frozen=True, slots=True)
class Target:
    """An aim: its line, its label, and what is left to it from a given value."""

    value: Decimal
    label: Words
    start: Decimal | None = None
    left: Words = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One horizontal bar or column: who, name, value, label; `note` stands apart on the right, bold where it `stands_out`."""

    name: Words
    value: Decimal | None
    label: Words = ""
    who: Who = "joint"
    precision: Precision = Precision.EXACT
    status: Status = Status.FINAL
    evidence: Evidence = Evidence.REPORTED
    other: bool = False
    reading: str = ""
    note: Words = ""
    stands_out: bool = False

    @property
    def form(self) -> Form:
        """How it is told apart without colour."""
        return form(self.precision, self.status, self.evidence, other=self.other)


def form(precision: Precision, status: Status, evidence: Evidence, *, other: bool = False) -> Form:
    """How a value is drawn: by whose it is, then by how firm it is."""
    if other:
        return "other"
    if evidence is Evidence.FORECAST:
        return "forecast"
    if precision not in FIRM or status is Status.ESTIMATED:
        return "estimate"
    return "firm" if status is Status.FINAL else "provisional"
