"""Questions, answers and connectors for tests, without a file between."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from tests.sources.server import SAMPLES

from bilan.config.connectors import SourceEntry
from bilan.secret import Secret
from bilan.sources.answers import Answer, answer_of
from bilan.sources.connector import Page, Question, load_connectors
from bilan.sources.gather import Gathered, gather
from bilan.sources.http_request import Request, Response

NOW = datetime(2026, 11, 25, 12, 0, 0, tzinfo=UTC)
PAIR = ("KAZ", "KGZ")


def entry(connector: str, address: str = "https://api.example", **query: Any) -> SourceEntry:  # noqa: ANN401  a query
    """An entry of `data/sources.toml`; `unit`, `factor` and `name_here` are its own, the rest is its query."""
    load_connectors()
    own = {"unit": query.pop("unit", "USD"), "factor": query.pop("factor", "1"), "indicator": query.pop("name_here", "gdp_current_usd")}
    told = {"connector": connector, "title": "T", "publisher": "P", "licence": "L", "address": address, "partnerships": ("kz-kg",)}
    return SourceEntry.model_validate({**told, **own, "query": query})


def question(connector: str, address: str = "https://api.example", key: Secret | None = None, **query: Any) -> Question:  # noqa: ANN401  same
    """A question about Kazakhstan and Kyrgyzstan, asked on a fixed day."""
    return Question("test-source", entry(connector, address, **query), PAIR, date(2026, 11, 25), key)


def answer(body: bytes, address: str = "https://api.example/x", headers: Mapping[str, str] | None = None, status: int = 200) -> Answer:
    """An answer as it would have been received."""
    return answer_of(Response(address, status, headers or {}, body, NOW))


def read(asked: Question, body: bytes | str, request: Request | None = None) -> Page:
    """What the connector makes of a body, or of a sample by its name."""
    connector = load_connectors().get(asked.entry.connector)
    content = (SAMPLES / body).read_bytes() if isinstance(body, str) else body
    return connector.read(asked, request or connector.requests(asked)[0], answer(content))


def gathered(asked: Question, reply: Callable[[Request], bytes]) -> Gathered:
    """Everything a question brings when each request is answered by a function."""
    return gather(load_connectors().get(asked.entry.connector), asked, lambda request: answer(reply(request), request.address))
