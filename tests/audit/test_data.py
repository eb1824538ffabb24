from decimal import Decimal

from tests.audit.drawings import BILLION, spec

from bilan.audit.data import Aim, Cell, asked
from bilan.charts.marks import Point, Track
from bilan.charts.specs import Sparkline
from bilan.charts.specs_rows import Course, Step, Tracker


def test_lists_values_with_reading_year_label_and_the_name_at_the_last_one() -> None:
    one, other = asked(spec()).values

    assert (one.value, one.reading, one.year, one.label, one.name) == (BILLION, "trade.total:KAZ:2022", 2022, "1", "")
    assert (other.label, other.name) == ("1.5", "Kazakh statistics")


def test_lists_levels_years_aims_and_every_text() -> None:
    found = asked(spec())

    assert found.levels == ((Decimal("0.5") * BILLION, "0.5"), (BILLION, "1"))
    assert found.years == ((2022, "2022"), (2023, "2023"))
    assert found.aims == (Aim(2 * BILLION, "Aim", "to go"),)
    assert {"Kazakh statistics", "Aim", "to go", "n/a", "1.5"} <= set(found.texts)


def test_knows_how_each_reading_is_printed() -> None:
    assert asked(spec()).spoken == {"trade.total:KAZ:2022": frozenset({"1"}), "trade.total:KAZ:2023": frozenset({"1.5"})}


def test_a_missing_value_is_not_asked_for_and_a_bare_aim_is() -> None:
    found = asked(Sparkline(Track((Point(2022, None), Point(2023, Decimal(5)))), target=Decimal(7)))

    assert ([one.value for one in found.values], found.aims) == ([Decimal(5)], (Aim(Decimal(7)),))


def test_a_grid_lists_its_cells_and_the_verdict_of_each_row() -> None:
    found = asked(Tracker(("agreed",), (Course("Road", (Step("done", "May"),), "late"),)))

    assert found.cells == (Cell("Road", "agreed", "May"), Cell("Road", "", "late"))
