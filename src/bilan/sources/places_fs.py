"""Where does a table lie that is not in the folder, and what if the place is away? Bytes whole, with a dated copy kept."""

import hashlib
import json
import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from bilan.errors import Problem, SourceError, closest

SCHEMES = ("abfs", "abfss", "az", "file", "gcs", "gs", "memory", "s3", "s3a", "sftp")
_EXTRA = {"s3": "run `pip install 'bilan[s3]'`", "s3a": "run `pip install 'bilan[s3]'`"}
_GONE = "put it back, or mend the location; nothing of this table was taken in"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reach:
    """What reading beyond the folder may use: the instant, a folder for copies, variables, bytes and seconds at most."""

    now: datetime
    copies: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    limit: int = 64 * 2**20
    seconds: int = 60
    offline: bool = False


class AwayError(Exception):
    """A place cannot be reached just now; a copy may stand in."""


def bring(name: str, address: str, fetch: Callable[[], bytes], reach: Reach, said: str = "") -> tuple[Path, tuple[Problem, ...]]:
    """The bytes of an address, in messages `said`, as a file called `name`; where it is away the earlier copy, with a warning.

    Raises SourceError where it is away and there is no copy.
    """
    folder = reach.copies / hashlib.sha256(address.encode()).hexdigest()[:16]
    path, record = folder / name, folder / "copy.json"
    try:
        content = _offline() if reach.offline else fetch()
    except AwayError as error:
        known = _known(path, record)
        if known is None:
            raise SourceError(name, (f"{said or address} is away and no copy was kept: {error}",), "try again when it is back") from None
        return path, (_old(name, said or address, str(error), known, reach.now),)
    digest = hashlib.sha256(content).hexdigest()
    folder.mkdir(parents=True, exist_ok=True)
    _put(path, content)
    told = {"address": address, "sha256": digest, "bytes": len(content), "fetched_at": reach.now.astimezone(UTC).isoformat()}
    _put(record, json.dumps(told, indent=1, sort_keys=True).encode())
    _log.info("sources: %s from %s, %d bytes, sha256 %s", name, said or address, len(content), digest)
    return path, ()


def download(name: str, location: str, reach: Reach) -> bytes:
    """A file of a folder or S3-like place, whole; raises AwayError where it cannot be reached, SourceError for all else."""
    scheme = _scheme(name, location)
    try:
        import fsspec  # noqa: PLC0415  heavy

        place, path = fsspec.core.url_to_fs(location, **_options(scheme, reach.seconds))
    except ImportError as error:
        hint = _EXTRA.get(scheme, f"install the library it names: {error}")
        raise SourceError(name, (f"lies at {scheme}://, and the library for it is not installed",), hint) from None
    try:
        size = place.info(path).get("size")
        _check_size(name, size, reach.limit)
        with place.open(path, "rb") as file:
            content: bytes = file.read(reach.limit + 1)
    except (FileNotFoundError, IsADirectoryError):
        raise SourceError(name, (f"{location} is not there",), _GONE) from None
    except SourceError:
        raise
    except Exception as error:  # noqa: BLE001  each storage library has errors of its own; all mean that it is away
        raise AwayError(_reason(error)) from None
    _check_size(name, len(content), reach.limit)
    if size is not None and len(content) != size:
        raise AwayError(f"{len(content)} of {size} bytes came")
    return content


def name_at(stem: str, location: str) -> str:
    """The name a table at a location has in the folder: `trade.csv`."""
    return stem + PurePosixPath(location.rsplit("/", 1)[-1]).suffix.lower()


def _offline() -> bytes:
    raise AwayError("working offline")


def _scheme(name: str, location: str) -> str:
    scheme, found, rest = location.partition("://")
    if not found or scheme not in SCHEMES or "::" in rest:
        near = closest(scheme, SCHEMES) if found else ""
        raise SourceError(name, (f"location '{location}' has no known scheme{near}",), f"write one of {', '.join(SCHEMES)} before ://")
    return scheme


def _options(scheme: str, seconds: int) -> dict[str, Any]:
    """No listing or instance is shared between runs, and nothing waits longer than it may."""
    options: dict[str, Any] = {"skip_instance_cache": True, "use_listings_cache": False}
    if scheme in ("s3", "s3a"):
        tries = {"total_max_attempts": 3, "mode": "standard"}
        options["config_kwargs"] = {"connect_timeout": min(seconds, 10), "read_timeout": seconds, "retries": tries}
    return options if scheme not in ("file", "memory") else {}


def _check_size(name: str, size: int | None, limit: int) -> None:
    if size is not None and size > limit:
        raise SourceError(name, (f"has {size} bytes or more, {limit} at most",), "keep only the rows that are needed")


def _reason(error: Exception) -> str:
    """The first line of an error, short; storage libraries put no secret into it, addresses with keys are refused before."""
    text = " ".join(str(error).split()) or type(error).__name__
    return text if len(text) <= 200 else f"{text[:199]}…"  # noqa: PLR2004  a line


def _known(path: Path, record: Path) -> Mapping[str, str] | None:
    """What is recorded of a copy, if it is still the bytes that came."""
    try:
        told = json.loads(record.read_bytes())
        same = hashlib.sha256(path.read_bytes()).hexdigest() == told["sha256"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return told if same else None


def _old(name: str, address: str, why: str, known: Mapping[str, str], now: datetime) -> Problem:
    fetched = datetime.fromisoformat(known["fetched_at"])
    days = (now.astimezone(UTC).date() - fetched.date()).days
    age = "of the same day" if days < 1 else "of the day before" if days == 1 else f"{days} days old"
    message = f"{address} is away ({why}); the copy of {fetched.date().isoformat()} is used, {age}, sha256 {known['sha256'][:16]}"
    return Problem(name, message, "run again when it is back", rule="sources.away")


def _put(path: Path, content: bytes) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)
