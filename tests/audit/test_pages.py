import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.audit import briefings, drawings

from bilan.audit.evidence import Composed, Evidence
from bilan.audit.pages import LAYERS, audit
from bilan.document import Figure, Printed, Text
from bilan.errors import Problem, Severity

if TYPE_CHECKING:
    from tests.audit.conftest import Sheet


def before_layout(problems: list[Problem]) -> list[str]:
    """What was found without looking at the finished paper."""
    return [str(problem) for problem in problems if "on paper" not in problem.message]


@pytest.fixture(params=["english", "french"])
def page(request: pytest.FixtureRequest) -> "Sheet":
    found: Sheet = request.getfixturevalue(request.param)
    return found


def test_a_clean_edition_raises_no_alarm(page: "Sheet") -> None:
    assert [str(problem) for problem in page.audited()] == []


def test_every_changed_digit_of_a_declared_numeral_is_found(page: "Sheet") -> None:
    body = page.html.index("<p>"), page.html.index("<figure>")
    spots = [match.start() for match in re.finditer(r"\d(?=[^<>]*</(?:data|span)>)", page.html[: body[1]]) if match.start() > body[0]]
    mutants = [f"{page.html[:spot]}{(int(page.html[spot]) + 1) % 10}{page.html[spot + 1 :]}" for spot in spots]

    assert len(mutants) > 40
    assert [html for html in mutants if not before_layout(page.audited(html))] == []


@pytest.mark.parametrize(
    ("lang", "old", "new"),
    [
        ("english", "−11.6%", "11.6%"),
        ("english", "−11.6%", "+11.6%"),
        ("english", "−11.6%", "-11.6%"),
        ("english", "$1.32 billion</data>", "$1.32 million</data>"),
        ("english", "$1.32 billion</data>", "€1.32 billion</data>"),
        ("english", "$1.32 billion</data>", "$1,32 billion</data>"),
        ("english", "$2,840", "$2.840"),
        ("english", 'value="1318000000"', 'value="1308000000"'),
        ("english", 'data-id="total"', 'data-id="exports"'),
        ("english", 'data-ref="2026-11-01"', 'data-ref="2026-11-02"'),
        ("english", 'data-fixed="count"', 'data-fixed="name"'),
        ("english", "<p>", "<p>7 "),
        ("english", "<p>", "<p>twice "),
        ("english", "<p>", "<p>½ "),
        ("english", "<p>", '<p><data value="7" data-id="total">7</data>'),
        ("english", "<p>", '<p><data value="7" data-id="total">'),
        ("english", "$912 million</data>", "$912 million"),
        ("english", 'alt="Trade', 'alt="7 Trade'),
        ("english", "<p>", '<p title="77 things">'),
        ("english", "<h1>", "<h1><svg><text>99</text></svg>"),
        ("english", "<title>Bilan", "<title>Bilan 1999"),
        ("french", "1,32\u00a0milliard de dollars</data>", "1.32\u00a0milliard de dollars</data>"),
        ("french", "1,32\u00a0milliard de dollars</data>", "1,32\u00a0million de dollars</data>"),
        ("french", "−406\u00a0M\u00a0$", "−406\u00a0Md\u00a0$"),
        ("french", "2\u202f840\u00a0dollars", "2,840\u00a0dollars"),
        ("french", "<p>", "<p>doublé "),
    ],
)
def test_a_changed_sign_separator_unit_reference_or_injected_numeral_is_found(
    lang: str, old: str, new: str, request: pytest.FixtureRequest
) -> None:
    page: Sheet = request.getfixturevalue(lang)
    assert old in page.html

    found = page.audited(page.html.replace(old, new))

    assert before_layout(found)
    assert {(problem.severity, problem.rule) for problem in found} == {(Severity.HOLD, "audit")}


def test_swapped_numbers_are_found_though_the_page_holds_the_same_ones(page: "Sheet") -> None:
    numerals = list(dict.fromkeys(re.findall(r">([^<>]+)</data>", page.html)))
    swaps = [(one, other) for one in numerals for other in numerals if one < other]

    missed = [
        (one, other)
        for one, other in swaps
        if not before_layout(
            page.audited(page.html.replace(f">{one}<", ">\ue000<").replace(f">{other}<", f">{one}<").replace("\ue000", other))
        )
    ]

    assert len(swaps) >= 20
    assert missed == []


def test_swapped_numbers_in_a_charts_spoken_text_are_found(english: "Sheet") -> None:
    html = english.html.replace('alt="Trade $1.32 billion, −11.6%."', 'alt="Trade −11.6%, $1.32 billion."')

    assert html != english.html
    assert any("is spoken where the text of figure 'trade' is missing" in line for line in before_layout(english.audited(html)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (">1.5<", ">1.6<"),
        ("$1.32bn", "$1.33bn"),
        ("$1.32bn", "−$1.32bn"),
        ("$1.32bn", "$1.32m"),
        (">1.5<", ">11.5<"),
        (">1.5<", ">−1.5<"),
        ("2023 :", "2023 7"),
    ],
)
def test_a_changed_label_of_a_chart_is_found(english: "Sheet", old: str, new: str) -> None:
    (figure,) = english.figures
    assert old in figure.svg

    found = before_layout(english.audited(figures=(replace(figure, svg=figure.svg.replace(old, new)),)))

    assert any("is no label of figure 'trade'" in line for line in found)


def test_a_label_that_was_never_printed_is_found(english: "Sheet") -> None:
    (figure,) = english.figures
    foreign = replace(figure, labels=(*figure.labels, Printed("$9bn", "reading", "x", "9", "9000000000", "9", "1000000000")))

    assert any(
        "'$9bn' is a label of figure 'trade' and was never printed" in line for line in before_layout(english.audited(figures=(foreign,)))
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("1,201</span>", "1,202</span>", "stands on paper 1 times more"),
        ("$912 million</data>", "$92 million</data>", "'92' stands on paper"),
        ("about ", "about 3 ", "'3' stands on paper"),
        ("−11.6%", "11.6%", "'-11.6' is missing on paper (1 times)"),
        ("content: counter(page)", 'content: "9 of " counter(page)', "'9' stands on paper 2 times more"),
        ("<p>Issued", '<p style="display: none">Issued', "is missing on paper"),
        ("thead { display: table-header-group }", "td { display: none }", "'1,201' is missing on paper"),
        ("alt=", 'hidden style="display: none" alt=', "is missing on paper"),
    ],
)
def test_paper_that_differs_from_its_markup_is_found(
    english: "Sheet", laid_out: Callable[[str], bytes], old: str, new: str, message: str
) -> None:
    assert old in english.html

    found = [str(problem) for problem in english.audited(pdf=laid_out(english.html.replace(old, new)))]

    assert any(message in line for line in found), found


def test_a_misprint_of_the_printer_itself_is_found(english: "Sheet") -> None:
    right = next(row for row in english.made if row.text == "$1.32 billion")
    wrong = replace(right, text="$1.33 billion", number="1.33", shown="1.33")
    mutant = replace(english, html=english.html.replace(">$1.32 billion<", ">$1.33 billion<"), made=(*english.made, wrong))

    assert any("(total) is no rounding of 1318000000" in line for line in before_layout(mutant.audited()))


def test_a_problem_names_page_text_and_nearest_reading(english: "Sheet") -> None:
    problem = english.audited(english.html.replace(">$1.32 billion<", ">$1.32 billions<"))[0]

    assert str(problem) == (
        "markup: '$1.32 billions' is marked as reading 'total' and was never printed so (nearest reading: '$1.32 billion' (total))"
    )
    assert english.audited(english.html.replace("1,260</span>", "1,260</span> 1,259"))[0].where == "page 2"


def test_what_was_composed_is_looked_at_where_it_is_given() -> None:
    html = briefings.page(briefings.briefing())
    made = (briefings.ONE, briefings.TWO, briefings.UP, Printed("3", "edition", "number"))
    given = Evidence(html, (), (), made, "en", (), Composed(briefings.briefing(), {}, briefings.NAMES))
    wrong = replace(given, html=html.replace("Trade grew.", "Trade fell."))

    assert audit(given, LAYERS["composition"]) == []
    assert [one.severity for one in audit(wrong, LAYERS["composition"])] == [Severity.HOLD]
    assert audit(replace(wrong, composed=None), LAYERS["composition"]) == []


def test_a_chart_is_measured_against_what_it_was_asked_to_show() -> None:
    def told(svg: str) -> list[str]:
        words = Text.of("Trade")
        figure = Figure("total", "trade-bars", svg, 80, 40, words, words, words, words, ())
        composed = Composed(briefings.briefing(), {"total": drawings.spec()}, ())
        found = audit(Evidence("", (figure,), (), (), "en", (), composed), LAYERS["charts"])
        return [str(one) for one in found if one.where == "figure 'total'"]

    assert told(drawings.drawing()) == []
    assert told(drawings.drawing(aim=drawings.level(21))) == [
        "figure 'total': no line stands at the aim of 2000000000 (the drawing does not show its data: report this as a bug)"
    ]


def test_a_direction_that_stands_on_paper_alone_is_found() -> None:
    given = Evidence("<p>Trade grew.</p>", (), ("Trade grew. It fell.",), (), "en")

    assert [one.message for one in audit(given, LAYERS["paper"])] == ["'fell' stands on paper in 'It fell.' and not in the markup"]
    assert audit(replace(given, pages=("Trade\ngrew.",)), LAYERS["paper"]) == []


def test_a_figures_spoken_text_is_word_for_word_its_own() -> None:
    words = Text.of("Map of Kazakhstan and Kyrgyzstan")
    figure = Figure("map", "map", "<svg/>", 80, 40, words, words, words, words, ())

    def told(alt: str) -> list[str]:
        html = f'{briefings.page(briefings.briefing())}<img src="figures/map.svg" alt="{alt}">'
        given = Evidence(html, (figure,), (), (), "en", (), Composed(briefings.briefing(), {}, briefings.NAMES))
        return [one.message for one in audit(given, LAYERS["composition"])]

    assert told("Map of Kazakhstan and Kyrgyzstan") == []
    assert told("Map of Kyrgyzstan and Kazakhstan") == ["'Map of Kazakhstan and Kyrgyzstan' is not what is spoken for figure 'map'"]
