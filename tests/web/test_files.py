import pytest
from starlette.requests import Request

from bilan.web.files import ASK, FOREVER, delivered

DIGEST = "ab" * 32


def asked(**headers: str) -> Request:
    told = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "GET", "path": "/", "headers": told, "query_string": b""})


def test_a_file_goes_out_with_its_hash_and_its_name() -> None:
    answer = delivered(asked(), b"x", DIGEST, "text/csv", name="données.csv")

    assert answer.headers["etag"] == f'"{DIGEST[:32]}"'
    assert answer.headers["cache-control"] == ASK
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''donn%C3%A9es.csv"


@pytest.mark.parametrize("media", ["application/pdf", "text/html", "image/png"])
def test_what_a_browser_can_show_is_shown(media: str) -> None:
    assert delivered(asked(), b"x", DIGEST, media, name="a").headers["content-disposition"].startswith("inline")


@pytest.mark.parametrize(
    ("have", "status"),
    [(f'"{DIGEST[:32]}"', 304), (f'W/"{DIGEST[:32]}"', 304), (f'"other", "{DIGEST[:32]}"', 304), ("*", 304), ('"other"', 200)],
)
def test_who_has_it_is_not_sent_it_again(have: str, status: int) -> None:
    answer = delivered(asked(if_none_match=have), b"x", DIGEST, "text/csv", headers={"Cache-Control": FOREVER})

    assert (answer.status_code, answer.body) == (status, b"" if status == 304 else b"x")
    assert answer.headers["cache-control"] == FOREVER
