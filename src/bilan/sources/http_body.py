"""How is a body read whole and bounded? Chunk by chunk, also while it is decompressed, within a time."""

import zlib
from collections.abc import Callable, Iterable

from bilan.sources.http_request import FetchError, Reason

ENCODINGS = {"": 0, "identity": 0, "gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}
_SMALLER = "ask for less, or raise max-bytes in data/sources.toml"


def read_body(host: str, chunks: Iterable[bytes], encoding: str, most: int, late: Callable[[], bool]) -> bytes:
    """The bytes of a body after decompression; raises FetchError where there are more than `most`, or it is late or damaged."""
    wbits = ENCODINGS.get(encoding.strip().lower())
    if wbits is None:
        raise FetchError(host, Reason.INVALID, f"sent the encoding '{encoding}', which was not asked for", "ask again later")
    inflate = zlib.decompressobj(wbits) if wbits else None
    parts: list[bytes] = []
    size = came = 0
    for chunk in chunks:
        came += len(chunk)
        if late():
            raise FetchError(host, Reason.SLOW, "did not finish its answer in time", "ask again later")
        part = _inflated(host, inflate, chunk, most - size + 1) if inflate else chunk
        size += len(part)
        if size > most:
            raise FetchError(host, Reason.TOO_LARGE, f"sent more than {most} bytes", _SMALLER)
        parts.append(part)
    if inflate and came and not inflate.eof:
        raise FetchError(host, Reason.CUT, "ended its answer before the compressed part was whole", "ask again later")
    return b"".join(parts)


def _inflated(host: str, inflate: "zlib._Decompress", chunk: bytes, most: int) -> bytes:
    """At most `most` bytes: a small compressed body may hold a huge one."""
    try:
        return inflate.decompress(chunk, most)
    except zlib.error:
        raise FetchError(host, Reason.CUT, "sent a compressed answer that cannot be unpacked", "ask again later") from None
