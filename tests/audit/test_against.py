import pytest
from tests.audit.briefings import ONE, TWO, UP

from bilan.audit.against import audit_html, audit_pages, audit_text, rows_of, unresolved
from bilan.document import Printed

MADE = (ONE, TWO, UP, Printed("31 October 2026", "date", "2026-10-31"))
MANIFEST = {
    "edition": {"language": "en", "key": "abcd1234ef567890", "number": 3},
    "printed": [
        {
            "text": one.text,
            "kind": one.kind,
            "ref": one.ref,
            "number": one.number,
            "value": one.value,
            "shown": one.shown,
            "scale": one.scale,
        }
        for one in MADE
    ],
}


def test_a_mail_with_marked_numerals_raises_no_alarm() -> None:
    html = f'<p>Trade: {ONE.__html__()}, figure <span data-fixed="ordinal" data-ref="figure-2">2</span>, <img alt="$1.32 billion"></p>'

    assert audit_html(html, MADE, "en") == []


@pytest.mark.parametrize(
    "html",
    [
        "<p>1.57</p>",
        "<p>doubled</p>",
        ONE.__html__().replace("1.57 billion<", "1.58 billion<"),
        '<img alt="$1.33 billion">',
        '<span data-fixed="ordinal" data-ref="figure-2">3</span>',
    ],
)
def test_a_mail_with_anything_else_is_found(html: str) -> None:
    assert [one.severity.value for one in audit_html(html, MADE, "en")] == ["hold"]


def test_plain_text_may_hold_printed_texts_only() -> None:
    assert audit_text("Trade came to $1.57\nbillion as of 31 October 2026.", MADE, "en") == []
    assert [one.message for one in audit_text("It doubled to $1.58 billion", MADE, "en")] == [
        "'1.58' resolves to no printed numeral",
        "'doubled' is a number in words and not declared",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$1.57\r\nbillion, 11.6%", []),
        ("$11.57 billion", ["11.57"]),
        ("\u2212$1.57 billion", ["-1.57"]),
        ("$1.57 billion5", ["1.57", "5"]),
        ("11.6", ["11.6"]),
    ],
)
def test_a_printed_text_inside_a_longer_numeral_accounts_for_nothing(text: str, found: list[str]) -> None:
    assert unresolved(text, MADE) == found


def test_a_bare_number_accounts_for_none_with_a_unit() -> None:
    bare = Printed("1.32", "reading", TWO.ref, "1.32", "1320000000", "1.32", "1000000000")

    assert unresolved("1.32 in all, 1.32 billion", (bare, ONE)) == ["1.32"]


def test_pages_are_held_against_their_manifest() -> None:
    pages = ["Trade $1.57 billion\nFigure 1 · trade.total\n1 First point\nmanifest abcd 1234 ef56 1 / 2", "Trade $1.59 billion 2 / 2"]

    (problem,) = audit_pages(pages, MANIFEST)

    assert str(problem) == (
        "page 2: '1.59' resolves to no printed numeral (nearest reading: '11.6%' (trade.growth:KAZ:2023))"
        if "11.6" in problem.hint
        else "page 2: '1.59' resolves to no printed numeral (nearest reading: '$1.57 billion' (trade.total:KAZ:2023))"
    )
    assert rows_of(MANIFEST) == list(MADE)
