"""Which finding rules ship with Bilan? Importing this module registers them."""

from bilan.findings import agreements, economies, flows, mirrors, outlook, pace, promises, records, restated, structure, trade

__all__ = ["agreements", "economies", "flows", "mirrors", "outlook", "pace", "promises", "records", "restated", "structure", "trade"]
