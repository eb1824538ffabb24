"""Which sections ship with Bilan? Importing this module registers every file of `sections`."""

import importlib
import pkgutil

import bilan.compose.sections as package

for _module in sorted(one.name for one in pkgutil.iter_modules(package.__path__)):
    importlib.import_module(f"{package.__name__}.{_module}")
