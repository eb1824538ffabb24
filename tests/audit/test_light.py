from dataclasses import replace

import pytest
from tests.audit.briefings import NAMES, ONE, TWO, UP, briefing, page
from tests.audit.drawings import column, drawing, label, spec, text

from bilan.audit.evidence import Composed, Evidence
from bilan.audit.light import WHERE, audit_light
from bilan.document import Figure, Printed, Text

NUMBER, FOOT = Printed("3", "edition", "number"), Printed("abcd ef01", "code", "manifest")
ASKED = spec()
LABELS = (
    label("1", "trade.total:KAZ:2022"), label("1.5", "trade.total:KAZ:2023"),
    *(one.label for one in ASKED.years if isinstance(one.label, Printed)),
    *(one.label for one in ASKED.ticks if isinstance(one.label, Printed)),
)  # fmt: skip
SAID = "Columns of trade."
FIGURE = Figure("trade.total", "trade-bars", drawing(), 80, 30, Text.of("Trade"), Text(), Text.of(SAID), Text.of("Source"), LABELS)
MEANT = briefing()
WORDS = page(MEANT)
PRINTED = f'<main>{WORDS}<img src="figures/trade.total.svg" alt="{SAID}"></main>'


def light(words: str = WORDS, said: str = SAID, foot: str = "", **changes: str) -> str:
    inline = drawing(**changes).replace("<svg ", f'<svg data-figure="trade.total" role="img" aria-label="{said}" ')
    return f"<main>{words}{inline}</main><footer>{foot}</footer>"


def wrong(page: str, printed: str = PRINTED) -> list[str]:
    meant = replace(MEANT, sections=(replace(MEANT.sections[0], figures=(FIGURE,)),))
    made = [ONE, TWO, UP, NUMBER, FOOT, *LABELS]
    evidence = Evidence(printed, [FIGURE], (), made, "en", composed=Composed(meant, {"trade.total": ASKED}, NAMES))
    found = audit_light(page, evidence, [FOOT])
    assert {one.severity.value for one in found} <= {"hold"}
    assert {one.where for one in found} <= {WHERE, "figure 'trade.total'"}
    return [one.message for one in found]


def test_a_page_for_screens_that_says_what_paper_says_raises_no_alarm() -> None:
    assert wrong(light()) == []


def test_the_running_foot_of_paper_may_stand_on_it() -> None:
    assert wrong(light(foot=f"<p>manifest {FOOT.__html__()}</p>")) == []


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (light(WORDS.replace("$1.57 billion", "$1.58 billion", 1)), "'$1.58 billion' is marked as reading 'trade.total:KAZ:2023'"),
        (light(WORDS + "<p>9 more</p>"), "'9' is not declared"),
        (light(WORDS + "<p>It doubled.</p>"), "'doubled' is a number in words and not declared"),
        (light(WORDS.replace("Trade grew.", "Trade fell.")), "'fell' stands in 'Trade fell.', which no rule said"),
        (light(WORDS.replace(ONE.__html__(), "@").replace(TWO.__html__(), ONE.__html__()).replace("@", TWO.__html__())), "than it was composed for"),
        (light(WORDS.replace(UP.__html__(), "")), "'11.6%' (trade.growth:KAZ:2023) stands on the printed page and not on the light one"),
        (light(foot=LABELS[2].__html__()), "'2022' (2022) stands on the light page and not on the printed one"),
        (light(said="Columns."), "'Columns of trade.' is not what is spoken for figure 'trade.total'"),
        (light(first=column(40, "1", 2022, height=42)), "the column of 1000000000 is 42.00 long, not 40.00"),
        (light(first_label=text(42, 58, "1.5", "trade.total:KAZ:2022")), "'1.5' is not what is printed for 'trade.total:KAZ:2022'"),
        (light(name=text(155, 52, "Kyrgyz statistics")), "'Kyrgyz statistics' is drawn and was not composed for this chart"),
        (light().replace("</svg>", f"{text(155, 70, 'Kazakh statistics')}</svg>"), "'Kazakh statistics' is drawn otherwise in figure 'trade.total'"),
        (f"<main>{WORDS}</main>", "'trade.total' is a figure that only one of the light and the printed page shows"),
        (light() + "<svg><text>7</text></svg>", "'7' is drawn on the page and in no figure"),
    ],
    ids=[
        "digit", "loose", "word", "direction", "swapped", "lost", "only here", "spoken", "bar", "label", "text of a chart", "name twice", "no drawing", "stray",
    ],
)  # fmt: skip
def test_what_it_says_or_shows_otherwise_is_found(page: str, message: str) -> None:
    assert any(message in one for one in wrong(page)), wrong(page)


def test_a_figure_that_paper_left_out_is_missed_on_neither() -> None:
    assert wrong(f"<main>{WORDS}</main>", f"<main>{WORDS}</main>") == []
