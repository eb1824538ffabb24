import re

import pytest
from tests.web.conftest import Serve
from tests.web.sites import PEOPLE, Answer, Place, Visitor, password

from bilan.ledger.people_records import Role

ME = "/en/account"
ADA = {"name": "ada", "password": password("ada")}
WRONG, FRESH = {"password": "wrong"}, {"password": "some other long words"}


@pytest.fixture(autouse=True)
def ada(place: Place) -> None:
    place.account(Role.ADMIN)


def log_in(place: Place, **more: str) -> tuple[Visitor, Answer]:
    visitor = place.stranger()
    return visitor, visitor.post("/en/login", {**ADA, **more})


def test_a_page_asks_to_log_in_first_and_is_shown_then(place: Place) -> None:
    visitor = place.stranger()
    asked = visitor.get("/en/jobs")
    form = visitor.get(asked.header("location"))
    then = re.search(r'name="then" value="([^"]*)"', form.text)

    assert (asked.status, asked.header("location")) == (303, "/en/login?then=%2Fen%2Fjobs")
    assert then
    assert visitor.post("/en/login", {**ADA, "then": then[1]}).header("location") == "/en/jobs"
    assert visitor.get("/en/jobs").status == 200


@pytest.mark.parametrize(
    "then",
    [
        "//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "/en//evil.example", "/%2f/evil.example",
        "//evil.example/en/", "/en/\r\nLocation: https://evil.example", "javascript:alert(1)", "/en/?x=//evil", " /en/", "/en/\t", "evil.example",
        "///evil.example", "/en/жобалар", "/oidc/start", "/ｅｎ/", "%2f%2fevil.example", "http:evil.example", "/en/@evil.example",
    ],
)  # fmt: skip
def test_nobody_is_led_away_after_log_in(place: Place, then: str) -> None:
    answer = log_in(place, then=then)[1]

    assert (answer.status, answer.header("location")) == (303, "/en/")


def test_what_the_address_says_comes_after_is_shown_without_its_markup(place: Place) -> None:
    page = place.stranger().get("/en/login?then=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").text

    assert "<script>alert" not in page


def test_a_wrong_password_shows_the_form_again(place: Place) -> None:
    visitor, answer = log_in(place, **WRONG)

    assert answer.status == 401
    assert 'role="alert"' in answer.text
    assert "wrong" not in answer.header("set-cookie")
    assert visitor.get(ME).status == 303


def test_after_a_wrong_password_one_still_comes_where_one_was_going(place: Place) -> None:
    visitor, answer = log_in(place, **WRONG, then="/en/jobs")
    then = re.search(r'name="then" value="([^"]*)"', answer.text)

    assert then
    assert visitor.post("/en/login", {**ADA, "then": then[1]}).header("location") == "/en/jobs"


def test_who_tries_too_often_is_told_when_to_come_back(place: Place) -> None:
    visitor = place.stranger()
    answers = [visitor.post("/en/login", {"name": "x", "password": "y"}) for _ in range(13)]

    assert [one.status for one in answers] == [401] * 12 + [429]
    assert answers[-1].header("retry-after")


def test_who_is_logged_in_is_not_asked_again(place: Place) -> None:
    assert log_in(place)[0].get("/en/login").header("location") == "/en/"


def test_log_out_ends_the_session_for_good(place: Place) -> None:
    visitor, _ = log_in(place)
    kept = dict(visitor.cookies)
    answer = visitor.fill(ME, {}, "/en/logout")

    assert answer.header("location") == "/en/login"
    assert visitor.cookies == {}
    assert Visitor(place.app, cookies=kept).get(ME).status == 303


def test_a_token_is_shown_once_and_works(place: Place) -> None:
    visitor, _ = log_in(place)
    shown = visitor.fill(ME, {"name": "script", "role": "view", "days": "30"}, f"{ME}/tokens")
    secret = re.search(r"<code>(bilan_[\w-]+)</code>", shown.text)

    assert secret
    assert secret[1] not in visitor.get(ME).text
    assert "script" in visitor.get(ME).text
    assert place.stranger().get("/api/v1/editions", authorization=f"Bearer {secret[1]}").status == 200
    assert visitor.fill(ME, {}, f"{ME}/tokens/1/revoke").status == 303
    assert place.stranger().get("/api/v1/editions", authorization=f"Bearer {secret[1]}").status == 401


@pytest.mark.parametrize(
    "wrong", [{"role": "king"}, {"days": "9999"}, {"days": "-1"}, {"name": ""}, {"name": "a\x00"}, {"name": "x" * 101}]
)
def test_a_token_that_cannot_be_is_not_made(place: Place, wrong: dict[str, str]) -> None:
    visitor, _ = log_in(place)
    answer = visitor.fill(ME, {"name": "script", "role": "view", "days": "30", **wrong}, f"{ME}/tokens")

    assert answer.status == 422
    assert place.site.ledger.people.tokens(place.account(Role.ADMIN)) == []


def test_nobody_makes_a_token_that_may_more_than_they_may(place: Place) -> None:
    vera = place.visitor()

    assert vera.fill(ME, {"name": "script", "role": "admin", "days": "30"}, f"{ME}/tokens").status == 422


def test_another_password_ends_every_session(place: Place) -> None:
    (visitor, _), (other, _) = log_in(place), log_in(place)
    answer = visitor.fill(ME, {"old": ADA["password"], "new": FRESH["password"]}, f"{ME}/password")

    assert answer.header("location") == "/en/login"
    assert [one.get(ME).status for one in (visitor, other)] == [303, 303]
    assert log_in(place)[1].status == 401
    assert log_in(place, **FRESH)[1].status == 303


@pytest.mark.parametrize(
    ("old", "new"), [("wrong", "some other long words"), (ADA["password"], "short"), (ADA["password"], "password1234")]
)
def test_a_password_is_changed_by_who_knows_it_and_to_a_good_one(place: Place, old: str, new: str) -> None:
    visitor, _ = log_in(place)
    answer = visitor.fill(ME, {"old": old, "new": new}, f"{ME}/password")

    assert answer.status == 422
    assert f'value="{new}"' not in answer.text
    assert log_in(place)[1].status == 303


def test_guessing_the_old_password_is_slowed_down(place: Place) -> None:
    visitor = place.visitor(Role.ADMIN)
    answers = [visitor.fill(ME, {"old": "wrong", "new": "some other long words"}, f"{ME}/password") for _ in range(13)]

    assert [one.status for one in answers] == [422] * 12 + [429]
    assert answers[-1].header("retry-after")


@pytest.mark.parametrize("role", [Role.VIEW, Role.RUN, Role.APPROVE])
def test_accounts_are_for_admins_only(place: Place, role: Role) -> None:
    visitor = place.visitor(role)

    assert visitor.get("/en/accounts").status == 403
    assert visitor.fill(ME, {"name": "eve", "role": "admin", "password": "a long password"}, "/en/accounts").status == 403
    assert visitor.fill(ME, {"act": "role", "role": "admin"}, f"/en/accounts/{PEOPLE[role]}").status == 403
    assert visitor.fill(ME, {"act": "disable"}, "/en/accounts/ada").status == 403
    assert place.site.ledger.people.account("eve") is None


def test_an_admin_makes_and_changes_accounts(place: Place) -> None:
    visitor, _ = log_in(place)
    made = visitor.fill("/en/accounts", {"name": "Eve", "role": "view", "password": "a long password"})
    raised = visitor.fill("/en/accounts", {"act": "role", "role": "run"}, "/en/accounts/eve")
    shut = visitor.fill("/en/accounts", {"act": "disable"}, "/en/accounts/eve")
    eve = place.site.ledger.people.find("eve")

    assert [one.status for one in (made, raised, shut)] == [303, 303, 303]
    assert (eve.role, eve.disabled) == (Role.RUN, True)
    assert visitor.fill("/en/accounts", {"act": "enable"}, "/en/accounts/eve").status == 303
    assert not place.site.ledger.people.find("eve").disabled


@pytest.mark.parametrize("act", [{"act": "disable"}, {"act": "role", "role": "view"}])
def test_the_last_admin_stays(place: Place, act: dict[str, str]) -> None:
    visitor, _ = log_in(place)
    answer = visitor.fill("/en/accounts", act, "/en/accounts/ada")

    assert answer.status == 422
    assert "is the last admin" in answer.text
    assert visitor.get("/en/accounts").status == 200


def test_who_was_shut_out_is_out_at_once(place: Place) -> None:
    vera, (admin, _) = place.visitor(), log_in(place)
    before = vera.get(ME).status
    admin.fill("/en/accounts", {"act": "disable"}, "/en/accounts/vera")

    assert (before, vera.get(ME).status) == (200, 303)


def test_an_open_site_has_no_accounts_to_look_after(serve: Serve) -> None:
    visitor = serve(open=True).stranger()

    assert visitor.get(ME).status == 409
