"""Which kinds of chart are there? One file in this folder each, found by itself."""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from typing import TypeVar

import bilan.charts
from bilan.registry import Registry

Painter = Callable[..., None]
P = TypeVar("P", bound=Painter)
charts: Registry[Painter] = Registry("chart")


def chart(kind: str) -> Callable[[P], P]:
    """Register a function that paints a spec of that kind on a canvas."""

    def register(painter: P) -> P:
        charts.add(kind, painter)
        return painter

    return register


@cache
def load() -> Registry[Painter]:
    """All charts; reads their files, and with them matplotlib, on first use."""
    for module in pkgutil.iter_modules(bilan.charts.__path__, "bilan.charts."):
        importlib.import_module(module.name)
    return charts
