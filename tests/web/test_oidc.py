import sys
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from tests.web.conftest import Serve
from tests.web.provider import Oidc
from tests.web.sites import Answer, Place, Visitor

from bilan.ledger.people_records import Role
from bilan.web.oidc import _client

ME = "/en/account"


def sent_off(visitor: Visitor) -> str:
    """Go to the provider; where it sends the browser back to."""
    answer = visitor.get("/oidc/start")
    assert answer.status == 302, answer.text
    back = urlsplit(httpx.get(answer.header("location")).headers["location"])
    return f"{back.path}?{back.query}"


def came_in(visitor: Visitor) -> Answer:
    return visitor.get(sent_off(visitor))


def nobody_is_in(place: Place, visitor: Visitor, answer: Answer) -> bool:
    return answer.status in (401, 403, 503) and visitor.get(ME).status == 303 and place.site.ledger.people.accounts() == []


def test_the_first_log_in_makes_an_account_with_the_role_of_the_settings(through: Serve, provider: Oidc) -> None:
    place = through(role="run")
    visitor = place.stranger()
    answer = came_in(visitor)
    (account,) = place.site.ledger.people.accounts()

    assert (answer.status, answer.header("location")) == (303, "/en/")
    assert (account.name, account.role, account.password) == ("aigul", Role.RUN, None)
    assert account.subject == f"{provider.issuer}|248289761001"
    assert "aigul" in visitor.get(ME).text


def test_the_next_log_in_is_the_same_account_whatever_the_person_is_called_by_then(through: Serve, provider: Oidc) -> None:
    place = through()
    came_in(place.stranger())
    provider.person["preferred_username"] = "ada"
    visitor = place.stranger("10.0.0.8")
    came_in(visitor)

    assert [one.name for one in place.site.ledger.people.accounts()] == ["aigul"]
    assert "aigul" in visitor.get(ME).text


def test_without_a_role_in_the_settings_only_who_is_known_comes_in(through: Serve, provider: Oidc) -> None:
    place = through(role="")
    stranger, known = place.stranger(), place.stranger("10.0.0.8")
    refused = came_in(stranger)
    nobody = nobody_is_in(place, stranger, refused)
    place.site.ledger.people.add("aigul", Role.APPROVE, place.clock.now(), subject=f"{provider.issuer}|248289761001")

    assert refused.status == 403
    assert nobody
    assert came_in(known).status == 303
    assert known.get(ME).status == 200


@pytest.mark.parametrize("name", ["ada", "ADA", "ａｄａ"])
def test_nobody_takes_over_an_account_by_calling_themselves_like_it(through: Serve, provider: Oidc, name: str) -> None:
    place = through()
    place.account(Role.ADMIN)
    provider.person["preferred_username"] = name
    visitor = place.stranger()

    assert came_in(visitor).status == 403
    assert visitor.get(ME).status == 303


@pytest.mark.parametrize("name", ["a b", "<img src=x onerror=alert(1)>", "a\r\nSet-Cookie: x=y", "", "../..", "x" * 5000, {"a": 1}])
def test_what_is_no_name_for_an_account_lets_nobody_do_harm(through: Serve, provider: Oidc, name: object) -> None:
    place = through()
    provider.person["preferred_username"] = name
    answer = came_in(place.stranger())

    assert answer.status in (303, 403)
    assert "<img src=x" not in answer.text
    assert "x=y" not in answer.header("set-cookie")


def test_who_was_disabled_does_not_come_in(through: Serve) -> None:
    place = through()
    came_in(place.stranger())
    place.site.ledger.people.disable("aigul", place.clock.now())
    visitor = place.stranger("10.0.0.8")

    assert came_in(visitor).status == 403
    assert visitor.get(ME).status == 303


def test_another_state_is_refused(through: Serve) -> None:
    place = through()
    visitor = place.stranger()
    code = parse_qs(urlsplit(sent_off(visitor)).query)["code"][0]
    answers = [visitor.get(f"/oidc/back?code={code}&state={state}") for state in ("", "x", "%00")]
    answers.append(visitor.get(f"/oidc/back?code={code}"))

    assert {one.status for one in answers} == {401}
    assert nobody_is_in(place, visitor, answers[0])


def test_an_answer_is_taken_once(through: Serve) -> None:
    place = through()
    visitor = place.stranger()
    back = sent_off(visitor)
    sealed = dict(visitor.cookies)
    first = visitor.get(back)
    thief = Visitor(place.app, cookies=sealed)
    again = thief.get(back)

    assert (first.status, again.status) == (303, 401)
    assert thief.get(ME).status == 303


def test_an_answer_is_taken_in_the_browser_that_asked(through: Serve) -> None:
    place = through()
    mine, theirs = place.stranger(), place.stranger("10.0.0.8")
    back = sent_off(mine)
    sent_off(theirs)

    assert theirs.get(back).status == 401
    assert place.stranger("10.0.0.9").get(back).status == 401
    assert nobody_is_in(place, theirs, theirs.get(back))


@pytest.mark.parametrize("cookie", ["x", "e30.", ".", "e30.00", "e30=." + "0" * 64, "\xe9.\xe9"])
def test_a_cookie_somebody_made_is_refused(through: Serve, cookie: str) -> None:
    place = through()
    visitor = place.stranger()
    back = sent_off(visitor)
    visitor.cookies["bilan_oidc"] = cookie

    assert visitor.get(back).status == 401


def test_a_log_in_begun_long_ago_is_refused(through: Serve) -> None:
    place = through()
    visitor = place.stranger()
    back = sent_off(visitor)
    place.clock.forward(minutes=10, seconds=1)

    assert nobody_is_in(place, visitor, visitor.get(back))


@pytest.mark.parametrize(
    "wrong",
    [
        {"nonce": "another"}, {"nonce": None}, {"aud": "another-client"}, {"aud": None}, {"iss": "https://evil.example"}, {"iss": None},
        {"exp": 1_600_000_000}, {"exp": None}, {"sub": None}, {"sub": ""}, {"iat": 99_999_999_999},
        {"aud": ["bilan-desk", "another"], "azp": "another"},
    ],
    ids=str,
)  # fmt: skip
def test_a_token_that_says_something_else_is_refused(through: Serve, provider: Oidc, wrong: dict[str, Any]) -> None:
    place = through()
    provider.wrong = wrong
    visitor = place.stranger()
    answer = came_in(visitor)

    assert nobody_is_in(place, visitor, answer), answer.status
    assert answer.status == 401


@pytest.mark.parametrize("claimed", [["RS256"], ["RS256", "HS256", "none"], ["none"], ["HS256"], []])
@pytest.mark.parametrize("signed", ["none", "HS256", "another key"])
def test_a_token_that_is_not_signed_by_the_provider_is_refused(through: Serve, provider: Oidc, signed: str, claimed: list[str]) -> None:
    place = through()
    provider.signed, provider.metadata = signed, {"id_token_signing_alg_values_supported": claimed}
    visitor = place.stranger()

    assert nobody_is_in(place, visitor, came_in(visitor))


def test_an_answer_without_a_token_of_who_it_is_lets_nobody_in(through: Serve, provider: Oidc) -> None:
    place = through()
    provider.without_token = True
    visitor = place.stranger()

    assert nobody_is_in(place, visitor, came_in(visitor))


def test_a_provider_that_calls_itself_otherwise_than_the_settings_do_is_refused(through: Serve, provider: Oidc) -> None:
    place = through()
    provider.metadata, provider.wrong = {"issuer": "https://evil.example"}, {"iss": "https://evil.example"}
    visitor = place.stranger()

    assert nobody_is_in(place, visitor, visitor.get("/oidc/start"))


def test_a_provider_that_is_down_is_not_available(through: Serve, provider: Oidc) -> None:
    place = through()
    visitor = place.stranger()
    back = sent_off(visitor)
    provider.down = True

    assert visitor.get("/oidc/start").status == 503
    assert nobody_is_in(place, visitor, visitor.get(back))


def test_what_the_provider_says_went_wrong_is_shown_without_its_markup(through: Serve) -> None:
    visitor = through().stranger()
    state = parse_qs(urlsplit(sent_off(visitor)).query)["state"][0]
    answer = visitor.get(f"/oidc/back?state={state}&error=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")

    assert answer.status == 401
    assert "<img src=x" not in answer.text


def test_the_library_is_taken_in_without_a_warning_that_is_none_of_the_operators_business(
    monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder
) -> None:
    for name in [one for one in sys.modules if one.startswith(("authlib.integrations", "authlib.deprecate"))]:
        monkeypatch.delitem(sys.modules, name)
    _client("https://id.example", "bilan", "secret")

    assert [str(one.message) for one in recwarn.list] == []
