from dataclasses import replace
from datetime import date
from decimal import Decimal

from bilan.document import Briefing, Identity, Printed
from bilan.model import Reading
from bilan.period import Period
from bilan.pipeline.edition import edition_key, furniture, layout_constants, unbacked

IDENTITY = Identity("kz-kg", Period.parse("2026-10"), "analyst", "en")
READING = Reading("trade.total:KGZ:2024", "trade.total", Period.parse("2024"), date(2026, 10, 31), "USD", Decimal("-1340.0"))
BRIEFING = Briefing(
    IDENTITY,
    1,
    1,
    date(2026, 10, 31),
    date(2026, 11, 2),
    "key",
    "title",
    "en",
    {"head": "Edition 1", "foot": "manifest 12"},
    readings=(READING,),
)
ROW = Printed("1,340", "reading", READING.id, "1,340", "1340", "1340")


def test_head_foot_and_page_numbers_are_the_furniture_of_the_pages() -> None:
    assert furniture(BRIEFING, 2) == ["Edition 1", "manifest 12", "manifest 12", "1 / 2", "2 / 2"]


def test_what_the_template_counts_is_declared() -> None:
    made = layout_constants({}, BRIEFING)

    assert Printed("3", "ordinal", "figure-3", "3") in made


def test_a_printed_number_must_be_that_of_its_reading() -> None:
    assert unbacked(BRIEFING, [ROW]) == []
    assert len(unbacked(BRIEFING, [replace(ROW, ref="trade.total:KGZ:2023@before")])) == 1
    (wrong,) = unbacked(BRIEFING, [replace(ROW, value="1350")])
    assert "names the reading 'trade.total:KGZ:2024', which has the value -1340.0" in wrong.message
    assert unbacked(BRIEFING, [replace(ROW, ref="trade.total:XXX:2024")])[0].severity.value == "hold"


def test_the_same_content_issued_again_is_another_edition() -> None:
    assert edition_key("same", 1) == edition_key("same", 1) != edition_key("same", 2)
