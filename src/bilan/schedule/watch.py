"""What arrived in a partnership's data? Tables are taken in once their files changed and rest; the store knows when."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bilan.errors import BilanError, Problem, closest
from bilan.project import Project
from bilan.schedule.instants import instant_of
from bilan.schedule.rules import Schedule
from bilan.schedule.waiting import Arrival, fits

_EVER = datetime(1, 1, 2, tzinfo=UTC)
_ELSEWHERE_EVERY = timedelta(minutes=10)
_Files = tuple[tuple[str, int, int], ...]


@dataclass(slots=True)
class _Look:
    """What the last looks at a partnership saw and took in, and what its store told."""

    seen: _Files = ()
    taken: _Files = ()
    taken_at: datetime | None = None
    stored: tuple[tuple[str, ...], datetime] | None = None
    told: list[tuple[str, datetime, date]] = field(default_factory=list)


def strangers(project: Project, schedules: Iterable[Schedule]) -> Iterator[Problem]:
    """Names in `on-data` that fit no series the stores know, each with the nearest one."""
    from bilan.store.parquet import Store  # noqa: PLC0415  only schedules on data need the store

    for one in schedules:
        known = (
            {series for slug in one.partnerships for series, _, _ in Store(project.store / slug).arrived(_EVER)} if one.on_data else set()
        )
        beginnings = sorted({series.rsplit("/", cut)[0] for series in known for cut in range(6)})
        for name in one.config.on_data:
            if not any(fits(series, name) for series in known):
                near = closest(name.rstrip("/"), beginnings)
                yield Problem(
                    f"bilan.toml: schedule.{one.name}", f"on-data: no series is called '{name}'{near}", "`bilan series` lists them"
                )


class Watch:
    """Looks at the data of partnerships; one that is asked again and again takes in a file only once it rests between two looks."""

    def __init__(self, project: Project, *, patient: bool = False) -> None:
        self.project, self.patient = project, patient
        self._looks: dict[str, _Look] = {}

    def look(self, slug: str, now: datetime) -> list[Problem]:
        """Take in the tables of a partnership where they changed; what kept it from being done, and then nothing is taken in."""
        look = self._looks.setdefault(slug, _Look())
        files = self._files(slug)
        rests, look.seen = files == look.seen or not self.patient, files
        try:
            if rests and (files != look.taken or self._elsewhere(slug, look, now)):
                from bilan.pipeline.knowledge import take_in  # noqa: PLC0415  loads the store

                take_in(self.project, slug, now)
                look.taken, look.taken_at = files, now
        except BilanError as error:
            return [Problem(f"data/{slug}", f"cannot be taken in: {error}", error.hint or "mend the file; nothing was taken from it")]
        return []

    def arrivals(self, slug: str, since: datetime, zone: ZoneInfo) -> list[Arrival]:
        """New vintages seen after a moment; one dated later than it was seen counts from the beginning of that day."""
        from bilan.store.files import names  # noqa: PLC0415  only schedules on data need the store
        from bilan.store.parquet import Store  # noqa: PLC0415  same

        look = self._looks.setdefault(slug, _Look())
        folder = self.project.store / slug
        stored = (names(folder), since)
        if look.stored != stored:
            look.told, look.stored = Store(folder).arrived(since), stored
        return [Arrival(series, max(seen, instant_of(day, time(), zone))) for series, seen, day in look.told]

    def _elsewhere(self, slug: str, look: _Look, now: datetime) -> bool:
        """Is it time to ask for tables that lie elsewhere, which change without any file here?"""
        if look.taken_at is None or now - look.taken_at < _ELSEWHERE_EVERY:
            return False
        from bilan.sources.observations import outside_tables  # noqa: PLC0415  only schedules on data need it

        look.taken_at = now
        return bool(outside_tables(self.project.folder(slug)))

    def _files(self, slug: str) -> _Files:
        """Name, size and time of every file of the partnership's folder."""
        folder = self.project.folder(slug)
        found = []
        for path in sorted(folder.rglob("*")):
            with suppress(FileNotFoundError):  # an editor's copy may go while we look
                stat = path.stat()
                found.append((path.relative_to(folder).as_posix(), stat.st_size, stat.st_mtime_ns))
        return tuple(found)
