from pathlib import Path

import pytest
from tests.sources.test_http import NOW

from bilan.errors import UsageError
from bilan.sources.http_request import Known, Request, Response, Secret, host_of, read_secret, without_login

KEY = Secret("BILAN_KEY", "s3cr/t+key")


def test_a_secret_is_read_from_its_variable() -> None:
    assert read_secret("BILAN_KEY", {"BILAN_KEY": " abc \n"}) == Secret("BILAN_KEY", "abc")


def test_a_secret_is_read_from_the_file_its_variable_names(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("abc\n", encoding="utf-8")

    assert read_secret("BILAN_KEY", {"BILAN_KEY_FILE": str(tmp_path / "key")}) == Secret("BILAN_KEY", "abc")


@pytest.mark.parametrize("environ", [{}, {"BILAN_KEY": ""}, {"BILAN_KEY": "  "}])
def test_no_secret_is_none(environ: dict[str, str]) -> None:
    assert read_secret("BILAN_KEY", environ) is None


@pytest.mark.parametrize(
    ("variable", "environ", "said"),
    [
        ("PATH", {"PATH": "/bin"}, "secrets are read from BILAN_* only"),
        ("BILAN_KEY", {"BILAN_KEY": "a", "BILAN_KEY_FILE": "b"}, "is set, and so is BILAN_KEY_FILE"),
        ("BILAN_KEY", {"BILAN_KEY_FILE": "/nowhere/at/all"}, "cannot be read as UTF-8 text"),
        ("BILAN_KEY", {"BILAN_KEY": "a\r\nX-Other: b"}, "holds signs that no key has"),
        ("BILAN_KEY", {"BILAN_KEY": "clé"}, "holds signs that no key has"),
    ],
)
def test_a_secret_that_cannot_be_used_is_told_without_its_value(variable: str, environ: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_secret(variable, environ)

    assert said in str(caught.value)
    assert "Other" not in str(caught.value)


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
