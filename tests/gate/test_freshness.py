import pytest
from tests.gate.written import KEY, AsOf, Show, observed, of, only

from bilan.gate.check import dues
from bilan.gate.freshness import Due, due, lag
from bilan.gate.past import pasts
from bilan.gate.rules import GateConfig, GateRule
from bilan.gate.subject import Subject
from bilan.model import Observation, SeriesKey, Status
from bilan.period import Frequency, Period
from bilan.store.view import View

MONTHS = SeriesKey("trade", "KGZ", "KAZ", "total", "TOTAL", Frequency.MONTHLY)


def subject(view: View, key: SeriesKey = KEY) -> Subject:
    return Subject(key, view.statistics, view.series(key).observations, view, pasts(view)[key])


def monthly(count: int, late: int) -> list[Observation]:
    """Months from January 2024, the first three there from the start, each other one published so many days after its end."""
    rows = []
    for number in range(count):
        period = Period(2024, Frequency.MONTHLY, 1).shift(number)
        day = (observed("x", published="2024-04-20") if number < 3 else observed("x")).published_on
        published = day if number < 3 else period.end.fromordinal(period.end.toordinal() + late + number % 2)
        rows.append(observed(str(period), "5", key=MONTHS, period=period, published_on=published))
    return rows


@pytest.mark.parametrize(
    ("as_of", "message"),
    [
        ("2025-07-29", ""),
        ("2025-07-30", "stale: the last value is for 2023; the next was due by 2025-04-30, 91 days before 2025-07-30"),
        ("2026-01-26", "dead: the last value is for 2023; the next was due by 2025-04-30, 271 days before 2026-01-26"),
    ],
)
def test_a_next_value_is_due_by_the_declared_lag_stale_after_the_grace_dead_after_three(show: Show, as_of: str, message: str) -> None:
    result = only(show(observed("b1"), as_of=as_of), check="freshness", action="warn", lag_days=120)

    assert (result.action, result.message) == ("warn" if message else "pass", message)
    assert result.said == (f"gate-{message[:5].strip(':')}" if message else "")
    assert result.rows == (("trade.csv#b1",) if message else ())


def test_the_grace_is_that_of_the_frequency_or_the_rule(show: Show) -> None:
    row = observed("m", key=MONTHS, period=Period.parse("2024-07"), published="2024-08-20")

    assert [only(show(row, as_of=day), check="freshness", lag_days=30).action for day in ("2024-10-15", "2024-10-16")] == ["pass", "hold"]
    assert only(show(row, as_of="2024-10-16"), check="freshness", lag_days=30, grace_days=60).action == "pass"


def test_learns_the_lag_that_nine_in_ten_values_kept(show: Show) -> None:
    view = show(*monthly(12, 40))

    assert lag(subject(view, MONTHS)) == 41
    assert lag(subject(show(*monthly(10, 40)), MONTHS)) is None


def test_without_a_declared_lag_a_short_history_says_nothing(show: Show) -> None:
    assert only(show(*monthly(12, 40), as_of="2025-03-31"), check="freshness").message.startswith("stale: the last value is for 2024-12")
    assert only(show(*monthly(10, 40), as_of="2026-03-31"), check="freshness").action == "pass"


def test_warns_of_a_series_older_than_the_rule_allows(show: Show) -> None:
    result = only(show(observed("b1")), check="freshness", action="warn", max_age_days=1058)

    assert (result.action, result.rows, result.hint) == ("warn", ("trade.csv#b1",), "enter or fetch a newer figure")
    assert result.message == "the last value is for 2023, which ended 1059 days before 2026-11-24; 1058 days are allowed"
    assert only(show(observed("b1")), check="freshness", max_age_days=1059).action == "pass"


def test_tells_a_series_whose_values_were_all_withdrawn(show: Show) -> None:
    result = only(show(observed("b1", None, status=Status.WITHDRAWN)), check="freshness", max_age_days=9999)

    assert (result.action, result.message, result.said) == ("hold", "has no value left: every one was withdrawn", "gate-empty")


@pytest.mark.parametrize(("day", "action"), [("2025-02-28", "pass"), ("2026-07-31", "warn")])
def test_knows_the_calendar_of_kyrgyz_trade(pack: AsOf, day: str, action: str) -> None:
    assert of(pack(day), "trade/KGZ/KAZ/total/TOTAL/A", check="freshness", action="warn", lag_days=120).action == action


@pytest.mark.parametrize(
    ("rule", "by", "state"),
    [
        ({"lag_days": 120}, "2025-04-30", "stale"), ({"lag_days": 30}, "2025-01-30", "dead"), ({"lag_days": 300}, "2025-10-27", "fresh"),
        ({"max_age_days": 900}, "2026-06-18", "fresh"), ({"max_age_days": 300}, "2024-10-26", "stale"),
        ({"lag_days": 120, "grace_days": 300}, "2025-04-30", "fresh"),
    ],
)  # fmt: skip
def test_by_when_the_next_value_is_due_and_how_late_that_is(show: Show, rule: dict[str, int], by: str, state: str) -> None:
    view = show(observed("b1"), as_of="2025-12-31")
    found = due(subject(view), GateRule.model_validate({"series": "*", "check": "freshness", **rule}))

    assert (str(found.by), found.state) == (by, state)


def test_without_a_rule_and_a_past_nobody_knows_when_a_value_is_due(show: Show) -> None:
    assert due(subject(show(observed("b1"))), None) == Due(None, "unknown")
    assert due(subject(show(*monthly(12, 40), as_of="2025-02-28"), MONTHS), None).state == "fresh"


def test_the_last_rule_that_fits_says_when_each_series_is_due(show: Show) -> None:
    rules = [{"series": "*", "lag_days": 30}, {"series": "trade/*", "lag_days": 120}, {"series": "gdp/*", "lag_days": 1}]
    config = GateConfig(rule=tuple(GateRule.model_validate({"check": "freshness", **one}) for one in rules))
    ((key, last, found),) = dues(show(observed("b1"), as_of="2025-12-31"), config)

    assert (key, last.row, str(found.by)) == (KEY, "trade.csv#b1", "2025-04-30")
