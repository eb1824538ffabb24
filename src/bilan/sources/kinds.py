"""Which kinds of file can hold a table? The extension point for readers, by file suffix."""

from collections.abc import Callable
from pathlib import Path

from bilan.registry import Registry
from bilan.sources.table import Table, read_table

Reader = Callable[[Path], Table]

KINDS: Registry[Reader] = Registry("kind of source")
KINDS.add("csv", read_table)
