from tests.sources.test_http import NOW

from bilan.secret import Secret
from bilan.sources.http_request import Known, Request, Response, host_of, without_login

KEY = Secret("BILAN_KEY", "s3cr/t+key")


def test_an_address_shows_its_query_and_strikes_out_secrets_and_logins() -> None:
    request = Request("https://me:pass@x.org/a", (("q", "a b&c"),), secret_query=(("key", KEY),))

    assert request.address == "https://x.org/a?q=a%20b%26c&key=***"
    assert request.target == "https://me:pass@x.org/a?q=a%20b%26c&key=s3cr%2Ft%2Bkey"


def test_an_address_with_a_query_of_its_own_keeps_it() -> None:
    assert Request("https://x.org/a?b=1", (("c", "2"),)).address == "https://x.org/a?b=1&c=2"


def test_no_form_of_a_record_shows_a_secret() -> None:
    request = Request("https://x.org", secret_headers=(("Key", KEY),), secret_query=(("key", KEY),), hidden=(KEY,))

    assert "s3cr" not in f"{request!r} {request} {KEY!r} {KEY} {request.address}"


def test_strikes_secrets_from_texts_plain_and_encoded() -> None:
    request = Request("https://x.org", secret_headers=(("Key", KEY),))

    assert request.strike("bad s3cr/t+key or s3cr%2Ft%2Bkey") == "bad *** or ***"


def test_a_conditional_request_names_what_is_remembered() -> None:
    assert Known('"abc"', "Wed, 25 Nov 2026 12:00:00 GMT").headers == {
        "If-None-Match": '"abc"',
        "If-Modified-Since": "Wed, 25 Nov 2026 12:00:00 GMT",
    }
    assert Known().headers == {}


def test_says_whether_an_answer_is_unchanged() -> None:
    assert Response("a", 304, {}, b"", NOW).unchanged
    assert not Response("a", 200, {}, b"", NOW).unchanged


def test_hosts_are_compared_without_login_and_case() -> None:
    assert host_of("https://me@X.org:8080/a") == "x.org:8080"
    assert without_login("https://me:pass@x.org/a?b=1#c") == "https://x.org/a?b=1"
