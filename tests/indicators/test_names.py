"""Has every indicator a name a reader understands, and is each shown as its definition says?"""

from datetime import date
from decimal import Decimal

import pytest

from bilan.indicators.definition import all_definitions
from bilan.indicators.units import display_of
from bilan.model import Precision, Reading
from bilan.period import Period
from bilan.wording.catalogue import catalogue
from bilan.wording.display import display
from bilan.wording.languages import languages

SHOWN = {
    "1 place; none where an input is not exact": ("12.345", "12.3", "12"),
    "as percent, 1 place; none where an input is not exact": ("0.12345", "12.3", "12"),
    "2 places": ("12.345", "12.35", "12.35"),
    "whole days": ("12.6", "13", "13"),
    "whole number": ("12.6", "13", "13"),
    "1 place": ("12.345", "12.3", "12.3"),
    "3 significant digits": ("12.345", "12.3", "12.3"),
}


@pytest.mark.parametrize("lang", languages())
def test_every_indicator_has_a_name(lang: str) -> None:
    words = catalogue(lang)

    assert [name for name in all_definitions() if not words.has(f"name-{name.replace('.', '-')}")] == []


@pytest.mark.parametrize("unit", sorted({one.unit for one in all_definitions().values()} | {"share", "years", "index"}))
def test_a_unit_is_shown_as_its_indicators_say(unit: str) -> None:
    value, exact, rough = SHOWN[display_of(unit)]
    readings = [
        Reading("r", "a.b", Period.parse("2023"), date(2026, 1, 1), unit, precision=one) for one in (Precision.EXACT, Precision.ROUNDED)
    ]

    assert [format(display(one, Decimal(value), "bare", None, None).shown, "f") for one in readings] == [exact, rough]


@pytest.mark.parametrize("lang", languages())
def test_every_unit_has_words(lang: str) -> None:
    from bilan.wording.display import family  # noqa: PLC0415  beside its use

    words = catalogue(lang)
    families = {family(one.unit) for one in all_definitions().values()}

    assert [one for one in sorted(families) if not words.has(f"{one}-one-long") or not words.has(f"{one}-one-short")] == []
