import pytest
from tests.audit.briefings import NAMES, ONE, READINGS, TWO, UP, briefing

from bilan.audit.evidence import Composed
from bilan.audit.mail import audit_mail
from bilan.document import Printed

MONTH = Printed("October 2026", "period", "2026-10")
MADE = (ONE, TWO, UP, MONTH)
SUBJECT = "Trade briefing, October 2026"
HTML = (
    f"<p><b>Trade grew.</b> On Kazakh statistics, it reached {ONE.__html__()}, up {UP.__html__()} on the year before.</p>"
    f"<table><tr><td>Kazakhstan</td><td>{ONE.__html__()}</td></tr><tr><td>Kyrgyzstan</td><td>{TWO.__html__()}</td></tr></table>"
    '<p><a href="https://example.org/2026-10/analyst.en.pdf">The edition</a></p>'
)
TEXT = """Trade grew. On Kazakh statistics, it reached $1.57
billion, up 11.6% on the year before.

  Kazakhstan: $1.57 billion
  Kyrgyzstan: $1.32 billion

The edition: https://example.org/2026-10/analyst.en.pdf
"""
MEANT = Composed(briefing(readings=READINGS), names=NAMES)


def wrong(subject: str = SUBJECT, html: str = HTML, text: str = TEXT, meant: Composed | None = None) -> list[str]:
    found = audit_mail(subject, html, text, MADE, "en", meant)
    assert {one.severity.value for one in found} <= {"hold"}
    return [one.message for one in found]


@pytest.mark.parametrize("meant", [None, MEANT], ids=["against the ledger alone", "against what was composed"])
def test_a_mail_whose_plain_text_says_what_its_html_says_raises_no_alarm(meant: Composed | None) -> None:
    assert wrong(meant=meant) == []


@pytest.mark.parametrize(
    ("subject", "html", "text", "message"),
    [
        ("Trade briefing, October 2025", HTML, TEXT, "'2025' resolves to no printed numeral"),
        ("Trade doubled, October 2026", HTML, TEXT, "'doubled' is a number in words and not declared"),
        (SUBJECT, HTML.replace("billion</data>, up", "million</data>, up"), TEXT, "was never printed so"),
        (SUBJECT, HTML.replace("<p><b>", "<p>1.6 <b>"), TEXT, "'1.6' is not declared"),
        (SUBJECT, HTML, TEXT.replace("1.32", "1.33"), "'1.33' resolves to no printed numeral"),
        (SUBJECT, HTML, TEXT + "It tripled.", "'tripled' is a number in words"),
        (SUBJECT, HTML, TEXT + "See https://example.org/2025-01/", "'2025' resolves to no printed numeral"),
        (SUBJECT, HTML, TEXT + "Again: 11.6%", "'11.6' stands in the plain text 1 times more than in the HTML"),
        (SUBJECT, HTML, TEXT.replace("Trade grew.", "Trade fell."), "'Trade grew.' does not stand in the plain text as it does in the HTML"),
        (SUBJECT, HTML, TEXT.replace("Kazakhstan: $1.57", "Kazakhstan: $1.32").replace("Kyrgyzstan: $1.32", "Kyrgyzstan: $1.57"), "does not stand in the plain text"),
        (SUBJECT, HTML, TEXT.replace("  Kazakhstan", "  Ky").replace("  Kyrgyzstan", "  Kazakhstan"), "does not stand in the plain text"),
    ],
    ids=["subject", "word in the subject", "mark", "loose", "text", "word", "foreign address", "surplus", "direction", "numbers swapped", "names swapped"],
)  # fmt: skip
def test_a_number_or_word_that_was_not_printed_so_keeps_a_mail_from_leaving(subject: str, html: str, text: str, message: str) -> None:
    assert any(message in one for one in wrong(subject, html, text)), wrong(subject, html, text)


@pytest.mark.parametrize(
    ("old", "new"),
    [("Trade grew.", "Trade fell."), ("On Kazakh", "On Kyrgyz"), (ONE.__html__(), TWO.__html__())],
    ids=["direction", "partner", "numeral with its mark"],
)
def test_what_stands_in_another_place_in_both_bodies_is_found_against_what_was_composed(old: str, new: str) -> None:
    html = HTML.replace(old, new, 1)
    text = TEXT.replace(old, new, 1).replace("$1.57\nbillion", "$1.32 billion" if new == TWO.__html__() else "$1.57\nbillion")

    assert wrong(html=html, text=text) == []
    assert wrong(html=html, text=text, meant=MEANT) != []


def test_a_long_text_that_is_missing_is_quoted_by_its_start() -> None:
    html = HTML + f"<p>{'A word ' * 20}</p>"

    assert any("A word A word" in one and "…' does not stand in the plain text" in one for one in wrong(html=html))
