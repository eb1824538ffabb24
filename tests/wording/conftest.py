from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from bilan.config.models import CountryConfig, PartnershipConfig
from bilan.model import Precision, Reading
from bilan.period import Period
from bilan.wording.printer import Printer, printer

MakeReading = Callable[..., Reading]


@pytest.fixture
def partnership() -> PartnershipConfig:
    return PartnershipConfig(
        title={"fr": "Kazakhstan – Kirghizstan", "en": "Kazakhstan – Kyrgyzstan"},
        country=(
            CountryConfig(code="KAZ", short="kz", name={"fr": "Kazakhstan", "en": "Kazakhstan"}, of={"fr": "du Kazakhstan"}),
            CountryConfig(code="KGZ", short="kg", name={"fr": "Kirghizstan"}, adjective={"fr": "kirghizes", "en": "Kyrgyz"}),
        ),
    )


@pytest.fixture
def reading() -> MakeReading:
    def make(value: str | None, unit: str = "USD", precision: str = "exact") -> Reading:
        return Reading(
            id="trade.total/2023",
            indicator="trade.total",
            period=Period.parse("2023"),
            as_of=date(2026, 11, 1),
            unit=unit,
            value=None if value is None else Decimal(value),
            precision=Precision(precision),
        )

    return make


@pytest.fixture
def en(partnership: PartnershipConfig) -> Printer:
    return printer("en", partnership)


@pytest.fixture
def fr(partnership: PartnershipConfig) -> Printer:
    return printer("fr", partnership)
