"""Is the whole answer there? Every page a question needs, of one release, or nothing."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bilan.sources.answers import Answer, Answers, AnswerSet, answer_of
from bilan.sources.connector import Connector, FetchedValue, Page, Question
from bilan.sources.http import Client
from bilan.sources.http_request import FetchError, Reason, Request

RESUME = timedelta(days=1)
_READING = (Reason.STALE, Reason.INVALID, Reason.INCOMPLETE, Reason.REFUSED)
_MOST_PAGES = 500
_MOST_BYTES = 512 * 1024 * 1024
_log = logging.getLogger(__name__)

Ask = Callable[[Request], Answer]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A whole answer: pages in the order they were asked, their release, and every value in them."""

    pages: tuple[Answer, ...]
    release: str
    values: tuple[FetchedValue, ...]


def gather(connector: Connector, question: Question, ask: Ask, refused: Callable[[Answer], None] = lambda _: None) -> Gathered:
    """Ask for page after page until all is there; raises FetchError where one cannot be had, or releases mix.

    `refused` is told of a page that cannot be trusted.
    """
    queue = list(connector.requests(question))
    answers: list[Answer] = []
    pages: list[Page] = []
    size = 0
    while queue:
        request = queue.pop(0)
        answer = ask(request)
        try:
            page = connector.read(question, request, answer)
        except FetchError:
            refused(answer)
            raise
        answers.append(answer)
        pages.append(page)
        queue[:0] = page.more
        size += len(answer.body)
        if len(answers) + len(queue) > _MOST_PAGES or size > _MOST_BYTES:
            message = f"the answer has more than {_MOST_PAGES} pages or {_MOST_BYTES} bytes"
            raise question.fault(Reason.TOO_LARGE, message, "ask for less in its query")
    releases = {one.release for one in pages if one.release}
    if len(releases) > 1:
        raise question.fault(
            Reason.STALE, f"published anew while it was asked: pages are of {', '.join(sorted(releases))}", "ask again later"
        )
    _log.info("fetch: %s, %d pages, %d values", question.name, len(pages), sum(len(one.values) for one in pages))
    return Gathered(tuple(answers), max(releases, default=""), _sound(question, pages))


def fetch(connector: Connector, question: Question, client: Client, answers: Answers, told: Callable[[str], None]) -> Gathered:
    """Ask the network: pages an interrupted fetch left are not asked again, pages that did not change are not sent again.

    Each page is kept as it comes. Where pages left over do not fit the rest, all are asked anew, once.
    """
    left = _fresh(answers.open_pages(), client.means.now())
    try:
        return gather(connector, question, _asker(client, answers, left, told), answers.refuse)
    except FetchError as error:
        if not left or error.reason not in _READING:
            raise
    return gather(connector, question, _asker(client, answers, {}, told), answers.refuse)


def look(connector: Connector, question: Question, client: Client, told: Callable[[str], None]) -> Gathered:
    """Ask the network and keep nothing."""

    def ask(request: Request) -> Answer:
        told(request.address)
        return answer_of(client.get(request))

    return gather(connector, question, ask)


def reread(connector: Connector, question: Question, stored: AnswerSet | None) -> Gathered:
    """Read the last whole answer again, without network; raises FetchError where it does not answer this question."""

    def ask(request: Request) -> Answer:
        page = stored.page(request.address) if stored else None
        if page is None:
            why = "its entry in data/sources.toml has changed since" if stored else "was never asked"
            raise question.fault(Reason.NOT_STORED, f"no answer is stored: {why}", f"run `bilan fetch {question.name}`")
        return page

    return gather(connector, question, ask)


def finish(answers: Answers, gathered: Gathered, at: datetime, citation: Mapping[str, str]) -> AnswerSet:
    """Make what was gathered the latest whole answer."""
    return answers.finish(gathered.pages, at, gathered.release, citation)


def _fresh(pages: Mapping[str, Answer], now: datetime) -> dict[str, Answer]:
    return {address: one for address, one in pages.items() if now - one.at < RESUME}


def _asker(client: Client, answers: Answers, left: Mapping[str, Answer], told: Callable[[str], None]) -> Ask:
    last = answers.remembered()

    def ask(request: Request) -> Answer:
        told(request.address)
        if request.address in left:
            return left[request.address]
        before = last.get(request.address)
        response = client.get(request, before.known if before else None)
        if before and response.unchanged:
            return before
        return answers.keep(response)

    return ask


def _sound(question: Question, pages: Sequence[Page]) -> tuple[FetchedValue, ...]:
    """Every value once, sorted; raises FetchError naming values that contradict each other."""
    found: dict[tuple[object, ...], FetchedValue] = {}
    twice = []
    for one in _values(pages):
        before = found.setdefault((one.key, one.period), one)
        if before != one:
            twice.append(f"{one.key} {one.period}: {before.printed} and {one.printed}")
    if twice:
        more = f" and {len(twice) - 3} more" if len(twice) > 3 else ""  # noqa: PLR2004  enough to see the pattern
        raise question.fault(Reason.INVALID, f"two values for one series and period: {'; '.join(twice[:3])}{more}", "narrow its query")
    return tuple(sorted(found.values(), key=lambda one: (one.key, one.period)))


def _values(pages: Iterable[Page]) -> Iterable[FetchedValue]:
    return (value for page in pages for value in page.values)
