import gzip
import zlib

import pytest

from bilan.sources.http_body import read_body
from bilan.sources.http_request import FetchError, Reason


def read(*chunks: bytes, encoding: str = "", most: int = 100) -> bytes:
    return read_body("example.org", chunks, encoding, most, lambda: False)


def refused(*chunks: bytes, encoding: str = "", most: int = 100) -> FetchError:
    with pytest.raises(FetchError) as caught:
        read(*chunks, encoding=encoding, most=most)
    return caught.value


def test_gives_the_chunks_as_one_body() -> None:
    assert read(b"one ", b"two") == b"one two"


@pytest.mark.parametrize(
    ("encoding", "packed"), [("gzip", gzip.compress(b"data", mtime=0)), ("deflate", zlib.compress(b"data")), ("", b"data")]
)
def test_unpacks_what_was_compressed(encoding: str, packed: bytes) -> None:
    assert read(*(packed[at : at + 1] for at in range(len(packed))), encoding=encoding) == b"data"


def test_takes_a_body_of_exactly_the_size_allowed_and_not_one_byte_more() -> None:
    assert len(read(b"x" * 100)) == 100
    assert refused(b"x" * 101).reason is Reason.TOO_LARGE


def test_a_small_compressed_body_cannot_unfold_into_a_huge_one() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)

    error = refused(bomb, encoding="gzip", most=1000)

    assert len(bomb) < 60_000
    assert str(error) == "example.org: sent more than 1000 bytes"
    assert "max-bytes" in error.hint


def test_a_compressed_body_cut_short_is_told() -> None:
    assert refused(gzip.compress(b"data" * 1000)[:-20], encoding="gzip", most=10_000).reason is Reason.CUT


def test_a_compressed_body_that_is_damaged_is_told() -> None:
    assert refused(b"no gzip at all", encoding="gzip").reason is Reason.CUT


def test_an_encoding_that_was_not_asked_for_is_refused() -> None:
    assert "encoding 'br'" in str(refused(b"x", encoding="br"))


def test_a_body_that_drips_too_long_is_given_up() -> None:
    seconds = iter([False, False, True])

    with pytest.raises(FetchError) as caught:
        read_body("example.org", [b"a", b"b", b"c"], "", 100, lambda: next(seconds))

    assert caught.value.reason is Reason.SLOW
