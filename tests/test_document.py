from datetime import date

from bilan.document import Briefing, Identity, Printed, Section, Text
from bilan.period import Period

AMOUNT = Printed("$1.53 billion", "reading", "trade.total:KAZ:2023", "1.53", "1526700000", "1.53", "1000000000")
YEAR = Printed("2023", "period", "2023", "2023")
IDENTITY = Identity("kz-kg", Period.parse("2026-10"), "minister", "fr")


def test_a_printed_reading_carries_its_exact_value_and_id_onto_the_page() -> None:
    assert AMOUNT.__html__() == '<data value="1526700000" data-id="trade.total:KAZ:2023">$1.53 billion</data>'
    assert str(AMOUNT) == "$1.53 billion"


def test_a_declared_constant_says_of_what_kind_it_is() -> None:
    assert YEAR.__html__() == '<span data-fixed="period" data-ref="2023">2023</span>'


def test_markup_in_data_stays_text_on_the_page() -> None:
    nasty = Printed('<b>1</b>"', "name", '"><script>', "1")

    assert nasty.__html__() == '<span data-fixed="name" data-ref="&quot;&gt;&lt;script&gt;">&lt;b&gt;1&lt;/b&gt;&quot;</span>'
    assert Text.of("a < b & c").__html__() == "a &lt; b &amp; c"


def test_texts_join_without_nesting() -> None:
    text = Text.of("Trade reached ", Text.of(AMOUNT, " in "), YEAR, ".")

    assert str(text) == "Trade reached $1.53 billion in 2023."
    assert text.printed == (AMOUNT, YEAR)
    assert text.__html__() == f"Trade reached {AMOUNT.__html__()} in {YEAR.__html__()}."


def test_a_text_of_nothing_counts_as_empty() -> None:
    assert not Text.of("", Text())
    assert Text.of("x")


def test_an_identity_reads_as_its_place_in_the_archive() -> None:
    assert str(IDENTITY) == "kz-kg/2026-10/minister.fr"


def test_a_briefing_knows_its_sections_by_name() -> None:
    trade = Section("trade", "Échanges")
    briefing = Briefing(IDENTITY, 1, 1, date(2026, 10, 31), date(2026, 11, 2), "key", "Titre", "français", sections=(trade,))

    assert briefing.section("trade") is trade
    assert briefing.section("macro") is None
