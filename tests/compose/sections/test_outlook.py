from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

import bilan.findings.outlook
import bilan.indicators.outlook  # noqa: F401  registers the indicators
from bilan.compose.material import Material
from bilan.compose.sections.outlook import outlook
from bilan.document import Section
from bilan.errors import Problem
from bilan.model import Reading
from bilan.period import Period

TODAY, FRESH = "2026-11-24", "2024-10-31"


@pytest.fixture(scope="module")
def today(material: Callable[..., Material]) -> Section:
    section = outlook(material(as_of=TODAY))
    assert section is not None
    return section


@pytest.fixture(scope="module")
def fresh(material: Callable[..., Material]) -> Section:
    section = outlook(material(as_of=FRESH))
    assert section is not None
    return section


def said(section: Section) -> list[str]:
    return [f"{item.lead} {item.body}" for item in section.items]


def words(section: Section) -> str:
    cells = [cell for table in section.tables for row in table.rows for cell in row]
    return " ".join(str(one) for one in (section.standing, *said(section), *cells, *section.notes))


def test_todays_trade_gets_no_range_but_each_reason(today: Section) -> None:
    assert said(today)[:2] == [
        (
            "Total trade, Kazakh statistics: no forecast. The rules against one: only 3 years without a gap up to 2024, of 12 needed; "
            "the last figure, that of 2024, is old; some figures are derived, not reported."
        ),
        (
            "Total trade, Kyrgyz statistics: no forecast. The rules against one: only 4 years without a gap up to 2024, of 12 needed; "
            "the last figure, that of 2024, is old; some figures are derived, not reported."
        ),
    ]
    assert not any("Total trade" in str(row[0]) for table in today.tables for row in table.rows)


def test_the_pace_to_the_aim_stands_in_its_place_by_reporter(today: Section) -> None:
    assert said(today)[2:4] == [
        (
            "The pace the aim takes. To reach $3 billion by 2030, trade must grow about 10% a year from 2024, on Kazakh statistics: "
            "arithmetic, not a forecast."
        ),
        (
            "The pace the aim takes. To reach $3 billion by 2030, trade must grow about 14% a year from 2024, on Kyrgyz statistics: "
            "arithmetic, not a forecast."
        ),
    ]


def test_a_year_so_far_that_cannot_be_worked_out_says_so(today: Section) -> None:
    assert str(today.notes[0]).startswith("On Kazakh statistics, trade came to $1.4 billion in January–August 2025; how much of a year")


def test_what_else_is_refused_is_named_with_its_first_reason(today: Section) -> None:
    assert "GDP, Kyrgyzstan (the last figure, that of 2023, is old)" in str(today.notes[1])
    assert "Exports to the partner" not in str(today.notes[1])  # told with the total


def test_ranges_that_pass_show_both_ends_their_year_and_how_far_to_trust_them(fresh: Section) -> None:
    (table,) = fresh.tables
    rows = [[str(cell) for cell in row] for row in table.rows]

    assert ["GDP, Kyrgyzstan", "2024", "$12.4bn", "$17.7bn"] in rows
    assert {row[1] for row in rows if row[0] == "GDP, Kyrgyzstan"} == {"2024"}
    assert "the yearly ranges held 82% of the outcomes up to 3 years ahead" in str(fresh.notes[-1])


def test_the_middle_is_never_printed(fresh: Section, today: Section) -> None:
    for section in (fresh, today):
        cells = [cell for table in section.tables for row in table.rows for cell in row]
        texts = [*cells, *section.notes, *(item.body for item in section.items)]
        refs = {printed.ref for one in texts for printed in getattr(one, "printed", ())}
        assert any(ref.startswith("outlook.low") for ref in refs)
        assert not any(ref.startswith("outlook.centre") for ref in refs)


def test_nothing_is_promised(fresh: Section, today: Section) -> None:
    for section in (fresh, today):
        assert " will " not in words(section)
        assert "Bilan’s own arithmetic" in str(section.standing)


def test_the_share_arithmetic_is_labelled_as_such(material: Callable[..., Material]) -> None:
    section = outlook(material(as_of="2023-09-30"))

    assert section is not None
    (told,) = [one for one in said(section) if "not a forecast" in one and "share" in one]
    assert told.startswith("Arithmetic, not a forecast. On Kazakh statistics, trade came to $757 million in January–July 2023;")
    assert told.endswith("the same share in the year as in 2022 would give about $1.47 billion for 2023.")


def test_french_says_the_same(material: Callable[..., Material]) -> None:
    section = outlook(material("fr", as_of=TODAY))

    assert section is not None
    assert said(section)[1] == (
        "Échanges totaux, statistiques kirghizes\u00a0: pas de prévision. Ce qui s’y oppose\u00a0: 4 années seulement sans lacune "
        "jusqu’à 2024, pour 12 requises\u202f; le dernier chiffre, celui de 2024, est ancien\u202f; certains chiffres sont déduits et non déclarés."
    )


@pytest.mark.parametrize("rule", ["few", "stale", "mixed", "derived", "bound", "definition", "sign", "break", "wide", "horizon"])
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("period", ["2025", "2026-09"])
def test_every_rule_has_its_sentence(
    material: Callable[..., Material], with_readings: Callable[..., Material], rule: str, language: str, period: str
) -> None:
    subject = "KGZ/trade.total" if period == "2025" else "KGZ/trade.month"
    whole = Period.parse(period)
    refused = Reading(f"outlook.low:{subject}:{period}", "outlook.low", whole, date(2026, 11, 24), "USD", reporter="KGZ", partner="KAZ")
    refused = replace(refused, problems=(Problem(refused.id, "no outlook", rule=f"outlook.{rule}"),))
    counted = Reading(
        f"outlook.points:{subject}:{whole.shift(-1)}", "outlook.points", whole.shift(-1), date(2026, 11, 24), "count", Decimal(1)
    )
    changed = with_readings(material(language, as_of=TODAY), refused, counted, without=("outlook.low",))
    changed = with_readings(changed, refused, counted)

    section = outlook(changed)

    assert section is not None
    assert len(section.items) == 3  # the reason, and both paces
    assert len(str(section.items[0].body)) > 40


def test_without_any_series_there_is_no_section(unwritten: Callable[..., Material]) -> None:
    assert outlook(unwritten()) is None
