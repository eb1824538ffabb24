"""What happens on a worker of an engine? One edition is laid out there in a bounded process; the same limits as at home."""

import os
import shutil
import tempfile
import threading
from atexit import register
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bilan.errors import BilanError, RenderError
from bilan.executor.parcel import unpack
from bilan.executor.pool import Pool
from bilan.program import program
from bilan.render.failure import facts_of
from bilan.render.job import Limits, Rendering

_opening = threading.Lock()
_pools: dict[Limits, Pool] = {}
_folders: list[Path] = []


def laid_out(message: bytes, wanted: str) -> Rendering | Mapping[str, Any]:
    """The pages of a parcel, or the facts of what went wrong; `wanted` is the hash of the program that asks.

    Pure: whoever runs it, and however often, the pages are the same.
    """
    try:
        if program() != wanted:
            raise RenderError("a worker of the executor", "runs another Bilan or other libraries", "install the same lock file there")
        job, limits = unpack(message, _folder())
        return _pool(limits).submit(job).result()
    except BilanError as error:
        return facts_of(error)


def _pool(limits: Limits) -> Pool:
    """The bounded processes of this worker; as many as its threads ask for, warm until it ends."""
    with _opening:
        if limits not in _pools:
            _pools[limits] = Pool(os.cpu_count() or 1, limits)
            register(_pools[limits].shutdown, at_once=True)
        return _pools[limits]


def _folder() -> Path:
    """Where parcels are unpacked; removed when this worker ends."""
    with _opening:
        if not _folders:
            _folders.append(Path(tempfile.mkdtemp(prefix="bilan-executor-")))
            register(shutil.rmtree, _folders[0], ignore_errors=True)
        return _folders[0]
