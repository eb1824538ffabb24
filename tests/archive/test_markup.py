from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.archive.markup import clean, html, node, xml


def test_text_and_elements_stand_in_their_order() -> None:
    made = node("p", "one ", node("b", "two"), " three", None, node("i"), class_="x", aria_label="y", hreflang="")

    assert html(made) == b'<!doctype html>\n<p class="x" aria-label="y">one <b>two</b> three<i></i></p>\n'


@given(st.text())
def test_any_text_comes_back_as_it_was_but_for_what_xml_cannot_hold(text: str) -> None:
    kept = clean(text)

    read = ET.fromstring(xml(node("a", text, label=text)))  # noqa: S314  written on this line
    assert (read.text or "") == kept.replace("\r\n", "\n").replace("\r", "\n")
    assert read.get("label", "").split() == kept.split()


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_signs_that_xml_forbids_are_left_out(sign: str) -> None:
    assert clean(f"a{sign}б𝒳") == "aб𝒳"
