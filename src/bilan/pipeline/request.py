"""What is asked for? Which editions, as of when; everything left out has a stated default."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bilan.compose.erratum import Erratum
from bilan.document import Identity
from bilan.errors import ConfigError, UsageError, closest
from bilan.period import Frequency, Period
from bilan.project import Project


@dataclass(frozen=True, slots=True)
class Request:
    """What a person or a schedule asks for; empty lists mean all that `bilan.toml` names.

    `awaited` names series that had not come by a deadline: the edition says so. `news_only` makes nothing where the data
    are still those of the last issue. `erratum` tells what the one edition asked for corrects.
    """

    partnerships: tuple[str, ...] = ()
    period: Period | None = None
    audiences: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    as_of: date | None = None
    draft: bool = False
    strict: bool = False
    awaited: tuple[str, ...] = ()
    news_only: bool = False
    erratum: Erratum | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """One edition to make: which, as of when, dated when, without which series that were awaited, and what it corrects."""

    identity: Identity
    as_of: date
    issued_on: date
    awaited: tuple[str, ...] = ()
    erratum: Erratum | None = None


def orders(project: Project, request: Request, now: datetime) -> list[Order]:
    """Every edition asked for; raises UsageError for an unknown partnership, audience, language or a month not begun.

    The period defaults to the last full month, the as-of date to the period's last day.
    """
    config = project.config
    today = local_day(project, now)
    period = request.period or Period.month_of(today).shift(-1)
    if period.frequency is not Frequency.MONTHLY:
        raise UsageError(f"period {period}", "an edition is of a month", "write it as 2026-10")
    if period.start > today:
        raise UsageError(f"period {period}", "has not begun; nothing can be known of it yet", "give a month up to this one")
    as_of = request.as_of or min(period.end, today)
    if as_of > today:
        raise UsageError(f"as-of {as_of.isoformat()}", "lies after today; nothing can be known of it yet", "give a date up to today")
    partnerships = request.partnerships or config.partnerships
    for slug in partnerships:
        project.folder(slug)
    audiences = request.audiences or config.audiences
    for audience in audiences:
        project.audience(audience)
    languages = _languages(request.languages or config.languages)
    return [
        Order(Identity(slug, period, audience, language), as_of, today, request.awaited, request.erratum)
        for slug in dict.fromkeys(partnerships)
        for audience in dict.fromkeys(audiences)
        for language in dict.fromkeys(languages)
    ]


def local_day(project: Project, now: datetime) -> date:
    """The calendar day at `now` in the zone of the first schedule, else in UTC; raises ConfigError for an unknown zone."""
    first = next(iter(project.config.schedule.values()), None)
    try:
        zone = ZoneInfo(first.timezone) if first else UTC
    except (ZoneInfoNotFoundError, ValueError):
        mistake = f"schedule: there is no time zone '{first.timezone if first else ''}'"
        raise ConfigError("bilan.toml", (mistake,), "`bilan check` names the closest one; write it like Asia/Bishkek") from None
    return now.astimezone(zone).date()


def _languages(wanted: tuple[str, ...]) -> tuple[str, ...]:
    from bilan.wording.languages import languages  # noqa: PLC0415  loads nothing heavy, but siblings above it need not

    known = languages()
    for language in wanted:
        if language not in known:
            raise UsageError(f"language '{language}'", f"has no messages{closest(language, known)}", f"known: {', '.join(known)}")
    return wanted
