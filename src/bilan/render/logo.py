"""Is the logo of the brand fit to print, and how large? A checked, cleaned picture that a page may hold."""

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

from bilan.errors import ConfigError
from bilan.fonts.local import inside
from bilan.render.vector import Drawing

HEIGHT_MM, WIDEST_MM = 7.5, 45.0
MOST_BYTES = 1024 * 1024
MOST_PIXELS = 2000
SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEPT_CHUNKS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture by the name pages load it by, and its printed size."""

    src: str
    body: bytes
    width_mm: float
    height_mm: float


def logo(folder: Path, name: str) -> Logo:
    """The logo in a templates folder; raises ConfigError naming what is wrong with it, line by line for SVG."""
    where = f"templates/{name}"
    path = inside(folder, name)
    if path is None:
        raise ConfigError(where, ("is no file of the templates folder",), "put the file itself there, and name it in brand.toml: logo")
    body = _read(path, where)
    if path.suffix.lower() == ".svg":
        drawing = Drawing(body)
        if drawing.mistakes or drawing.size is None:
            raise ConfigError(where, tuple(drawing.mistakes), "a logo is made of shapes only")
        return _sized("brand/logo.svg", drawing.text.encode(), drawing.size)
    if path.suffix.lower() == ".png":
        clean, size = _png(body, where)
        return _sized("brand/logo.png", clean, size)
    raise ConfigError(where, (f"is no picture a page can hold: '{path.suffix}'",), "save it as SVG or PNG")


def _read(path: Path, where: str) -> bytes:
    if path.stat().st_size > MOST_BYTES:
        raise ConfigError(where, (f"has {path.stat().st_size // 1024} KB; {MOST_BYTES // 1024} KB are allowed",), "save a smaller one")
    return path.read_bytes()


def _sized(src: str, body: bytes, size: tuple[float, float]) -> Logo:
    width, height = size
    scale = min(HEIGHT_MM / height, WIDEST_MM / width)
    return Logo(src, body, round(width * scale, 2), round(height * scale, 2))


def _png(body: bytes, where: str) -> tuple[bytes, tuple[float, float]]:
    """The picture without comments, dates and profiles, and its size in pixels."""
    try:
        chunks = _chunks(body)
        width, height = struct.unpack(">II", chunks[0][1][:8])
    except (ValueError, IndexError, struct.error) as error:
        raise ConfigError(where, (f"is no sound PNG: {error}",), "save it again from the program that made it") from None
    if not 0 < width <= MOST_PIXELS or not 0 < height <= MOST_PIXELS:
        raise ConfigError(where, (f"has {width} × {height} pixels; at most {MOST_PIXELS} a side",), "save a smaller one")  # noqa: RUF001  a size
    kept = b"".join(_chunk(kind, data) for kind, data in chunks if kind in KEPT_CHUNKS)
    return SIGNATURE + kept, (float(width), float(height))


def _chunks(body: bytes) -> list[tuple[bytes, bytes]]:
    if not body.startswith(SIGNATURE):
        raise ValueError("its first bytes are others")
    found, at = [], len(SIGNATURE)
    while at < len(body):
        (length,) = struct.unpack(">I", body[at : at + 4])
        kind, data = body[at + 4 : at + 8], body[at + 8 : at + 8 + length]
        (check,) = struct.unpack(">I", body[at + 8 + length : at + 12 + length])
        if check != zlib.crc32(kind + data):
            raise ValueError("a part of it is damaged")
        found.append((kind, data))
        at += 12 + length
    if not found or found[0][0] != b"IHDR" or found[-1][0] != b"IEND":
        raise ValueError("it breaks off")
    return found


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
