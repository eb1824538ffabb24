"""Which finding rules ship with Bilan? Importing this module registers them."""

from bilan.findings import outlook, promises, records, trade

__all__ = ["outlook", "promises", "records", "trade"]
