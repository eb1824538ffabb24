"""Laws of the sheet a chart is drawn on."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import rcParams

from bilan.charts._canvas import Box, Canvas, Datum, hatch, rungs
from bilan.charts._style import Look, Stroke, style_of
from bilan.charts.marks import Form
from bilan.config.models import BrandConfig
from bilan.document import Printed, Text
from bilan.fonts.cut import Fonts

INK = Look("#14212B")
FORMS: tuple[Form, ...] = ("firm", "provisional", "estimate", "forecast", "other")


@pytest.fixture
def canvas(fonts: Fonts) -> Canvas:
    return Canvas(100, 50, style_of(BrandConfig(), fonts))


def test_a_dollar_sign_stays_a_dollar_sign(canvas: Canvas) -> None:
    canvas.text((1, 1), "$1.57bn or $1.32bn, x^2 \\alpha <&>", INK)

    assert ">$1.57bn or $1.32bn, x^2 \\alpha &lt;&amp;&gt;</text>" in canvas.svg()


def test_a_text_tells_family_size_weight_and_place_of_its_baseline(canvas: Canvas) -> None:
    canvas.text((25.4, 25.4), "Қазақстан", INK.strong(), "center")

    assert '<text x="72" y="69.73" style="font-weight: 600; font-size: 7px; font-family: &#x27;IBM Plex Sans&#x27;;' in canvas.svg()
    assert "text-anchor: middle; fill: #14212b" in canvas.svg()


def test_remembers_the_numerals_it_wrote(canvas: Canvas) -> None:
    one, two = Printed("1", "axis", "1"), Printed("2", "reading", "id")
    canvas.text((0, 0), one, INK)
    canvas.text((0, 10), Text.of("gap ", two), INK)

    assert canvas.labels == [one, two]


def test_a_place_is_clear_of_labels_leaders_and_edges(canvas: Canvas) -> None:
    box = canvas.text((10, 10), "label", INK)
    canvas.leader((50, 10), (60, 30))

    assert not canvas.clear(Box(box.right + 0.1, 10, 30, 12))
    assert canvas.clear(Box(box.right + 0.4, 10, 30, 12))
    assert not canvas.clear(Box(54, 19, 56, 21))
    assert canvas.clear(Box(58, 12, 60, 14))
    assert not canvas.clear(Box(95, 10, 101, 12))


def test_bold_text_takes_more_room(canvas: Canvas) -> None:
    assert canvas.measure("Kazakhstan", INK.strong()) > canvas.measure("Kazakhstan", INK)


@given(st.floats(0.1, 40), st.floats(0.1, 80))
def test_a_hatch_never_leaves_its_box(width: float, height: float) -> None:
    points = [(x, y) for x, y in hatch(Box(5, 7, 5 + width, 7 + height)) if x == x]  # noqa: PLR0124  gaps are no numbers

    assert all(5 - 1e-9 <= x <= 5 + width + 1e-9 and 7 - 1e-9 <= y <= 7 + height + 1e-9 for x, y in points)


@given(st.floats(0.1, 40), st.floats(0.1, 80))
def test_level_lines_never_leave_their_box(width: float, height: float) -> None:
    points = [(x, y) for x, y in rungs(Box(5, 7, 5 + width, 7 + height)) if x == x]  # noqa: PLR0124  gaps are no numbers

    assert all(5 <= x <= 5 + width and 7 < y <= 7 + height + 1e-9 for x, y in points)


def test_how_firm_a_value_is_shows_without_colour(canvas: Canvas) -> None:
    box, looks = Box(10, 10, 20, 30), {}
    for form in FORMS:
        one = Canvas(100, 50, canvas.style)
        one.block(box, "#0B4F75", form)
        looks[form] = one.svg().replace("#0b4f75", "#000000")

    assert len(set(looks.values())) == 5
    assert "stroke-dasharray" in looks["forecast"]
    assert looks["other"].count("<path") == 2


def test_a_mark_says_what_it_shows(canvas: Canvas) -> None:
    canvas.bar(Box(1, 1, 5, 9), "#0B4F75", Datum("column", (Decimal(1317884000),), "trade.total:KGZ:2023", scale="2"))
    canvas.text((1, 12), Text.of("gap ", Printed("2", "reading", "gap:KAZ>KGZ:2023"), Printed("3", "axis", "3")), INK)

    assert ' data-mark="column" data-value="1317884000" data-axis="y" data-scale="2" data-reading="trade.total:KGZ:2023"/>' in canvas.svg()
    assert ' data-reading="gap:KAZ&gt;KGZ:2023">gap 23</text>' in canvas.svg()


def test_a_column_too_small_for_a_hatch_keeps_its_edge(canvas: Canvas) -> None:
    canvas.block(Box(1, 1, 1.3, 1.3), "#0B4F75", "estimate")

    assert canvas.svg().count("<path") == 2


def test_a_drawing_of_nothing_is_an_empty_sheet(canvas: Canvas) -> None:
    assert canvas.svg().count("\n") == 2


def test_a_setting_of_the_user_reaches_no_page(canvas: Canvas, monkeypatch: pytest.MonkeyPatch) -> None:
    canvas.line(((0, 0), (50, 20)), Stroke("#14212B"))
    before = canvas.svg()
    monkeypatch.setitem(rcParams, "svg.fonttype", "path")
    monkeypatch.setitem(rcParams, "path.sketch", (1.0, 100.0, 2.0))

    assert canvas.svg() == before
