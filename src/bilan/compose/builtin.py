"""Which sections ship with Bilan? Importing this module registers them."""

from bilan.compose.sections import (
    agreements,
    changes,
    claims,
    glance,
    investment,
    macro,
    measures,
    mirror,
    notes,
    outlook,
    projects,
    revisions,
    sources,
    targets,
    trade,
)

__all__ = [
    "agreements", "changes", "claims", "glance", "investment", "macro", "measures", "mirror", "notes", "outlook", "projects", "revisions", "sources", "targets",
    "trade",
]  # fmt: skip
