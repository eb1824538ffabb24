from collections.abc import Callable
from typing import Any

import httpx
import pytest
from tests.web.visitor import Visitor

from bilan.web.site import Site


@pytest.fixture
def send(visitor: Visitor) -> Callable[..., httpx.Response]:
    """Send a table as the form does."""

    def sent(content: bytes, table: str = "trade.csv", **more: Any) -> httpx.Response:  # noqa: ANN401  fields of a form
        mark = visitor.get("/en/data/uploads").text.partition('name="mark" value="')[2].partition('"')[0]
        files = {"file": (table, content, "text/csv")}
        return visitor.post("/en/data/uploads", data={"mark": mark, "pair": "kz-kg", "table": table, **more}, files=files)

    return sent


def test_a_revised_value_is_shown_beside_the_one_it_would_replace(site: Site, send: Callable[..., httpx.Response]) -> None:
    path = site.project.root / "data" / "kz-kg" / "trade.csv"
    before = path.read_bytes()
    answer = send(before.replace(b",1700,", b",1750,"))

    assert answer.status_code == 200
    assert "bt053" in answer.text
    assert "1,700" in answer.text
    assert "1,750" in answer.text
    assert path.read_bytes() == before, "nothing is written"


def test_every_mistake_of_a_table_is_told_at_once(send: Callable[..., httpx.Response]) -> None:
    answer = send(b"a,b\n1,2\n")

    assert answer.status_code == 422
    assert "The table cannot be used:" in answer.text


def test_a_form_of_nobody_tries_nothing(send: Callable[..., httpx.Response]) -> None:
    assert send(b"a,b\n", mark="0" * 64).status_code == 403
