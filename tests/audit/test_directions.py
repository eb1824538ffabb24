from dataclasses import replace

import pytest
from tests.audit.briefings import BODY, GROWTH, UP, briefing

from bilan.audit.composed import lines
from bilan.audit.directions import directions_in, disagreeing, senses
from bilan.document import Item, Text


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "Trade grew, up on 2022 and above the aim", ["grew", "up", "above"]),
        ("en", "growth of a grown-up group", []),
        ("fr", "Les échanges ont reculé, en hausse, sous l’objectif", ["reculé", "en hausse", "sous"]),
        ("ru", "Торговля выросла и снизилась ниже цели", ["выросла", "снизилась", "ниже"]),
        ("kk", "Сауда өсті, экспорт азайды", ["өсті", "азайды"]),
        ("ky", "Соода өстү, экспорт азайды", ["өстү", "азайды"]),
        ("de", "stieg", []),
    ],
)
def test_knows_the_words_of_each_language_that_tell_a_direction(lang: str, text: str, found: list[str]) -> None:
    assert directions_in(text, lang) == found


def test_tells_up_from_down() -> None:
    assert (senses("rose", "en"), senses("fell", "en"), senses("rose and fell", "en"), senses("above", "en")) == ({1}, {-1}, {1, -1}, set())


def told(body: Text, lead: str = "", value: str = "11.6") -> list[tuple[str, str]]:
    growth = replace(GROWTH, value=type(GROWTH.value)(value))  # type: ignore[misc]  # a Decimal
    section = replace(briefing().sections[0], items=(Item(lead, body),), headlines=())
    given = briefing(sections=(section,), readings=(growth,))
    return [(one.message, one.severity.value) for one in disagreeing(given, lines(given), "en")]


def test_a_direction_that_agrees_with_its_change_raises_no_alarm() -> None:
    assert told(BODY, "Trade grew.") == []
    assert told(Text.of("It came to a total, down ", UP, "."), "Trade fell.", "-11.6") == []


def test_a_wrong_direction_beside_a_right_number_holds() -> None:
    ((message, severity),) = told(Text.of("It came to a total, down ", UP, "."))

    assert (message, severity) == ("'down 11.6%' tells the opposite of reading 'trade.growth:KAZ:2023', which is 11.6", "hold")


def test_a_direction_in_another_clause_speaks_of_something_else() -> None:
    assert told(Text.of("Exports fell; growth of the total was ", UP, ".")) == []


def test_a_lead_against_the_only_change_of_its_sentence_is_a_warning() -> None:
    assert told(Text.of("Growth was ", UP, "."), "Trade fell.") == [
        ("'Trade fell.' stands before reading 'trade.growth:KAZ:2023', which is 11.6", "warning")
    ]


def test_no_direction_is_expected_of_a_level() -> None:
    level = replace(GROWTH, indicator="trade.total")
    given = briefing(sections=(replace(briefing().sections[0], items=(Item("", Text.of("down ", UP)),)),), readings=(level,))

    assert disagreeing(given, lines(given), "en") == []
