from datetime import timedelta

import pytest
from tests.web.conftest import Serve
from tests.web.sites import PEOPLE, Place, Visitor, password

from bilan.ledger.people_records import Role
from bilan.secret import digest, fresh_secret
from bilan.web.principal import Principal, cookie_name, needed
from bilan.web.problems import RefusedError

ME = "/en/account"
API = "/api/v1/editions"


def test_a_session_ends_when_it_is_not_used(place: Place) -> None:
    vera = place.visitor()
    for _ in range(3):
        place.clock.forward(hours=7, minutes=59)
        assert vera.get(ME).status == 200
    place.clock.forward(hours=8)

    assert vera.get(ME).status == 303
    assert vera.get(API).status == 401


def test_a_session_ends_after_a_week_however_much_it_is_used(place: Place) -> None:
    vera = place.visitor()
    for _ in range(23):
        place.clock.forward(hours=7)
        assert vera.get(ME).status == 200
    place.clock.forward(hours=7)

    assert vera.get(ME).status == 303


def test_a_token_works_until_its_end(place: Place) -> None:
    script = place.program(Role.VIEW, days=1)
    before = script.get(API).status
    place.clock.forward(days=1)
    after = script.get(API)

    assert (before, after.status) == (200, 401)
    assert 'error="invalid_token"' in after.header("www-authenticate")


def test_a_revoked_token_works_no_more(place: Place) -> None:
    script, vera = place.program(Role.VIEW), place.account(Role.VIEW)
    people = place.site.ledger.people
    people.revoke_token(people.tokens(vera)[0].id, vera, place.clock.now())

    assert script.get(API).status == 401


def test_a_token_of_somebody_disabled_works_no_more(place: Place) -> None:
    script = place.program(Role.VIEW)
    place.site.ledger.people.disable(PEOPLE[Role.VIEW], place.clock.now())

    assert script.get(API).status == 401


def test_a_token_may_do_no_more_than_it_was_made_for(place: Place) -> None:
    script = place.program(Role.ADMIN, may=Role.VIEW)

    assert script.get(API).status == 200
    assert script.say("/api/v1/builds", {"partnership": "kz-kg"}).status == 403


def test_a_token_may_do_no_more_than_its_account_may_by_now(place: Place) -> None:
    script = place.program(Role.RUN)
    place.site.ledger.people.set_role(PEOPLE[Role.RUN], Role.VIEW, place.clock.now())

    assert script.say("/api/v1/builds", {"partnership": "kz-kg"}).status == 403


@pytest.mark.parametrize(
    "told",
    ["Bearer", "Bearer ", "Bearer x", "Basic dmVyYTp2ZXJh", "\xff\xfe", "Bearer " + "x" * 5000, "bearer\tbilan_vera_0", "Bearer a b"],
)
def test_what_is_no_token_lets_nobody_in(place: Place, told: str) -> None:
    answer = place.stranger().get(API, authorization=told)

    assert answer.status == 401
    assert answer.header("content-type") == "application/problem+json"


def test_a_wrong_token_is_not_made_good_by_a_session(place: Place) -> None:
    assert place.visitor(Role.ADMIN).get(API, authorization="Bearer wrong").status == 401


def test_a_token_in_capitals_of_the_scheme_works(place: Place) -> None:
    script = place.program(Role.VIEW)
    script.always["authorization"] = script.always["authorization"].replace("Bearer", "BEARER")

    assert script.get(API).status == 200


def test_with_tls_the_cookie_has_the_name_browsers_guard(serve: Serve) -> None:
    place = serve(origin="https://bilan.example.org", hosts=("bilan.example.org",))
    place.account(Role.VIEW)
    visitor = Visitor(place.app, host="bilan.example.org")
    form = {"name": PEOPLE[Role.VIEW], "password": password(PEOPLE[Role.VIEW])}
    answer = visitor.post("/en/login", form, origin="https://bilan.example.org")
    cookie = answer.header("set-cookie").lower()

    assert cookie.startswith("__host-bilan=")
    assert all(part in cookie for part in ("; secure", "; httponly", "; path=/", "samesite=lax"))
    assert "domain" not in cookie
    assert visitor.get(ME).status == 200


def test_with_tls_a_cookie_of_the_plain_name_is_nothing(serve: Serve) -> None:
    place = serve(origin="https://bilan.example.org", hosts=("bilan.example.org",))
    visitor = place.visitor()
    visitor.host = "bilan.example.org"
    visitor.cookies = {"bilan": visitor.cookies[cookie_name(place.site)]}

    assert visitor.get(ME).status == 303


def test_without_tls_scripts_cannot_read_the_cookie_either(place: Place) -> None:
    place.account(Role.VIEW)
    told = place.stranger().post("/en/login", {"name": "vera", "password": password("vera")}).header("set-cookie").lower()

    assert told.startswith("bilan=")
    assert "httponly" in told
    assert "secure" not in told


def test_an_open_site_knows_everybody_as_the_person_at_this_machine(serve: Serve) -> None:
    visitor = serve(open=True).stranger()

    assert visitor.get("/en/build").status == 200
    assert visitor.get(API).status == 200
    assert visitor.get(ME).status == 409


def test_an_open_site_takes_tokens_at_their_word(serve: Serve) -> None:
    place = serve(open=True)

    assert place.program(Role.VIEW).say("/api/v1/builds", {"partnership": "kz-kg"}).status == 403
    assert place.stranger().get(API, authorization="Bearer wrong").status == 401


def test_who_asks_too_much_is_told_when_to_come_back(serve: Serve) -> None:
    place = serve(settings="\n[serve]\nrequests_per_minute = 60\n")
    vera, rita = place.visitor(), place.visitor(Role.RUN)
    told = [vera.get(API) for _ in range(61)]

    assert [one.status for one in told] == [200] * 60 + [429]
    assert told[-1].header("retry-after") == "2"
    assert rita.get(API).status == 200
    place.clock.forward(seconds=2)
    assert vera.get(API).status == 200


def test_what_is_kept_of_a_secret_is_its_hash() -> None:
    secret = fresh_secret()

    assert len(secret) >= 43
    assert secret != fresh_secret()
    assert secret not in digest(secret)


def test_a_mark_tells_nothing_of_the_secret_and_there_is_none_without() -> None:
    one, other = Principal("vera", Role.VIEW, "session", "a"), Principal("vera", Role.VIEW, "session", "b")

    assert one.mark != other.mark
    assert Principal("vera", Role.VIEW, "token").mark == ""


@pytest.mark.parametrize(("principal", "status"), [(None, 401), (Principal("vera", Role.VIEW, "session"), 403)])
def test_who_may_not_is_told_why(principal: Principal | None, status: int) -> None:
    with pytest.raises(RefusedError) as refused:
        needed(principal, Role.RUN)

    assert refused.value.status == status


def test_a_session_that_is_used_is_kept_alive_seldom_written(place: Place) -> None:
    vera = place.visitor()
    place.clock.forward(seconds=30)
    assert vera.get(ME).status == 200
    place.clock.at += timedelta(hours=7, minutes=59, seconds=45)

    assert vera.get(ME).status == 303
