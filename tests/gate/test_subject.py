from decimal import Decimal

from tests.gate.written import KEY, NAME, Show, observed

from bilan.gate.subject import Subject, number, rows_of, several


def test_looks_at_recent_periods_only_where_a_rule_says_so(show: Show) -> None:
    view = show(observed("b1", year=2012), observed("b2", year=2022))
    subject = Subject(KEY, view.statistics, view.series(KEY).observations, view)

    assert subject.name == NAME
    assert [one.row for one in subject.recent(5)] == ["trade.csv#b2"]
    assert [one.row for one in subject.recent(None)] == ["trade.csv#b1", "trade.csv#b2"]


def test_leaves_out_rows_somebody_looked_at(show: Show) -> None:
    view = show(observed("b1"), observed("b2", year=2022))
    subject = Subject(KEY, view.statistics, (), view, accepted=frozenset({"trade.csv#b1"}))

    assert rows_of(subject.unaccepted(subject.all)) == ("trade.csv#b2",)


def test_reads_an_option_exactly() -> None:
    assert number(None, "6") == 6
    assert number(0.1, "6") == Decimal("0.1")


def test_counts_in_words() -> None:
    assert several(1, "row is", "rows are") == "1 row is"
    assert several(2, "row is", "rows are") == "2 rows are"
