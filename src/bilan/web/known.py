"""What is asked about? A partnership, by default the first, as of a day, by default today; and what was known of it then."""

import threading
from datetime import date
from typing import TYPE_CHECKING

from bilan.errors import UsageError
from bilan.web.editions import entry_of
from bilan.web.site import Site

if TYPE_CHECKING:
    from bilan.pipeline.knowledge import Knowledge
    from bilan.store.view import View

FIRST_DAY = date(1900, 1, 1)
_looking = threading.Lock()
"""A store is for one thread at a time."""


def slug_of(site: Site, partnership: str | None) -> str:
    """The partnership asked about; UsageError for one that `bilan.toml` does not name."""
    slug = partnership or site.project.config.partnerships[0]
    site.project.folder(slug)
    return slug


def day_of(site: Site, day: date | None) -> date:
    """The day asked about; UsageError for one nothing can be known of yet."""
    if day is not None and not FIRST_DAY <= day <= site.today:
        hint = f"give a date from {FIRST_DAY.isoformat()} up to today"
        raise UsageError(f"as-of {day.isoformat()}", "is a day of which nothing can be known", hint)
    return day or site.today


def day_named(site: Site, text: str) -> date:
    """A day as `2024-11-30`, or the as-of date of the edition named; UsageError for what is neither."""
    try:
        day = date.fromisoformat(entry_of(site, text).as_of if "/" in text else text)
    except ValueError:
        day = date.min
    if day == date.min:
        raise UsageError(f"date '{text}'", "is no day", f"write it as 2024-11-30, from {FIRST_DAY.isoformat()} on, or name an edition")
    return day_of(site, day)


def knowledge_of(site: Site, partnership: str | None, day: date | None) -> "Knowledge":
    """What is known of a partnership by a day."""
    return site.knowledge(slug_of(site, partnership), day_of(site, day))


def view_of(site: Site, partnership: str | None, day: date | None) -> "View":
    """What was published of a partnership by a day."""
    knowledge = site.knowledge(slug_of(site, partnership), site.today)
    with _looking:
        return knowledge.earlier(day_of(site, day))
