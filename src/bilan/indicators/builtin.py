"""Which Python indicators ship with Bilan? Importing this module registers them."""

from bilan.indicators import (
    bilateral,
    freshness,
    investment,
    macro,
    mirror,
    momentum,
    movement,
    outlook,
    products,
    products_world,
    promises,
    share,
    targets,
    thresholds,
)

__all__ = [
    "bilateral",
    "freshness",
    "investment",
    "macro",
    "mirror",
    "momentum",
    "movement",
    "outlook",
    "products",
    "products_world",
    "promises",
    "share",
    "targets",
    "thresholds",
]
