from pathlib import Path

import pytest

from bilan.render.bundle import Bundle


@pytest.mark.parametrize("url", ["figures/a.svg", "./figures/a.svg", "bundle:figures/a.svg", "figures/a.svg#part", "figures%2Fa.svg"])
def test_a_file_of_the_edition_is_served(url: str) -> None:
    answer = Bundle({"figures/a.svg": "<svg/>"}).fetch(url)

    assert answer.read() == b"<svg/>"
    assert answer.content_type == "image/svg+xml"


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/a.png",
        "https://example.org",
        "file:///etc/passwd",
        "ftp://x/y",
        "/etc/passwd",
        "../a.svg",
        "other.svg",
        "logo.exe",
        "x:logo.svg",
    ],
)
def test_anything_else_is_refused_and_counted(url: str) -> None:
    bundle = Bundle({"figures/a.svg": "<svg/>"}, lambda name: b"" if name == "x:logo.svg" else None)

    with pytest.raises(ValueError, match="no file of this edition"):
        bundle.fetch(url)

    assert bundle.refused == [url]


def test_a_picture_written_into_the_template_is_served() -> None:
    assert Bundle({}).fetch("data:image/svg+xml,<svg/>").read() == b"<svg/>"


def test_a_picture_beside_the_template_is_served(tmp_path: Path) -> None:
    font = tmp_path / "a.ttf"
    font.write_bytes(b"font")
    bundle = Bundle({"fonts/0.ttf": font}, {"logo.svg": b"<svg/>"}.get)

    assert bundle.fetch("logo.svg").read() == b"<svg/>"
    assert bundle.fetch("fonts/0.ttf").read() == b"font"
    assert bundle.refused == []
