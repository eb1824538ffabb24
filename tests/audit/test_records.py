from tests.audit.drawings import BILLION, point, svg, text

from bilan.audit.data import asked
from bilan.audit.records import astray
from bilan.audit.shapes import measured
from bilan.charts.marks import Bar
from bilan.charts.specs import Mirror, MirrorPair

FIRST, SECOND = (point(2022, "1"), point(2022, "2", "KGZ")), (point(2023, "3"), point(2023, "4", "KGZ"))
BARS = [[Bar(f"bar {one.year}{one.reading}", one.value, one.label, reading=one.reading) for one in pair] for pair in (FIRST, SECOND)]
PAIR = MirrorPair(
    (
        Mirror("Sold to one", BARS[0][0], BARS[0][1], gap="gap of one"),
        Mirror("Sold to the other", BARS[1][0], BARS[1][1], gap="gap of the other"),
    )
)


def bar(row: float, one: Bar) -> str:
    length = float((one.value or 0) / BILLION) * 10
    return (
        f'<path d="M 20 {row} L {20 + length} {row} L {20 + length} {row + 8} L 20 {row + 8} z" data-mark="bar" '
        f'data-value="{one.value}" data-axis="x" data-scale="1" data-reading="{one.reading}"/>'
    )


def wrong(
    headings: tuple[str, ...] = ("Sold to one", "Sold to the other"), gaps: tuple[str, ...] = ("gap of one", "gap of the other")
) -> list[str]:
    drawn = []
    for number, (pair, heading, gap) in enumerate(zip(BARS, headings, gaps, strict=True)):
        top = 10 + number * 50
        drawn += [bar(top, pair[0]), bar(top + 10, pair[1]), text(0, top - 3, heading), text(90, top + 10, gap)]
    return list(astray(measured(svg(*drawn)), asked(PAIR)))


def test_headings_and_notes_at_their_own_bars_raise_no_alarm() -> None:
    assert wrong() == []


def test_finds_headings_and_notes_at_the_other_bars() -> None:
    assert "texts of 'Sold to one' and 'Sold to the other' stand at each other's marks" in wrong(("Sold to the other", "Sold to one"))
    assert wrong(gaps=("gap of the other", "gap of one")) == ["texts of 'Sold to one' and 'Sold to the other' stand at each other's marks"]


def test_finds_the_lines_of_a_label_out_of_order() -> None:
    broken = [text(90, 10, "gap of"), text(90, 20, "one")]
    turned = [text(90, 20, "gap of"), text(90, 10, "one")]

    assert list(astray(measured(svg(*broken)), asked(PAIR))) == []
    assert list(astray(measured(svg(*turned)), asked(PAIR))) == ["the lines of 'gap of one' do not follow each other"]
