"""What is a product table to the store? Its columns, how a file's words become ours, and what a slice of it says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bilan.model import Status

KEY = ("reporter", "partner", "flow", "product", "period")
CODED = (*KEY, "unit", "quantity_unit", "status", "source_id")
"""Columns of few different words."""
FIELDS = (*KEY, "value", "unit", "quantity", "quantity_unit", "status", "published_on", "source_id")
REQUIRED = ("reporter", "flow", "product", "period", "value", "unit", "source_id")
FLOWS = ("export", "import")
WORLD = "WLD"
AMOUNT = "DECIMAL(18, 4)"
WHOLE, DECIMALS = 14, 4
FOREVER = "9999-12-31"
"""Where an interval ends that nothing has closed yet."""


@dataclass(frozen=True, slots=True)
class ProductMapping:
    """How the columns and words of a product table translate into ours; the same fields as in a meta file."""

    constant: Mapping[str, str] = field(default_factory=dict)
    column: Mapping[str, str] = field(default_factory=dict)
    value_map: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    undated_from: str = ""

    @property
    def told(self) -> str:
        """All of it as one text, the same for the same mapping."""
        words = {name: sorted(words.items()) for name, words in self.value_map.items()}
        return repr((sorted(self.constant.items()), sorted(self.column.items()), sorted(words.items()), self.ignore, self.undated_from))


@dataclass(frozen=True, slots=True)
class Slice:
    """Provenance of product-level trade: one flow of one reporter with one partner in a period.

    `total` sums the most detailed codes, in `unit`; None where nothing has a value or the units differ.
    `published_on` is the last day on which one of the rows was published.
    """

    id: str
    rows: int
    total: Decimal | None
    unit: str
    source_ids: tuple[str, ...]
    published_on: date | None
    status: Status = Status.FINAL


def quoted(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def listed(words: Iterable[object]) -> str:
    """Texts as the inside of an SQL list."""
    return ", ".join(quoted(str(one)) for one in words)
