from dataclasses import replace

import pytest
from tests.audit.briefings import NAMES, ONE, TWO, UP, briefing, page

from bilan.audit.order import misplaced
from bilan.audit.runs import runs
from bilan.document import Text


def wrong(html: str) -> list[str]:
    return [f"'{one.text}' {one.message}" for one in misplaced(runs(html), briefing(), NAMES, "en")]


def swapped(html: str, one: str, other: str, at: int = 0, to: int = 0) -> str:
    """The page with the nth occurrence of two pieces exchanged."""
    places = sorted(((nth(html, one, at), one, other), (nth(html, other, to), other, one)))
    for start, old, new in reversed(places):
        html = html[:start] + new + html[start + len(old) :]
    return html


def nth(html: str, piece: str, number: int) -> int:
    place = -1
    for _ in range(number + 1):
        place = html.index(piece, place + 1)
    return place


PAGE = page(briefing())
FIRST, SECOND, RISE = ONE.__html__(), TWO.__html__(), UP.__html__()


def test_a_page_as_it_was_composed_raises_no_alarm() -> None:
    assert wrong(PAGE) == []


@pytest.mark.parametrize(
    "html",
    [
        swapped(PAGE, FIRST, SECOND),
        swapped(PAGE, FIRST, SECOND, 1, 1),
        swapped(PAGE, FIRST, SECOND, 3, 2),
        swapped(PAGE, FIRST, RISE, 2, 1),
        swapped(PAGE, "<td>Kazakhstan</td>", "<td>Kyrgyzstan</td>"),
        swapped(PAGE, "<div>Trade, Kazakh statistics</div>", "<div>Trade, Kyrgyz statistics</div>"),
    ],
    ids=["in a sentence", "in headlines", "in a table", "beside each other", "names of rows", "labels"],
)
def test_numerals_and_names_with_all_their_marks_in_each_others_place_are_found(html: str) -> None:
    assert html != PAGE
    assert wrong(html) != []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Trade grew.", "Trade fell.", "'fell' stands in 'Trade fell.', which no rule said; composed was 'Trade grew.'"),
        ("On Kazakh statistics", "On Kyrgyz statistics", "'Kyrgyz' stands in 'On Kyrgyz statistics, it reached"),
        (", up ", ", down ", "'down' stands in"),
        ("A note without numerals.", "A note that trade rose.", "'rose' stands in"),
        ("A note without numerals.", "A note without any numerals.", "which no rule said; composed was 'A note without numerals.'"),
        ("11.6%</data> on the year", "11.6%</data> in 2023 on the year", "which no rule said"),
        ("it reached", "it was almost", "'$1.57 billion' stands in 'On Kazakh statistics, it was almost $1.57 billion"),
    ],
)
def test_a_direction_a_partner_or_a_numeral_in_words_nobody_composed_is_found(old: str, new: str, message: str) -> None:
    assert any(message in line for line in wrong(PAGE.replace(old, new))), wrong(PAGE.replace(old, new))


def test_a_template_may_add_words_of_its_own_and_name_a_partner() -> None:
    assert wrong(f"<p>Embassy of Kazakhstan</p>{PAGE}<p>All figures: {FIRST}</p>") == []


def test_a_template_may_join_texts_and_leave_some_out() -> None:
    joined = PAGE.replace("<b>Trade grew.</b> ", "Trade grew. ").replace("<div>in a year</div>", "")

    assert wrong(joined) == []


def test_labels_may_stand_in_one_row_and_their_values_in_the_next() -> None:
    strip = PAGE[PAGE.index("<div>") : PAGE.index("<li>")]
    labels = "<b>Trade, Kazakh statistics</b><b>Trade, Kyrgyz statistics</b>"

    assert wrong(PAGE.replace(strip, f"{labels}<i>{FIRST}</i><i>{SECOND}</i>")) == []
    assert wrong(PAGE.replace(strip, f"{labels}<i>{SECOND}</i><i>{FIRST}</i>")) != []


def test_headlines_may_be_turned_round_all_alike_but_not_one_of_them() -> None:
    def turned(html: str, label: str, value: str) -> str:
        return html.replace(f"<div>{label}</div><div>{value}</div>", f"<div>{value}</div><div>{label}</div>")

    one = turned(PAGE, "Trade, Kazakh statistics", FIRST)
    both = turned(one, "Trade, Kyrgyz statistics", SECOND)

    assert wrong(both) == []
    assert wrong(one) == ["'headlines' do not all stand with their own label and value, in one order"]


def test_other_numerals_in_the_same_words_are_found() -> None:
    (section,) = briefing().sections
    given = briefing(sections=(replace(section, notes=(Text.of("About ", ONE), Text.of(UP, " (", ONE, ")"))),))
    html = page(given).replace(FIRST, "\ue010").replace("<p>About \ue010</p>", f"<p>About {SECOND}</p>").replace("\ue010", FIRST)

    assert [one.message for one in misplaced(runs(html), given, NAMES, "en")] == ["has other numerals than were composed for these words"]
