from datetime import date
from pathlib import Path

from bilan.period import known_from
from bilan.sources.dossier import Step, TreatyStep, read_dossier
from bilan.sources.register import read_sources
from bilan.sources.treaties import TreatyState, treaty_states

REAL = Path(__file__).parents[2] / "data" / "kz-kg"


def step(kind: Step, on: str = "", country: str = "", treaty: str = "water") -> TreatyStep:
    return TreatyStep(f"{kind}-{country}-{on}", treaty, "On water", kind, country, on, known_from(on or "2020"), ("law",))


def only(*steps: TreatyStep) -> TreatyState:
    (state,) = treaty_states(steps)
    return state


def test_a_treaty_waits_until_it_is_in_force_or_ended() -> None:
    signed = step(Step.SIGNED, "2024-04-19")

    assert only(signed).pending
    assert only(signed).age_days(date(2024, 4, 29)) == 10
    assert not only(signed, step(Step.IN_FORCE)).pending
    assert not only(signed, step(Step.ENDED, "2025")).pending
    assert not only(step(Step.RATIFIED, "2025", "KGZ")).pending


def test_of_each_country_the_furthest_step_counts() -> None:
    approved, ratified = step(Step.APPROVED, "2024-10-30", "KGZ"), step(Step.RATIFIED, "2024-12-02", "KGZ")
    state = only(step(Step.SIGNED, "2024-04-19"), ratified, approved, step(Step.APPROVED, "2025-05-21", "KAZ"))

    assert {code: (one.step, one.on) for code, one in state.by.items()} == {
        "KAZ": (Step.APPROVED, "2025-05-21"), "KGZ": (Step.RATIFIED, "2024-12-02"),
    }  # fmt: skip


def test_a_treaty_without_a_day_of_signature_has_no_age_and_comes_last() -> None:
    states = treaty_states(
        [step(Step.SIGNED, treaty="undated"), step(Step.SIGNED, "1997-04-08"), step(Step.SIGNED, "2003", treaty="later")]
    )

    assert [one.id for one in states] == ["later", "water", "undated"]
    assert states[-1].age_days(date(2026, 1, 1)) is None


def test_the_treaty_of_2024_is_ratified_by_one_side_and_approved_by_a_chamber_of_the_other() -> None:
    def state(day: str) -> TreatyState:
        dossier = read_dossier(REAL, read_sources(REAL / "sources.csv"), date.fromisoformat(day))
        return next(one for one in treaty_states(dossier.treaties) if one.id == "allied-2024")

    assert state("2024-10-31").by == {}
    assert {code: one.step for code, one in state("2026-10-31").by.items()} == {"KAZ": Step.APPROVED, "KGZ": Step.RATIFIED}
    assert state("2026-10-31").pending
