import base64
import json
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.errors import UsageError
from bilan.secret import STRUCK, Secret, hide, hide_environment, read_secret, redacted

CANARY = 'can"ary/\\é+7'


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


def test_any_sign_may_stand_in_a_password() -> None:
    assert read_secret("BILAN_KEY", {"BILAN_KEY": "clé d’or"}, any_sign=True) == Secret("BILAN_KEY", "clé d’or")


def test_what_was_read_is_shown_by_nothing_from_then_on() -> None:
    assert redacted("key abcdefg") == "key abcdefg"

    read_secret("BILAN_KEY", {"BILAN_KEY": "abcdefg"})

    assert redacted("key abcdefg") == "key ***"


@pytest.mark.parametrize(
    "text",
    [CANARY, quote(CANARY, safe=""), json.dumps({"said": CANARY}), repr({"said": CANARY}), json.dumps(CANARY, ensure_ascii=False)],
    ids=["plain", "percent", "JSON", "repr", "JSON unescaped"],
)
def test_a_known_secret_is_struck_out_however_it_is_written(text: str) -> None:
    hide(CANARY)

    found = redacted(f"before {text} after")

    assert STRUCK in found
    assert "ary" not in found
    assert (found[:7], found[-6:]) == ("before ", " after")


@given(before=st.binary(max_size=7), secret=st.text("abcXYZ0189-_./+", min_size=6, max_size=20), after=st.binary(max_size=7))
def test_a_known_secret_is_struck_out_of_what_was_encoded_with_it(before: bytes, secret: str, after: bytes) -> None:
    hide(secret)
    encoded = base64.b64encode(before + secret.encode() + after).decode().rstrip("=")

    left = redacted(encoded).replace(STRUCK, "")

    own = (len(before) + len(secret)) * 8 // 6 - -(-len(before) * 8 // 6)  # letters made of the secret alone
    assert len(left) <= len(encoded) - own


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ledger postgresql+psycopg://bilan:s3cr3t@db/ledger", "ledger postgresql+psycopg://bilan:***@db/ledger"),
        ("Authorization: Bearer abc.def-123", "Authorization: ***"),
        ('{"authorization": "Basic YWJj", "x": 1}', '{"authorization": "***", "x": 1}'),
        ("sent Bearer abcdef123456 to it", "sent Bearer *** to it"),
        ("GET /v1?flow=M&subscription-key=0123 failed", "GET /v1?flow=M&subscription-key=*** failed"),
        ("see https://x.org/unsubscribe/kq3nD-92aaPz.x1 now", "see https://x.org/unsubscribe/*** now"),
        ("<mailto:unsubscribe+kq3nD92aaPz@x.org>", "<mailto:unsubscribe+***@x.org>"),
        ("nothing to hide: 12 pages, https://x.org/a?flow=M", "nothing to hide: 12 pages, https://x.org/a?flow=M"),
    ],
)
def test_what_looks_like_a_secret_is_struck_out_too(text: str, shown: str) -> None:
    assert redacted(text) == shown


def test_every_variable_named_like_a_secret_is_hidden(tmp_path: Path) -> None:
    (tmp_path / "word").write_text("from-a-file\n", encoding="utf-8")
    hide_environment(
        {
            "AWS_SECRET_ACCESS_KEY": "aws-secret", "PGPASSWORD": "pg-password", "BILAN_WEBHOOK_FILE": str(tmp_path / "word"),
            "BILAN_GONE_FILE": str(tmp_path / "gone"), "SSH_KEY_PATH": "/a/path", "HOME": "/home/me", "API_KEY": "abc",
        }
    )  # fmt: skip

    assert redacted("aws-secret pg-password from-a-file") == "*** *** ***"
    assert redacted("/a/path /home/me abc") == "/a/path /home/me abc"  # no values of secrets, or too short to be one
