"""How are twelve aggregates made comparable to the last digit? From exact integers, finished the same way for every engine."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

AS_OF = "2026-11-25"
LAST_YEAR = "2024"  # the last whole year of the base table
WORLD = "WLD"
RATIOS = ("hhi", "coverage", "partner-share", "growth", "unit-values", "contribution")
_PLACES = 10**12
Rows = Iterable[Sequence[Any]]


def finish(found: Mapping[str, Rows]) -> dict[str, list[tuple[str, ...]]]:
    """Sorted rows of text: keys, and amounts in cents; where two amounts end a row, their exact ratio in millionths of a millionth."""
    return {name: sorted(_row(name, row) for row in rows) for name, rows in found.items()}


def digest(finished: Mapping[str, list[tuple[str, ...]]]) -> str:
    """One hash of all results."""
    return hashlib.sha256(json.dumps(finished, sort_keys=True).encode()).hexdigest()[:16]


def _row(name: str, row: Sequence[Any]) -> tuple[str, ...]:
    if name not in RATIOS:
        return tuple(map(str, row))
    *key, above, below = row
    return (*map(str, key), _ratio(int(above), int(below)) if below else "")


def _ratio(above: int, below: int) -> str:
    """The ratio to twelve places, half to even; in whole numbers, as this is done for every engine alike."""
    whole, rest = divmod(above * _PLACES, below)
    return str(whole + (2 * rest > below or (2 * rest == below and whole % 2)))
