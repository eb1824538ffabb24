"""Which finding rules ship with Bilan? Importing this module registers them."""

from bilan.findings import promises, records, trade

__all__ = ["promises", "records", "trade"]
