"""Numbers, dates and periods as each language prints them, and the laws that bind all five."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from bilan.config.models import PartnershipConfig
from bilan.model import Reading
from bilan.period import Period
from bilan.wording.calendar import day_text, period_text
from bilan.wording.catalogue import catalogue
from bilan.wording.numerals import plural_class, spelled
from bilan.wording.printer import printer
from bilan.wording.reread import reread

MakeReading = Callable[..., Reading]
LANGUAGES = ("fr", "en", "ru", "kk", "ky")
NUMERALS = ("0", "1", "2", "5", "11", "21", "101", "1.5", "1000000")


@pytest.mark.parametrize(
    ("lang", "classes"),
    [
        ("fr", "one one other other other other other one many"),
        ("en", "other one other other other other other other other"),
        ("ru", "many one few many many one one other many"),
        ("kk", "other one other other other other other other other"),
        ("ky", "other one other other other other other other other"),
    ],
)
def test_plural_classes(lang: str, classes: str) -> None:
    assert [plural_class(one, lang) for one in NUMERALS] == classes.split()


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("fr", "0 1 2 5 11 21 101 1,5 1\u202f000\u202f000"),
        ("en", "0 1 2 5 11 21 101 1.5 1,000,000"),
        ("ru", "0 1 2 5 11 21 101 1,5 1\u202f000\u202f000"),
        ("kk", "0 1 2 5 11 21 101 1,5 1\u202f000\u202f000"),
        ("ky", "0 1 2 5 11 21 101 1,5 1\u202f000\u202f000"),
    ],
)
def test_separators(lang: str, expected: str) -> None:
    assert [spelled(Decimal(one), lang) for one in NUMERALS] == expected.split(" ")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", "0 jour | 0 days | 0 дн. | 0 күн | 0 күн"),
        ("1", "1 jour | 1 day | 1 дн. | 1 күн | 1 күн"),
        ("2", "2 jours | 2 days | 2 дн. | 2 күн | 2 күн"),
        ("5", "5 jours | 5 days | 5 дн. | 5 күн | 5 күн"),
        ("11", "11 jours | 11 days | 11 дн. | 11 күн | 11 күн"),
        ("21", "21 jours | 21 days | 21 дн. | 21 күн | 21 күн"),
        ("101", "101 jours | 101 days | 101 дн. | 101 күн | 101 күн"),
        ("1000000", "1_000_000 jours | 1,000,000 days | 1_000_000 дн. | 1_000_000 күн | 1_000_000 күн"),
        ("-21", "−21 jours | −21 days | −21 дн. | −21 күн | −21 күн"),
        (None, "n. d. | n/a | н/д | дерек жоқ | маалымат жок"),
    ],
)
def test_counts_of_days(value: str | None, expected: str, reading: MakeReading, partnership: PartnershipConfig) -> None:
    assert [said(reading(value, "days"), lang, partnership) for lang in LANGUAGES] == expected.split(" | ")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", "0 лет"), ("1", "1 г."), ("2", "2 г."), ("5", "5 лет"), ("11", "11 лет"), ("21", "21 г."), ("101", "101 г."), ("1.5", "1,5 г."),
        ("1000000", "1_000_000 лет"), ("-5", "−5 лет"), (None, "н/д"),
    ],
)  # fmt: skip
def test_years_in_russian(value: str | None, expected: str, reading: MakeReading, partnership: PartnershipConfig) -> None:
    assert said(reading(value, "years"), "ru", partnership) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("1318000000", "USD", "1,32 млрд долл. США | 1,32 млрд АҚШ доллары | 1,32 млрд АКШ доллары"),
        ("-406000000", "USD", "−406 млн долл. США | −406 млн АҚШ доллары | −406 млн АКШ доллары"),
        ("0", "USD", "0 долл. США | 0 АҚШ доллары | 0 АКШ доллары"),
        ("11.55", "percent", "11,6 % | 11,6% | 11,6%"),
        ("0.215", "share", "21,5 % | 21,5% | 21,5%"),
        ("1.255", "ratio", "1,26 | 1,26 | 1,26"),
    ],
)
def test_money_and_percent(value: str, unit: str, expected: str, reading: MakeReading, partnership: PartnershipConfig) -> None:
    assert [said(reading(value, unit), lang, partnership) for lang in ("ru", "kk", "ky")] == expected.split(" | ")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "unit", ["USD", "percent", "share", "percentage_points", "ratio", "persons", "days", "years", "tonnes", "count", "MW"]
)
@pytest.mark.parametrize("form", ["long", "short"])
@pytest.mark.parametrize("value", [*NUMERALS, "-21", "1318000000"])
def test_what_is_printed_reads_back(
    lang: str, unit: str, form: str, value: str, reading: MakeReading, partnership: PartnershipConfig
) -> None:
    door = printer(lang, partnership)
    (numeral,) = door.amount(reading(value, unit), form=form).printed  # type: ignore[arg-type]  # one of its forms

    read = reread(numeral.text, lang)

    assert read is not None
    assert read.number == Decimal(numeral.shown)
    assert not read.scales or Decimal(numeral.scale) in read.scales


@pytest.mark.parametrize(
    ("lang", "long", "short", "month", "span"),
    [
        ("fr", "1er novembre 2026", "1er nov. 2026", "avril 2024", "janvier–juillet 2023"),
        ("en", "1 November 2026", "1 Nov 2026", "April 2024", "January–July 2023"),
        ("ru", "1 ноября 2026 г.", "01.11.2026", "апрель 2024 г.", "январь–июль 2023 г."),
    ],
)
def test_dates_and_periods(lang: str, long: str, short: str, month: str, span: str) -> None:
    words, day = catalogue(lang), date(2026, 11, 1)
    found = [
        day_text(words, day, "long"),
        day_text(words, day, "short"),
        *(period_text(words, Period.parse(one)) for one in ("2024-04", "2023-M01..M07")),
    ]

    assert [plainly(one) for one in found] == [long, short, month, span]


@pytest.mark.parametrize("lang", ["kk", "ky"])
def test_kazakh_and_kyrgyz_begin_a_date_with_the_year_and_leave_the_month_in_lower_case(lang: str) -> None:
    for text in (day_text(catalogue(lang), date(2026, 11, 1), "long"), period_text(catalogue(lang), Period.parse("2024-04"))):
        assert text.startswith("20")
        assert text == text.lower()


def test_hedges_stand_before_the_number_and_ask_nothing_of_it(reading: MakeReading, partnership: PartnershipConfig) -> None:
    door = printer("ru", partnership)
    hedged = [str(door.amount(reading("2", "years", precision))) for precision in ("approximate", "lower_bound", "upper_bound")]

    assert [plainly(one) for one in hedged] == ["около 2 г.", "свыше 2 г.", "почти 2 г."]


def said(reading: Reading, lang: str, partnership: PartnershipConfig) -> str:
    return plainly(str(printer(lang, partnership).amount(reading)))


def plainly(text: str) -> str:
    """With plain spaces, and `_` between groups."""
    return text.replace("\u00a0", " ").replace("\u202f%", " %").replace("\u202f", "_")
