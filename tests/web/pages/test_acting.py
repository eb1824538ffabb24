from collections.abc import Callable
from typing import Any

from tests.web.visitor import Visitor

from bilan.web.site import Site

Post = Callable[..., Any]
OCTOBER = "/en/editions/kz-kg/2026-10/minister.en"


def test_an_edition_is_withdrawn_with_its_reason(visitor: Visitor, site: Site, post: Post) -> None:
    answer = post("/en/withdraw", seen=OCTOBER, edition="kz-kg/2026-10/minister.en", reason="The figures are <not> cleared.")

    assert answer.headers["location"] == OCTOBER
    page = visitor.get(OCTOBER).text
    assert "The figures are &lt;not&gt; cleared." in page
    assert "/en/withdraw" not in page, "what is withdrawn is not withdrawn again"
    assert {one.state for one in site.editions()} == {"issued", "withdrawn"}
    assert [one.actor for one in site.ledger.events() if one.to_state == "withdrawn"] == ["local"]


def test_without_a_reason_it_stays(site: Site, post: Post) -> None:
    assert post("/en/withdraw", seen=OCTOBER, edition="kz-kg/2026-10/minister.en", reason=" ").status_code == 422
    assert {one.state for one in site.editions()} == {"issued"}
