import struct
import zlib
from pathlib import Path

import pytest

from bilan.errors import ConfigError
from bilan.render.logo import MOST_BYTES, SIGNATURE, WIDEST_MM, logo

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h9"/></svg>'


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 4, height: int = 2, *more: bytes) -> bytes:
    rows = zlib.compress((b"\0" + b"\0\0\0" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return SIGNATURE + chunk(b"IHDR", head) + b"".join(more) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def refused(folder: Path, name: str) -> str:
    with pytest.raises(ConfigError) as caught:
        logo(folder, name)
    assert caught.value.where == f"templates/{name}"
    return caught.value.mistakes[0]


def test_a_drawing_is_as_high_as_the_band_allows(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(SVG)

    made = logo(tmp_path, "logo.svg")

    assert (made.src, made.width_mm, made.height_mm) == ("brand/logo.svg", 15.0, 7.5)
    assert b"<path" in made.body


def test_a_wide_one_is_as_wide_as_the_band_allows(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(SVG.replace("0 0 40 20", "0 0 400 20"))

    assert (logo(tmp_path, "logo.svg").width_mm, logo(tmp_path, "logo.svg").height_mm) == (WIDEST_MM, 2.25)


def test_a_picture_loses_comments_and_keeps_its_points(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(4, 2, chunk(b"tEXt", b"Author\0somebody"), chunk(b"tIME", b"\7\0\1\1\1\1\1")))

    made = logo(tmp_path, "logo.png")

    assert made.body == png(4, 2)
    assert (made.width_mm, made.height_mm) == (15.0, 7.5)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"GIF89a", "is no sound PNG: its first bytes are others"),
        (png()[:-6], "is no sound PNG"),
        (png(4000, 2), "has 4000 × 2 pixels; at most 2000 a side"),
        (png().replace(b"IDAT", b"IDAX", 1), "is no sound PNG: a part of it is damaged"),
        (SIGNATURE + chunk(b"IHDR", b"\0" * 13), "is no sound PNG: it breaks off"),
        (b"\0" * (MOST_BYTES + 1), "KB; 1024 KB are allowed"),
    ],
)
def test_a_damaged_or_a_huge_picture_is_refused(tmp_path: Path, body: bytes, said: str) -> None:
    (tmp_path / "logo.png").write_bytes(body)

    assert said in refused(tmp_path, "logo.png")


def test_every_mistake_of_a_drawing_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(SVG.replace("<path", "\n<script/>\n<path"))

    assert refused(tmp_path, "logo.svg").startswith("line 2: <script> is not allowed")


def test_only_a_file_of_the_templates_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "outside.svg").write_text(SVG)
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "link.svg").symlink_to(tmp_path / "outside.svg")

    for name in ("../outside.svg", "link.svg", "missing.svg", str(tmp_path / "outside.svg")):
        assert refused(folder, name) == "is no file of the templates folder"


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.gif").write_bytes(b"GIF89a")

    assert refused(tmp_path, "logo.gif") == "is no picture a page can hold: '.gif'"
