import pytest
from tests.audit.drawings import BILLION, column, drawing, label, level, point, spec, svg, text

from bilan.audit.data import asked
from bilan.audit.placing import crossed
from bilan.audit.shapes import measured
from bilan.charts.marks import Bar
from bilan.charts.specs import Contribution

ONE, OTHER = "trade.total:KAZ:2022", "trade.total:KAZ:2023"


def wrong(**changes: str) -> list[str]:
    return list(crossed(measured(drawing(**changes)), asked(spec())))


def test_labels_at_their_marks_raise_no_alarm() -> None:
    assert wrong() == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"first_label": text(42, 58, "1.5", ONE), "second_label": text(155, 42, "1", OTHER)}, f"'1.5' is not what is printed for '{ONE}'"),
        ({"first_label": text(42, 58, "1.5", OTHER), "second_label": text(155, 42, "1", ONE)}, "stand at each other's marks"),
        ({"first_label": text(72, 58, "1", ONE)}, "'1' stands over another column than its own"),
        ({"first_label": text(42, 90, "1", ONE)}, "'1' does not stand over its column"),
        ({"name": text(155, 52, "Kyrgyz statistics")}, "'Kyrgyz statistics' is drawn and was not composed for this chart"),
        ({"aim_label": text(5, 60, "Aim")}, "'Aim' does not stand at the line of 2000000000"),
        ({"left": text(20, 30, "to go")}, "'to go' does not stand at its bracket"),
        ({"left": text(160, 90, "to go")}, "'to go' does not stand at its bracket"),
        ({"leader": ""}, "'1.5' stands at no mark, and no line ties it to its own"),
        ({"name": text(155, 22, "Kazakh statistics")}, "'Kazakh statistics' does not stand under '1.5'"),
        ({"name": ""}, "'1.5' stands without the name of its series"),
        ({"first_label": text(158, 70, "1", ONE)}, "'1' stands over another column than its own"),
    ],
)
def test_finds_a_label_that_does_not_stand_at_its_mark(change: dict[str, str], message: str) -> None:
    assert any(message in line for line in wrong(**change)), wrong(**change)


def bar(row: float, length: float, value: int, reading: str) -> str:
    return (
        f'<path d="M 20 {row} L {20 + length} {row} L {20 + length} {row + 8} L 20 {row + 8} z" data-mark="bar" '
        f'data-value="{value * BILLION}" data-axis="x" data-scale="1" data-reading="{reading}"/>'
    )


def rows(first: str, second: str, *names: str) -> list[str]:
    """Two bars with their labels and names, as given from top to bottom."""
    one, other = (Bar(name, value.value, value.label, reading=value.reading) for name, value in zip("ab", VALUES, strict=True))
    drawn = svg(
        bar(0, 10, 1, ONE), bar(20, 30, 3, OTHER), text(35, 6, first, ONE if first == "1" else OTHER),
        text(52, 26, second, ONE if second == "1" else OTHER), text(0, 6, names[0]), text(0, 26, names[1]), level(99),
    )  # fmt: skip
    return list(crossed(measured(drawn), asked(Contribution((one,), other))))


VALUES = (point(2022, "1"), point(2023, "3"))


def test_finds_labels_and_names_of_bars_in_each_others_rows() -> None:
    assert rows("1", "3", "a", "b") == []
    assert any("'1' and '3' stand at each other's bars" in line for line in rows("3", "1", "a", "b"))
    assert any("'a' and 'b' stand at each other's bars" in line for line in rows("1", "3", "b", "a"))
    assert "'a' stands nearer to another bar than to its own" in rows("1", "3", "b", "a")


def test_finds_the_lines_of_a_name_with_those_of_another() -> None:
    one, other = (
        Bar(name, value.value, value.label, reading=value.reading) for name, value in zip(("sold here", "sold there"), VALUES, strict=True)
    )
    wanted = asked(Contribution((one,), other))

    def told(first: str, second: str) -> list[str]:
        names = [text(0, 4, "sold"), text(0, 12, first), text(0, 24, "sold"), text(0, 32, second)]
        return list(crossed(measured(svg(bar(0, 10, 1, ONE), bar(20, 30, 3, OTHER), *names, level(99))), wanted))

    assert told("here", "there") == []
    assert "'sold here' stands nearer to another bar than to its own" in told("there", "here")


def test_finds_a_name_whose_lines_do_not_follow_each_other() -> None:
    bars = [bar(0, 10, 1, ONE), text(0, 4, "here"), text(0, 12, "sold"), level(99)]
    wanted = asked(Contribution((), Bar("sold here", VALUES[0].value, VALUES[0].label, reading=ONE)))

    assert "the lines of 'sold here' do not follow each other" in crossed(measured(svg(*bars)), wanted)


def test_a_label_printed_for_no_value_ties_nothing() -> None:
    assert label("1", ONE).ref == ONE
    assert list(crossed(measured(svg(column(0, "1", 2022))), asked(spec()))) == []
