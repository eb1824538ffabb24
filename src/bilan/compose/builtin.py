"""Which sections ship with Bilan? Importing this module registers them."""

from bilan.compose.sections import (
    agreements,
    changes,
    claims,
    glance,
    investment,
    macro,
    mirror,
    notes,
    projects,
    revisions,
    sources,
    targets,
    trade,
)

__all__ = [
    "agreements", "changes", "claims", "glance", "investment", "macro", "mirror", "notes", "projects", "revisions", "sources", "targets",
    "trade",
]  # fmt: skip
