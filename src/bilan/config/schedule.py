"""What may a `[schedule.…]` table of `bilan.toml` say?"""

from typing import Annotated, Literal

from pydantic import StringConstraints

from bilan.config.base import Clock, Language, Model, Slug

Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(-[A-Za-z0-9]+)?$")]


class ScheduleConfig(Model):
    """One schedule: by rule, by cron or on data, when which editions fall due and who gets them; docs/schedules.md says it at length."""

    rule: str = "first-working-day"
    at: Clock = "07:00"
    cron: str = ""
    timezone: str = "Asia/Bishkek"
    holidays: tuple[Country, ...] = ("KG", "KZ")
    holidays_file: str = ""
    quiet_hours: str = ""
    jitter: str = "0s"
    start: str = ""
    end: str = ""
    month: Literal["last-full", "current"] | None = None
    as_of: Literal["period", "due", "now"] | None = None
    after_downtime: Literal["latest", "all", "skip"] = "latest"
    grace: str = "1h"
    partnerships: tuple[Slug, ...] = ()
    audiences: tuple[Slug, ...] = ()
    languages: tuple[Language, ...] = ()
    delivery: bool | tuple[Slug, ...] = ()
    on_data: tuple[Annotated[str, StringConstraints(min_length=1)], ...] = ()
    wait: Literal["any", "all"] = "any"
    debounce: str = "30m"
    deadline: str = "last-working-day"
    stale: Literal["hold", "send-with-notice"] = "hold"
