import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.delivery.unsubscribe import address_in, link, token

PAGE = "https://bilan.example.org/unsubscribe"


@given(st.text(min_size=1, max_size=30), st.text(min_size=1, max_size=30))
def test_a_token_leads_back_to_the_address_it_was_made_for(address: str, secret: str) -> None:
    assert address_in(token(address, secret), secret) == address
    assert address_in(token(address, secret), f"{secret}x") is None


@pytest.mark.parametrize("given_token", ["", ".", "nonsense", "YQ.", "a b.c", "YQ.YQ", "\u0416.\u0416", "/w.AAAA"])
def test_a_token_that_is_not_ours_leads_nowhere(given_token: str) -> None:
    assert address_in(given_token, "secret") is None


def test_a_token_for_one_address_is_none_for_another() -> None:
    mine, yours = token("a@example.org", "s"), token("b@example.org", "s")

    assert address_in(f"{mine.split('.')[0]}.{yours.split('.')[1]}", "s") is None


def test_the_link_is_the_page_with_the_token() -> None:
    assert link(PAGE, "a@example.org", "s") == f"{PAGE}?token={token('a@example.org', 's')}"
    assert link(f"{PAGE}?from=mail", "a@example.org", "s").startswith(f"{PAGE}?from=mail&token=")
