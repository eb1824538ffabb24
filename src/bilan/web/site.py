"""What does everything that answers share? The project, its ledger and archive, who may come in, and what time it is."""

import hashlib
import json
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from bilan.archive.archive import Archive
from bilan.archive.entry import Entry
from bilan.archive.furniture import Furniture, furniture
from bilan.ledger.book import Ledger
from bilan.ledger.job_records import Most
from bilan.pipeline.request import local_day
from bilan.project import Project
from bilan.schedule.serve import Vitals
from bilan.web.limits import Bucket

if TYPE_CHECKING:
    from bilan.pipeline.knowledge import Knowledge
    from bilan.wording.printer import Printer

T = TypeVar("T")
MANIFESTS, KNOWN, PRINTERS = 24, 4, 10
LOGINS_PER_MINUTE = 12
NAMES_SECONDS = 5.0
SAID_OF_SERIES = ("dates", "gate", "interface", "numbers")


def asleep() -> None:
    """Wake nobody."""


@dataclass
class Site:
    """One served project. `open` lets everybody in as an administrator: only where nobody but this machine can come.

    `origin` is how browsers name us, as `http://127.0.0.1:8765`; `hosts` are the names we answer to. `wake` is called when a
    job was placed. `ledger` is shared by all threads.
    """

    project: Project
    ledger: Ledger
    now: Callable[[], datetime]
    open: bool = False
    origin: str = ""
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "::1")
    vitals: Callable[[], Vitals] = Vitals
    wake: Callable[[], None] = asleep
    monotonic: Callable[[], float] = time.monotonic
    secrets: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        serve = self.project.config.serve
        self.requests = Bucket(serve.requests_per_minute, max(60.0, serve.requests_per_minute / 4), self.monotonic)
        self.logins = Bucket(LOGINS_PER_MINUTE, LOGINS_PER_MINUTE, self.monotonic)
        self.most = Most(serve.jobs_each, serve.jobs)
        self._manifests: Kept[Mapping[str, Any]] = Kept(MANIFESTS)
        self._known: Kept[Knowledge] = Kept(KNOWN)
        self._entries: Kept[tuple[Entry, ...]] = Kept(1)
        self._names: Kept[Furniture] = Kept(1)
        self._printers: Kept[Printer] = Kept(PRINTERS)
        self._taking = threading.Lock()

    @property
    def secure(self) -> bool:
        """Whether browsers reach us through TLS."""
        return self.origin.startswith("https://")

    @property
    def archive(self) -> Archive:
        """The archive of issued editions."""
        return Archive.of(self.project)

    @property
    def today(self) -> date:
        """The day it is where the first schedule lives."""
        return local_day(self.project, self.now())

    def editions(self) -> tuple[Entry, ...]:
        """Every issued edition, newest month first; read anew only where the archive has changed."""
        archive = self.archive
        return self._entries.get(archive.stamp(), lambda: tuple(sorted(archive.listed(), key=_newest, reverse=True)))

    def furniture(self) -> Furniture:
        """What partnerships and audiences are called, issued or not; read again after a few seconds."""
        key = f"{self.archive.stamp()}|{int(self.monotonic() / NAMES_SECONDS)}"
        return self._names.get(key, lambda: furniture(self.project, self.editions(), whole=True))

    def printer(self, partnership: str, language: str) -> "Printer":
        """What names series of a partnership and says what the gate found; made anew only where its files have changed."""
        from bilan.wording.printer import plain_printer  # noqa: PLC0415  only pages about data need it

        project, key = self.project, f"{partnership}|{language}|{_files(self.project, partnership)}"
        return self._printers.get(
            key, lambda: plain_printer(language, SAID_OF_SERIES, project.partnership(partnership), project.folder(partnership))
        )

    def manifest(self, entry: Entry) -> Mapping[str, Any]:
        """The manifest of an edition; ArchiveError where it is damaged."""
        return self._manifests.get(entry.manifest_sha256, lambda: json.loads(self.archive.blob(entry.manifest_sha256)))

    def knowledge(self, partnership: str, as_of: date) -> "Knowledge":
        """What is known of a partnership by a date; taken in anew only where its files have changed."""
        from bilan.pipeline.knowledge import learn  # noqa: PLC0415  loads the store

        key = f"{partnership}|{as_of}|{self.today}|{_files(self.project, partnership)}"
        with self._taking:
            return self._known.get(key, lambda: learn(self.project, partnership, as_of, self.now()))


class Kept(Generic[T]):
    """The last few of something, by key; made once each."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, threading.Lock()
        self._there: OrderedDict[str, T] = OrderedDict()

    def get(self, key: str, make: Callable[[], T]) -> T:
        """What is kept under a key, made where it is not."""
        with self._lock:
            if key in self._there:
                self._there.move_to_end(key)
                return self._there[key]
        made = make()
        with self._lock:
            self._there[key] = made
            while len(self._there) > self._most:
                self._there.popitem(last=False)
        return made


def _newest(entry: Entry) -> tuple[str, str, str, str, int]:
    return entry.period, entry.partnership, entry.audience, entry.language, entry.issue


def _files(project: Project, partnership: str) -> str:
    """A digest of what a partnership's files are called, how large they are and when they changed."""
    folders = (project.folder(partnership), project.store / partnership / "log")
    found = sorted(path for folder in folders if folder.is_dir() for path in folder.iterdir() if path.is_file())
    told = [(str(path), one.st_size, one.st_mtime_ns) for path in found if (one := path.stat())]
    return hashlib.sha256(repr(told).encode()).hexdigest()
