"""Which Python indicators ship with Bilan? Importing this module registers them."""

from bilan.indicators import investment, macro, mirror, share, targets, thresholds

__all__ = ["investment", "macro", "mirror", "share", "targets", "thresholds"]
