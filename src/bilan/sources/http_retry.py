"""When may a request be tried again, and after how long? Back-off with jitter, and what the server asks for."""

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bilan.sources.http_request import FetchError, Reason

AGAIN = frozenset({Reason.UNREACHABLE, Reason.SLOW, Reason.CUT, Reason.LIMITED, Reason.SERVER})
FIRST = 1.0
LONGEST = 60.0


def retry_after(text: str, now: datetime) -> float | None:
    """Seconds to wait by a Retry-After header, in seconds or as an HTTP date; None where it says nothing readable."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())


def pause(attempt: int, wait: float | None, random: Callable[[], float]) -> float:
    """Seconds before the next attempt: 1, 2, 4 … up to a minute, half of it by chance; never less than the server asks for."""
    step = min(LONGEST, FIRST * 2.0 ** (attempt - 1))
    return (step / 2 if wait is None else wait) + step / 2 * random()


def worth_retrying(error: BaseException, patience: float) -> bool:
    """Whether trying again may help, and the server does not ask for more patience than there is (seconds)."""
    return isinstance(error, FetchError) and error.reason in AGAIN and (error.wait or 0) <= patience
