import base64

import pytest

from bilan.render.clean import POLICY, cleaned

PNG = b"\x89PNG"
ASSETS = {"logo.png": PNG, "brand/logo.svg": b"<svg/>", "secret.txt": b"no picture"}


def made(source: str) -> tuple[str, tuple[str, ...]]:
    page = cleaned(source, {"figures/trade.svg": "<svg data-figure='trade'></svg>"}, ASSETS.get)
    return page.text.removeprefix("<!doctype html>\n"), page.refused


@pytest.mark.parametrize(
    "source",
    [
        '<p class="lead">A &lt; B &amp; <b>C</b><br><data value="1" data-id="r:1">1</data></p>',
        '<a href="https://example.org/?a=1&amp;b=2">x</a><a href="mailto:a@example.org">y</a><a href="#part-1">z</a>',
        '<table><tr><th scope="col" colspan="2">x</th></tr></table>',
        '<svg viewbox="0 0 9 9" aria-hidden="true"><path d="M0 0h9" fill="red"></path></svg>',
        '<img src="data:image/png;base64,AAAA" alt="x">',
        "<style>p{background:url(data:image/svg+xml,%3Csvg/%3E)}</style>",
        '<meta name="viewport" content="width=device-width">',
    ],
)
def test_words_tables_links_and_pictures_of_its_own_stay_as_they_are(source: str) -> None:
    assert made(source) == (source, ())


@pytest.mark.parametrize(
    ("source", "left", "refused"),
    [
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>", "<script>"),
        ("<p onclick='x()'>a</p>", "<p>a</p>", "<p onclick>"),
        ("<iframe src='https://example.org'>old</iframe>b", "b", "<iframe>"),
        ("<form action='/x'><input name='a'>b</form>c", "c", "<form>"),
        ("<link rel='stylesheet' href='x.css'>a", "a", "<link>"),
        ("<base href='https://example.org'>a", "a", "<base>"),
        ("<object data='x'><p>deep</p></object>a", "a", "<object>"),
        ("<a href='javascript:alert(1)'>x</a>", "<a>x</a>", "<a href='javascript:alert(1)'>"),
        ("<a href='file:///etc/passwd'>x</a>", "<a>x</a>", "<a href='file:///etc/passwd'>"),
        ("<img src='https://example.org/a.png' alt='x'>", "", "<img src='https://example.org/a.png'>"),
        ("<img src='secret.txt' alt='x'>", "", "<img src='secret.txt'>"),
        ("<img src='data:text/html,x' alt='x'>", "", "<img src='data:text/html,x'>"),
        ("<meta http-equiv='refresh' content='0;url=x'>", "", "<meta http-equiv content>"),
        ("<style>@import 'a.css';p{}</style>", "<style>none 'a.css';p{}</style>", "'@import' in a style sheet"),
        ("<style>p{background:url( 'https://a')}</style>", "<style>p{background:none)}</style>", "'url( 'https://a'' in a style sheet"),
        ("<svg><path style='x' d='M0'></path><text>9</text></svg>", '<svg><path d="M0"></path></svg>', "<text>"),
        ("<svg data-figure='trade'><path fill='url(#a)'></path></svg>", "<svg><path></path></svg>", "<svg data-figure>"),
        ("<marquee>x</marquee>", "", "<marquee>"),
    ],
)  # fmt: skip
def test_what_runs_asks_or_sends_is_left_out_and_named(source: str, left: str, refused: str) -> None:
    text, found = made(source)

    assert text == left
    assert found[0] == refused


def test_a_figure_is_drawn_inside_and_other_pictures_are_carried_along() -> None:
    assert made('<img src="figures/trade.svg" alt="x" style="width:9mm">')[0] == "<svg data-figure='trade'></svg>"
    assert made('<img src="./logo.png" alt="Logo">') == (
        f'<img src="data:image/png;base64,{base64.b64encode(PNG).decode()}" alt="Logo">', (),
    )  # fmt: skip
    assert made('<img src="brand/logo.svg" alt="">')[0].startswith('<img src="data:image/svg+xml;base64,')
    assert made('<img src="https://a/logo.png" alt="">')[1] == ("<img src='https://a/logo.png'>",)


def test_measures_of_paper_are_dropped_without_a_word() -> None:
    assert made('<div style="width:99mm">a</div>') == ("<div>a</div>", ())


def test_the_page_forbids_by_itself_what_must_not_be() -> None:
    text, _ = made("<html><head><meta charset='latin-1'><title>x</title></head></html>")

    assert text.startswith(f'<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>')
    assert "latin" not in text


def test_headings_are_numbered_and_wide_tables_may_be_scrolled() -> None:
    text, _ = made('<h2>a</h2><h2 id="own">b</h2><h2>c</h2><table class="t"><tr><td>1</td></tr></table><table class="panel"></table>')

    assert text.startswith('<h2 id="part-1">a</h2><h2 id="own">b</h2><h2 id="part-2">c</h2><div class="scrolls" tabindex="0"><table')
    assert text.count("scrolls") == 1
    assert text.endswith('</table></div><table class="panel"></table>')


def test_every_element_is_ended_and_a_stray_end_is_dropped() -> None:
    assert made("<div><p>a<b>b</div></i>c") == ("<div><p>a<b>b</b></p></div>c", ())
    assert made("<div><script>a") == ("<div></div>", ("<script>",))
