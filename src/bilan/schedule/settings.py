"""Can the schedules of a project be kept? Read from `bilan.toml`, or every mistake of all of them at once."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from bilan.config.models import BilanConfig
from bilan.config.schedule import ScheduleConfig
from bilan.errors import ConfigError, closest
from bilan.project import Project
from bilan.schedule.cron import Cron, parse
from bilan.schedule.days import RULES, DayRule
from bilan.schedule.rules import Schedule
from bilan.schedule.spans import QuietHours, span
from bilan.schedule.workdays import Dates, WorkDays, read_dates, unknown

T = TypeVar("T")
_OPENING, _ENDING = "2000-01-01", "9998-12-31"
_MOST_JITTER = timedelta(days=1)
_ONLY_ON_DATA = ("wait", "debounce", "deadline", "stale")


def schedules(project: Project) -> dict[str, Schedule]:
    """Every schedule by its name; raises ConfigError listing each mistake of all of them."""
    found, mistakes = {}, []
    for name, one in project.config.schedule.items():
        reader = _Reader(project, name, one)
        found[name] = reader.read()
        mistakes += [f"schedule.{name}.{said}" for said in reader.mistakes]
    if mistakes:
        raise ConfigError("bilan.toml", tuple(mistakes), "mend the schedule; docs/schedules.md explains every setting")
    return found


class _Reader:
    """Reads one schedule; what cannot be read is a mistake, and something harmless stands in for it."""

    def __init__(self, project: Project, name: str, config: ScheduleConfig) -> None:
        self.project, self.name, self.config = project, name, config
        self.given = config.model_fields_set
        self.mistakes: list[str] = []

    def read(self) -> Schedule:
        one, settings = self.config, self.project.config
        self._one_kind()
        start, end = self._day("start", one.start or _OPENING), self._day("end", one.end or _ENDING)
        if start and end and start > end:
            self._wrong("end", f"{end} lies before start, {start}")
        return Schedule(
            self.name,
            one,
            self._zone(),
            self._rule(),
            WorkDays(self._countries(), self._dates()),
            partnerships=self._among("partnerships", settings) or settings.partnerships,
            audiences=self._among("audiences", settings) or settings.audiences,
            languages=self._among("languages", settings) or settings.languages,
            start=start or date.min if one.start else date.min,
            end=end or date.max if one.end else date.max,
            quiet=self._read("quiet-hours", one.quiet_hours, QuietHours.parse) if one.quiet_hours else None,
            jitter=self._jitter(),
            grace=self._read("grace", one.grace, span) or timedelta(),
            debounce=self._read("debounce", one.debounce, span) or timedelta(),
        )

    def _one_kind(self) -> None:
        """By rule, by cron or on data: settings of one kind beside another are mistakes."""
        kind = "on-data" if self.config.on_data else "cron" if self.config.cron else "rule"
        beside = {"on-data": ("rule", "cron", "month"), "cron": ("rule", "at")}.get(kind, ())
        for field in [field for field in beside if field in self.given and getattr(self.config, field)]:
            why = (
                "says day and hour itself" if kind == "cron" else "falls due when data come; `deadline` and `at` say by when at the latest"
            )
            self._wrong(field, f"has no place beside {kind}, which {why}")
        if kind != "on-data":
            for field in (field for field in _ONLY_ON_DATA if field in self.given):
                self._wrong(field, "is for schedules with on-data")
        elif self.config.as_of == "period":
            self._wrong("as-of", "'period' would leave out what comes after the month: write due or now")

    def _rule(self) -> DayRule | Cron:
        field, name = ("deadline", self.config.deadline) if self.config.on_data else ("rule", self.config.rule)
        if self.config.cron and field == "rule":
            cron, said = parse(self.config.cron)
            for mistake in said:
                self._wrong("cron", mistake)
            return cron or RULES["first-day"]
        if name not in RULES:
            hint = closest(name, list(RULES)) or ": write first-working-day, last-day, 3rd-working-day, 15th-day or 2nd-monday"
            self._wrong(field, f"'{name}' is no rule{hint}")
        return RULES.get(name, RULES["first-day"])

    def _zone(self) -> ZoneInfo:
        try:
            return ZoneInfo(self.config.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            near = closest(self.config.timezone, sorted(available_timezones()))
            self._wrong("timezone", f"there is no time zone '{self.config.timezone}'{near}")
            return ZoneInfo("UTC")

    def _countries(self) -> tuple[str, ...]:
        wrong = unknown(self.config.holidays)
        for mistake in wrong:
            self._wrong("holidays", mistake)
        return () if wrong else self.config.holidays

    def _dates(self) -> Dates:
        if not self.config.holidays_file:
            return Dates()
        found = read_dates(self.project.root / self.config.holidays_file)
        for mistake in found.mistakes:
            self._wrong("holidays-file", mistake)
        return found

    def _among(self, field: str, settings: BilanConfig) -> tuple[str, ...]:
        known: tuple[str, ...] = getattr(settings, field)
        wanted: tuple[str, ...] = tuple(dict.fromkeys(getattr(self.config, field)))
        for word in wanted:
            if word not in known:
                self._wrong(field, f"'{word}' is not among the project's {field}{closest(word, known)}")
        return wanted

    def _jitter(self) -> timedelta:
        jitter = self._read("jitter", self.config.jitter, span) or timedelta()
        if jitter > _MOST_JITTER:
            self._wrong("jitter", f"'{self.config.jitter}' is more than a day")
        return jitter

    def _day(self, field: str, text: str) -> date | None:
        try:
            return date.fromisoformat(text)
        except ValueError:
            self._wrong(field, f"'{text}' is no date: write 2026-11-02")
            return None

    def _read(self, field: str, text: str, read: Callable[[str], T]) -> T | None:
        try:
            return read(text)
        except ValueError as error:
            self._wrong(field, str(error))
            return None

    def _wrong(self, field: str, said: str) -> None:
        self.mistakes.append(f"{field.replace('_', '-')}: {said}")
