"""How are twelve aggregates made comparable to the last digit? From exact integers, finished the same way for every engine."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Any

AS_OF = "2026-11-25"
LAST_YEAR = "2024"  # the last whole year of the base table
WORLD = "WLD"
RATIOS = ("hhi", "coverage", "partner-share", "growth", "unit-values", "contribution")
_EXACT = Context(prec=50, rounding=ROUND_HALF_EVEN)
_STEP = Decimal("1e-12")
Rows = Iterable[Sequence[Any]]


def finish(found: Mapping[str, Rows]) -> dict[str, list[tuple[str, ...]]]:
    """Sorted rows of text: keys, and amounts in cents; where two amounts end a row, their exact ratio to twelve places."""
    return {name: sorted(_row(name, row) for row in rows) for name, rows in found.items()}


def digest(finished: Mapping[str, list[tuple[str, ...]]]) -> str:
    """One hash of all results."""
    return hashlib.sha256(json.dumps(finished, sort_keys=True).encode()).hexdigest()[:16]


def _row(name: str, row: Sequence[Any]) -> tuple[str, ...]:
    if name not in RATIOS:
        return tuple(str(part) for part in row)
    *key, above, below = row
    if not below:
        return (*(str(part) for part in key), "")
    ratio = _EXACT.divide(Decimal(int(above)), Decimal(int(below)))
    return (*(str(part) for part in key), str(ratio.quantize(_STEP, context=_EXACT)))
