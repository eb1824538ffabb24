from tests.web.conftest import Serve
from tests.web.provider import Oidc
from tests.web.sites import Place
from tests.web.test_oidc import came_in, sent_off

ME = "/en/account"


def test_the_log_in_page_offers_the_provider_by_its_name(through: Serve) -> None:
    page = through().stranger().get("/en/login").text

    assert '<a class="button" href="/oidc/start?language=en">Ministry</a>' in page


def test_without_a_provider_there_is_no_way_through_it(place: Place) -> None:
    visitor = place.stranger()

    assert "/oidc/start" not in visitor.get("/en/login").text
    assert [visitor.get(path).status for path in ("/oidc/start", "/oidc/back?code=x&state=y")] == [404, 404]


def test_a_provider_without_the_secret_of_the_client_is_told_and_lets_nobody_in(through: Serve) -> None:
    answer = through(secrets={}).stranger().get("/oidc/start")

    assert answer.status == 422
    assert "BILAN_OIDC_SECRET" in answer.text


def test_who_comes_back_gets_a_session_and_loses_the_cookie_of_the_way(through: Serve) -> None:
    visitor = through().stranger()
    back = sent_off(visitor)
    before = dict(visitor.cookies)
    answer = visitor.get(back, accept_language="fr")

    assert set(before) == {"bilan_oidc"}
    assert set(visitor.cookies) == {"bilan"}
    assert answer.header("location") == "/fr/"
    assert visitor.get(ME).status == 200


def test_with_tls_both_cookies_are_for_tls_only(through: Serve) -> None:
    place = through(origin="https://bilan.example.org", hosts=("127.0.0.1", "bilan.example.org"))
    visitor = place.stranger()
    start = visitor.get("/oidc/start")

    assert "Secure" in start.header("set-cookie")
    assert "HttpOnly" in start.header("set-cookie")
    assert "redirect_uri=https%3A%2F%2Fbilan.example.org%2Foidc%2Fback" in start.header("location")


def test_nobody_sends_browsers_off_without_end(through: Serve, provider: Oidc) -> None:
    provider.down = True
    visitor = through().stranger()
    answers = [visitor.get("/oidc/start") for _ in range(13)]

    assert [one.status for one in answers] == [503] * 12 + [429]
    assert answers[-1].header("retry-after") == "6"


def test_a_refusal_is_a_page_in_the_language_of_the_browser(through: Serve) -> None:
    answer = through().stranger().get("/oidc/back?code=x&state=y", accept_language="fr")

    assert answer.status == 401
    assert '<html lang="fr">' in answer.text


def test_a_session_from_the_provider_has_no_password_to_change(through: Serve) -> None:
    visitor = through().stranger()
    came_in(visitor)

    assert 'name="old"' not in visitor.get(ME).text
    assert visitor.fill(ME, {"old": "", "new": "a very long password"}, f"{ME}/password").status == 422
