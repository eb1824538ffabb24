from datetime import date, time

import pytest

from bilan.schedule.cron import Cron, parse


def mistakes(text: str) -> tuple[str, ...]:
    rule, said = parse(text)
    assert (rule is None) is bool(said)
    return said


def test_reads_five_fields_with_ranges_lists_and_steps() -> None:
    rule, said = parse("0,30-45/15 8-18/5 * jan,mar-may,10 MON-fri,sunday")

    assert said == ()
    assert rule == Cron((0, 30, 45), (8, 13, 18), tuple(range(1, 32)), (1, 3, 4, 5, 10), (0, 1, 2, 3, 4, 6))


def test_reads_days_of_the_month() -> None:
    assert parse("5 7 1,*/10 January *")[0] == Cron((5,), (7,), (1, 11, 21, 31), (1,), tuple(range(7)))


def test_names_days_and_times_in_order() -> None:
    rule, _ = parse("0,30 8,20 * * tue")

    assert rule is not None
    assert list(rule.times()) == [time(8), time(8, 30), time(20), time(20, 30)]
    assert [rule.fits(date(2026, 11, day)) for day in (2, 3, 4)] == [False, True, False]


@pytest.mark.parametrize("digit", ["0", "1", "7", "1-5", "mon-5"])
def test_a_digit_for_a_weekday_is_refused_since_tools_disagree_what_it_means(digit: str) -> None:
    (said,) = mistakes(f"0 8 * * {digit}")

    assert said.startswith(f"weekday '{digit}': tools disagree which day ")
    assert said.endswith(" is: write its name, as mon")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("0 8 * * mom", "weekday 'mom': is not one of mon, tue, wed, thu, fri, sat, sun (did you mean 'mon'?)"),
        ("0 8 1 febr *", "month 'febr': is not a number from 1 to 12 (did you mean 'feb'?)"),
        ("0 8 L * *", "day 'L': is not cron everywhere: for the last day write rule = \"last-day\", for the last Friday rule = \"last-friday\""),
        ("0 8 15W * *", "day '15W': is not cron everywhere: for working days write rule = \"first-working-day\" or \"3rd-working-day\""),
        ("0 8 * * mon#2", "weekday 'mon#2': is not cron everywhere: for the second Monday write rule = \"2nd-monday\""),
        ("0 8 ? * mon", "day '?': is not cron everywhere: write * instead"),
        ("60 8 * * *", "minute '60': 60 is not from 0 to 59"),
        ("0 8 0 * *", "day '0': 0 is not from 1 to 31"),
        ("0 22-2 * * *", "hour '22-2': ends before it begins: write 22-23,0-2"),
        ("0 8 * * fri-mon", "weekday 'fri-mon': ends before it begins: write fri-sun,mon"),
        ("0 8 * * */2", "weekday '*/2': a step through the week says not on which day it begins: write the days, as mon,wed,fri"),
        ("0 8/2 * * *", "hour '8/2': tools disagree on a step without an end: write 8-23/2"),
        ("*/0 8 * * *", "minute '*/0': the step '0' is no whole number from 1"),
        ("*/x 8 * * *", "minute '*/x': the step 'x' is no whole number from 1"),
        ("1--2 8 * * *", "minute '1--2': cannot be read: write *, 5, 1-5, 1-5/2 or a list of these with commas and no spaces"),
        ("*-5 8 * * *", "minute '*-5': cannot be read: write *, 5, 1-5, 1-5/2 or a list of these with commas and no spaces"),
        ("0 8 30,31 feb *", "day '30,31': no month it names has such a day"),
        ("0 8 31 4,jun *", "day '31': no month it names has such a day"),
        ("@monthly", "'@monthly' is a name tools read differently: write the five fields, as 0 7 1 * *"),
        ("0 8 * *", "'0 8 * *' has 4 of the five fields: minute hour day month weekday, as 0 8 * * mon"),
        (
            "0 0 8 * * mon",
            "'0 0 8 * * mon' has 6 of the five fields: minute hour day month weekday, as 0 8 * * mon; there are no seconds and no years",
        ),
        (
            "0 8 1-7 * mon",
            ("'0 8 1-7 * mon' names days and weekdays: tools disagree whether one of them or both must fit; write * for one, or "
             'rule = "2nd-monday" for a weekday of the month'),
        ),
    ],
)  # fmt: skip
def test_says_what_is_wrong_and_what_to_write(text: str, said: str) -> None:
    assert mistakes(text) == (said,)


def test_lists_every_mistake_of_a_text_at_once() -> None:
    assert [said.partition(":")[0] for said in mistakes("60,61 25 32 13 1")] == [
        "minute '60'", "minute '61'", "hour '25'", "day '32'", "month '13'", "weekday '1'",
    ]  # fmt: skip


def test_the_29th_of_february_is_a_day() -> None:
    assert mistakes("0 8 29 feb *") == ()
