from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.conftest import fonts

from bilan.pipeline.differences import Difference, causes, of_bytes, of_manifests, of_pages
from bilan.render.bundle import Bundle
from bilan.render.job import FontFiles
from bilan.render.pdf import Metadata, pdf

__all__ = ["fonts"]
HASH, OTHER = "a" * 64, "b" * 64


def page(body: str, fonts: FontFiles) -> bytes:
    text = f'<html lang="en"><head><title>t</title></head><body style="font-family:IBM Plex Sans">{body}</body></html>'
    return pdf(text, Bundle({}), fonts, Metadata("A title", "en", date(2026, 11, 24), "7f3a91c2")).pdf


def test_the_program_is_suspected_first_then_libraries_then_the_data() -> None:
    then = {"template": HASH, "data": HASH, "libraries": {"pydyf": "0.13", "babel": "2.18"}, "program": HASH, "brand": HASH}
    now = {"template": OTHER, "data": OTHER, "libraries": {"pydyf": "0.14", "babel": "2.18", "new": "1"}, "program": OTHER, "brand": HASH}

    assert [(one.what, one.where) for one in causes(then, now)] == [
        ("program version", ""), ("library", "new"), ("library", "pydyf"), ("data version", ""), ("template", ""),
    ]  # fmt: skip
    assert str(causes(then, now)[2]) == "library pydyf: 0.13 in the file, 0.14 today"
    assert str(causes(then, now)[3]) == "data version: aaaaaaaaaaaa in the file, bbbbbbbbbbbb today"


def test_what_was_made_from_the_same_has_no_cause() -> None:
    assert causes({"data": HASH}, {"data": HASH}) == []


def test_the_first_page_that_differs_is_named_with_its_words(fonts: FontFiles) -> None:
    one = page('<p>Trade</p><p style="break-before:page">It grew by 12 per cent in 2024.</p>', fonts)
    other = page('<p>Trade</p><p style="break-before:page">It grew by 14 per cent in 2024.</p>', fonts)

    assert of_pages(one, other) == Difference("page", "2", "“It grew by 12 per cent in 2024.”", "“It grew by 14 per cent in 2024.”")


def test_a_page_more_is_told_as_such(fonts: FontFiles) -> None:
    one, other = page("<p>Trade</p>", fonts), page('<p>Trade</p><p style="break-before:page"></p>', fonts)

    assert of_pages(one, other) == Difference("pages", "", "1", "2")


def test_pages_that_say_the_same_have_no_difference_in_words(fonts: FontFiles) -> None:
    assert of_pages(page("<p>Trade</p>", fonts), page('<p style="color:red">Trade</p>', fonts)) is None


def test_a_file_that_cannot_be_read_is_told_so(fonts: FontFiles) -> None:
    found = of_pages(b"%PDF-1.7 nothing", page("<p>Trade</p>", fonts))

    assert found is not None
    assert found.file.startswith("cannot be read")


@pytest.mark.parametrize(
    ("file", "rebuilt", "said"),
    [
        (b"abc", b"abd", "byte 2: 0x63 in the file, 0x64 today"),
        (b"abc", b"ab", "byte 2: 0x63 in the file, the end (2 bytes) today"),
        (b"", b"ab", "byte 0: the end (0 bytes) in the file, 0x61 today"),
    ],
)
def test_else_the_byte_is_named(file: bytes, rebuilt: bytes, said: str) -> None:
    assert str(of_bytes(file, rebuilt)) == said


@given(st.binary(), st.binary())
def test_bytes_are_the_same_or_part_where_it_is_said(file: bytes, rebuilt: bytes) -> None:
    found = of_bytes(file, rebuilt)

    assert (found is None) == (file == rebuilt)
    if found is not None:
        place = int(found.where)
        assert file[:place] == rebuilt[:place]
        assert file[place : place + 1] != rebuilt[place : place + 1]


def test_manifests_are_compared_but_for_what_only_the_finished_file_tells() -> None:
    one = {"edition": {"number": 1}, "pdf": {"sha256": HASH}, "files": {}, "readings": [{"value": "1"}, {"value": "2"}]}
    other = {"edition": {"number": 1}, "readings": [{"value": "1"}, {"value": "2"}]}

    assert of_manifests(one, other) is None
    assert str(of_manifests(one, other | {"readings": [{"value": "1"}, {"value": "3"}]})) == (
        "manifest readings[1].value: 2 in the file, 3 today"
    )
    assert str(of_manifests(one, other | {"readings": []})) == "manifest readings: 2 entries in the file, 0 entries today"
    assert str(of_manifests(one | {"more": "x"}, other)) == "manifest more: x in the file, absent today"
