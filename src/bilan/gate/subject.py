"""What is a check asked to look at, and what does it find?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from bilan.document import Argument
from bilan.gate.past import Past
from bilan.model import Observation, SeriesKey
from bilan.period import Period
from bilan.store.view import View

Level = Literal["warn", "hold"]
EXAMPLES = 3


@dataclass(frozen=True)
class Subject:
    """One series under check, as of the date of `view`.

    `all` are its standing vintages, `current` those that speak for their period, `past` what stood from which day
    on. `lost` counts the values each table lost and ever had; `stated` is the growth printed beside a row;
    `accepted` are the rows somebody looked at.
    """

    key: SeriesKey
    all: tuple[Observation, ...]
    current: tuple[Observation, ...]
    view: View
    past: Past = field(default_factory=lambda: Past({}, ()))
    lost: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    stated: Mapping[str, str] = field(default_factory=dict)
    accepted: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The series as rules name it."""
        return str(self.key)

    @property
    def as_of(self) -> date:
        """The date of the check."""
        return self.view.as_of

    def recent(self, years: int | None) -> list[Observation]:
        """What speaks for periods that ended at most so many years ago; everything where no limit is given."""
        return [one for one in self.current if years is None or (self.as_of - one.period.end).days <= years * 366]

    def unaccepted(self, ones: Iterable[Observation]) -> list[Observation]:
        """Those of the rows nobody looked at yet."""
        return [one for one in ones if one.row not in self.accepted]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing found: how far it may reach, the rows at fault (the suspect first), and its words.

    `message` is English for terminal and manifest; `said` names the message of `gate.ftl` that says it with `args`.
    """

    level: Level
    rows: tuple[str, ...]
    message: str
    hint: str
    said: str
    args: tuple[tuple[str, Argument], ...] = ()
    period: Period | None = None


def number(value: float | None, default: str) -> Decimal:
    """An option of a rule as an exact number; the default where it is not given."""
    return Decimal(default) if value is None else Decimal(str(value))


def rows_of(ones: Iterable[Observation]) -> tuple[str, ...]:
    """The ids of rows, sorted."""
    return tuple(sorted(one.row for one in ones))


def several(count: int, one: str, many: str) -> str:
    """`1 row is`, `2 rows are`."""
    return f"{count} {one if count == 1 else many}"
