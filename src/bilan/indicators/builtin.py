"""Which Python indicators ship with Bilan? Importing this module registers them."""

from bilan.indicators import investment, mirror, share, targets

__all__ = ["investment", "mirror", "share", "targets"]
