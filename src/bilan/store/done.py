"""What did a write do? Small records of an ingest and of a compaction."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ingest:
    """What one ingest did: rows appended as new or changed, rows appended as withdrawn, rows that say nothing new."""

    added: int = 0
    withdrawn: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Compaction:
    """What one compaction did: Parquet files before and after it, rows kept; observations and product tables together."""

    files_before: int = 0
    files_after: int = 0
    rows: int = 0

    def __add__(self, other: "Compaction") -> "Compaction":
        return Compaction(self.files_before + other.files_before, self.files_after + other.files_after, self.rows + other.rows)
