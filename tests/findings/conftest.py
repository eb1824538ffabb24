"""Facts made of a few readings, and the rules' findings."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bilan.config.decode import load
from bilan.config.models import PartnershipConfig
from bilan.findings.facts import Facts
from bilan.findings.states import Patience
from bilan.indicators.engine import Readings
from bilan.model import Observation, Precision, Reading
from bilan.period import Period
from bilan.sources.dossier import Dossier, ProjectFact

AS_OF = date(2026, 10, 31)
PATIENCE = Patience()


@pytest.fixture(scope="session")
def partnership(checkout: Path) -> PartnershipConfig:
    return load(checkout / "data" / "kz-kg" / "partnership.toml", PartnershipConfig)


def _reading(
    name: str, value: str | None, unit: str = "USD", precision: Precision = Precision.EXACT, published: str = "2025-02-25"
) -> Reading:
    indicator, _, rest = name.partition(":")
    subject, _, period = rest.rpartition(":")
    pair = [part for part in subject.replace(">", "-").replace("/", "-").split("-") if len(part) == 3 and part.isupper()]
    reporter = pair[0] if pair else ""
    partner = pair[1] if len(pair) > 1 else {"KAZ": "KGZ", "KGZ": "KAZ"}.get(reporter, "")
    return Reading(
        name, indicator, Period.parse(period), AS_OF, unit, None if value is None else Decimal(value),
        reporter=reporter, partner=partner, precision=precision, published_on=date.fromisoformat(published), published=published,
        source_ids=("press",),
    )  # fmt: skip


@pytest.fixture(scope="session")
def reading() -> Callable[..., Reading]:
    """Make a reading by its id: value, unit, precision, day of publication."""
    return _reading


@pytest.fixture
def facts(partnership: PartnershipConfig) -> Callable[..., Facts]:
    """Facts of readings, project facts and statements as of a day."""

    def made(
        *readings: Reading,
        day: date = AS_OF,
        projects: tuple[ProjectFact, ...] = (),
        statements: tuple[Observation, ...] = (),
        patience: Patience = PATIENCE,
    ) -> Facts:
        groups: dict[str, dict[tuple[str, Period], Reading]] = {}
        for one in readings:
            subject = one.id.removeprefix(one.indicator).removesuffix(str(one.period)).strip(":")
            groups.setdefault(one.indicator, {})[subject, one.period] = one
        return Facts(partnership, day, Readings(groups), Dossier(projects=projects), statements, patience=patience)

    return made
