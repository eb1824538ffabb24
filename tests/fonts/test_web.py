import io
from pathlib import Path

from fontTools.ttLib import TTFont

from bilan.fonts.cut import Face, Fonts
from bilan.fonts.web import _cut, woff


def signs_of(body: bytes) -> set[str]:
    return {chr(point) for point in TTFont(io.BytesIO(body)).getBestCmap()}


def file_of(fonts: Fonts) -> Path:
    return fonts.files[Face("IBM Plex Sans", 400)]


def test_a_font_for_a_page_holds_the_signs_of_the_page_and_no_others(fonts: Fonts) -> None:
    body = woff(file_of(fonts), "Қазақстан 1,3 %")

    assert body.startswith(b"wOFF")
    assert signs_of(body) == set("Қазақстан 1,3 %")
    assert len(body) < 8_000


def test_a_sign_the_font_lacks_is_left_out(fonts: Fonts) -> None:
    assert signs_of(woff(file_of(fonts), "a▲")) == {"a"}


def test_the_order_of_the_signs_changes_no_byte(fonts: Fonts) -> None:
    first = woff(file_of(fonts), "abcabc")
    _cut.cache_clear()

    assert woff(file_of(fonts), "cba") == first
