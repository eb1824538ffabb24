from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bilan.config.models import PartnershipConfig
from bilan.indicators.context import Context, DataView
from bilan.indicators.promises import evidence_age, overdue, slips, treaty_age
from bilan.period import known_from
from bilan.sources.dossier import Dossier, ProjectFact, Stage, Step, TreatyStep, read_dossier
from bilan.sources.register import read_sources

AS_OF = date(2026, 10, 31)
REAL = Path(__file__).parents[2] / "data" / "kz-kg"
View = Callable[..., DataView]
Know = Callable[..., Context]


@pytest.fixture
def knowing(table: View, partnership: PartnershipConfig) -> Know:
    """Make the context of a dossier."""
    return lambda dossier: Context(table(), partnership, AS_OF, {}, dossier=dossier)


def fact(on: str, attribute: str = "status", value: str = "said", stage: Stage | None = None) -> ProjectFact:
    return ProjectFact(f"{on}-{attribute}", "dam", "Dam", attribute, value, "", on, known_from(on), ("press",), stage)


def test_the_age_of_the_last_evidence_of_each_project(knowing: Know) -> None:
    (one,) = evidence_age(knowing(Dossier(projects=(fact("2024-04-17"), fact("2024-04-19")))))

    assert (one.id, one.value, one.unit) == ("promise.evidence_age:dam:2026-10", Decimal(925), "days")
    assert one.formula == "2026-10-31 - 2024-04-19 (2024-04-19-status)"
    assert one.source_ids == ("press",)
    assert one.published_on == date(2024, 4, 19)


def test_days_past_a_promised_date_count_from_its_last_day(knowing: Know) -> None:
    (late,) = overdue(knowing(Dossier(projects=(fact("2022-12-30", "completion_planned", "2023-12"),))))
    (ahead,) = overdue(knowing(Dossier(projects=(fact("2025-08-04", "launch_planned", "2026"),))))

    assert (late.value, ahead.value) == (Decimal(1035), Decimal(-61))
    assert list(overdue(knowing(Dossier(projects=(fact("2025"),))))) == []
    assert list(overdue(knowing(Dossier(projects=(fact("2025", "launch_planned", "2026", Stage.DONE),))))) == []


def test_a_slip_is_the_days_between_the_first_promise_and_the_last(knowing: Know) -> None:
    promises = (fact("2022-12-30", "completion_planned", "2023-12"), fact("2025-01-01", "completion_planned", "2026-12"))
    (one,) = slips(knowing(Dossier(projects=promises)))

    assert one.value == Decimal(1096)
    assert list(slips(knowing(Dossier(projects=promises[:1])))) == []


def test_a_treaty_ages_until_it_is_in_force(knowing: Know) -> None:
    def step(kind: Step, on: str) -> TreatyStep:
        return TreatyStep(f"{kind}", "water", "On water", kind, "", on, date(2024, 4, 20), ("law",))

    (one,) = treaty_age(knowing(Dossier(treaties=(step(Step.SIGNED, "2024-04-19"),))))

    assert (one.id, one.value) == ("treaty.age:water:2026-10", Decimal(925))
    assert list(treaty_age(knowing(Dossier(treaties=(step(Step.SIGNED, ""),))))) == []
    assert list(treaty_age(knowing(Dossier(treaties=(step(Step.SIGNED, "2024-04-19"), step(Step.IN_FORCE, "2025")))))) == []


def test_the_real_projects_and_treaties_have_readings(knowing: Know) -> None:
    known = knowing(read_dossier(REAL, read_sources(REAL / "sources.csv"), AS_OF))

    assert {one.id.split(":")[1]: one.value for one in evidence_age(known)} == {
        "aksu": Decimal(248), "ferro": Decimal(613), "itlc": Decimal(453), "solar": Decimal(925), "solar-bs": Decimal(245),
    }  # fmt: skip
    assert {one.id.split(":")[1]: one.value for one in overdue(known)} == {
        "itlc": Decimal(-61), "solar": Decimal(1035), "solar-bs": Decimal(61),
    }  # fmt: skip
    assert list(slips(known)) == []
    assert {one.id.split(":")[1] for one in treaty_age(known)} == {"allied-2024", "crossings-2025", "demarcation-2017"}
