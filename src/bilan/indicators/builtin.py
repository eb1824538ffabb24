"""Which Python indicators ship with Bilan? Importing this module registers them."""

from bilan.indicators import investment, macro, mirror, share, targets

__all__ = ["investment", "macro", "mirror", "share", "targets"]
