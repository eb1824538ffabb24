"""How are objects written so that two writers lose nothing? Each put says what it expects to find, and fails where it is otherwise."""

import os
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from pathlib import PurePosixPath
from typing import Any

from bilan.errors import ArchiveError

SCHEMES = ("s3", "s3a")
CONNECT_SECONDS, READ_SECONDS = 10, 60
_TAKEN = ("PreconditionFailed", "ConditionalRequestConflict", "412", "409")
_UNABLE = ("NotImplemented", "501")
_KINDS = {
    ".pdf": "application/pdf",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".atom": "application/atom+xml",
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Objects:
    """Objects below an address such as `s3://bucket/folder`; credentials and endpoint come from the environment.

    Names are relative. ArchiveError where the storage is away or refuses; FileNotFoundError for an object that is not there.
    """

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        self._bucket, _, folder = self.address.partition("://")[2].partition("/")
        self._start = f"{folder}/" if folder else ""

    def create(self, name: str, content: bytes) -> bool:
        """Write an object where there is none; False where there is one."""
        return self._put(name, content, IfNoneMatch="*")

    def replace(self, name: str, content: bytes, tag: str | None) -> bool:
        """Write over an object that still has its tag; False where it has not, or is gone."""
        return self._put(name, content, IfMatch=tag or '""')

    def read(self, name: str) -> bytes:
        """An object, whole."""
        content: bytes = self._asked(name, lambda: self._storage.cat_file(f"{self._bucket}/{self._start}{name}"))
        return content

    def tag(self, name: str) -> str | None:
        """What changes whenever an object does; None where there is none."""
        try:
            told = self._asked(name, lambda: self._storage.call_s3("head_object", Bucket=self._bucket, Key=f"{self._start}{name}"))
        except FileNotFoundError:
            return None
        return str(told["ETag"])

    def parts(self) -> Iterator[str]:
        """The first parts of all names: objects, and folders with their slash."""
        for page in self._pages("", Delimiter="/"):
            yield from (str(one["Prefix"]).removeprefix(self._start) for one in page.get("CommonPrefixes", ()))
            yield from (str(one["Key"]).removeprefix(self._start) for one in page.get("Contents", ()))

    def listed(self, start: str) -> Iterator[tuple[str, str]]:
        """Every object whose name begins so, and its tag."""
        for page in self._pages(start):
            yield from ((str(one["Key"]).removeprefix(self._start), str(one["ETag"])) for one in page.get("Contents", ()))

    def _pages(self, start: str, **more: str) -> Iterator[dict[str, Any]]:
        while True:
            told = self._asked(
                start, lambda: self._storage.call_s3("list_objects_v2", Bucket=self._bucket, Prefix=f"{self._start}{start}", **more)
            )
            yield told
            if not told.get("IsTruncated"):
                return
            more["ContinuationToken"] = told["NextContinuationToken"]

    def _put(self, name: str, content: bytes, **condition: str) -> bool:
        kind = _KINDS.get(PurePosixPath(name).suffix, "application/octet-stream")
        key = {"Bucket": self._bucket, "Key": f"{self._start}{name}"}
        try:
            self._asked(name, lambda: self._storage.call_s3("put_object", **key, Body=content, ContentType=kind, **condition))
        except _TakenError:
            return False
        except FileNotFoundError:  # to be replaced, and gone
            return False
        return True

    def _asked(self, name: str, ask: Callable[[], Any]) -> Any:  # noqa: ANN401  the library has no types
        where = f"{self.address}/{name}"
        try:
            return ask()
        except ArchiveError:
            raise
        except Exception as error:
            code = _code(error)
            if code == "NoSuchBucket":
                raise ArchiveError(where, f"there is no bucket '{self._bucket}'", "make it, or mend `reports` in bilan.toml") from None
            if isinstance(error, FileNotFoundError):
                raise
            if code in _TAKEN or isinstance(error, FileExistsError):
                raise _TakenError from None
            if code in _UNABLE:
                hint = "choose storage that keeps to If-None-Match and If-Match, or a folder"
                raise ArchiveError(where, "the storage knows no conditional writes", hint) from None
            if isinstance(error, PermissionError):
                raise ArchiveError(where, f"is refused ({_said(error)})", "check the credentials in the environment") from None
            raise ArchiveError(where, f"cannot be reached ({_said(error)})", "try again when it is back") from None

    @cached_property
    def _storage(self) -> Any:  # noqa: ANN401  the library has no types
        surroundings = tuple(sorted((name, value) for name, value in os.environ.items() if name.startswith("AWS_")))
        try:
            return _client(os.getpid(), surroundings)
        except ImportError:
            raise ArchiveError(self.address, "the library for s3:// is not installed", "run `pip install 'bilan[s3]'`") from None


@lru_cache(maxsize=4)
def _client(_process: int, _surroundings: tuple[tuple[str, str], ...]) -> Any:  # noqa: ANN401  the library has no types
    """One client a process, as long as credentials and endpoint stay: to make one takes a second."""
    import s3fs  # noqa: PLC0415  heavy

    patience = {"connect_timeout": CONNECT_SECONDS, "read_timeout": READ_SECONDS, "retries": {"total_max_attempts": 3, "mode": "standard"}}
    return s3fs.S3FileSystem(skip_instance_cache=True, use_listings_cache=False, config_kwargs=patience)


class _TakenError(Exception):
    """What was expected is not what is there."""


def _code(error: Exception) -> str:
    told = getattr(error.__cause__, "response", None) or {}
    return str(told.get("Error", {}).get("Code", ""))


def _said(error: Exception) -> str:
    """The first words of an error."""
    text = " ".join(str(error).split()) or type(error).__name__
    return text if len(text) <= 200 else f"{text[:199]}…"  # noqa: PLR2004  a line
