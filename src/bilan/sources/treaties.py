"""How far has a treaty come? Signed, approved or ratified by each side, in force: by dated steps only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bilan.period import known_from
from bilan.sources.dossier import OF_ONE_SIDE, Step, TreatyStep


@dataclass(frozen=True, slots=True)
class TreatyState:
    """A treaty as of a date: its last step as a whole, and the furthest step of each country."""

    id: str
    title: str
    steps: tuple[TreatyStep, ...]
    signed: TreatyStep | None
    by: Mapping[str, TreatyStep]
    in_force: TreatyStep | None
    ended: TreatyStep | None

    @property
    def pending(self) -> bool:
        """Whether it was signed and nothing says that it came into force or ended."""
        return self.signed is not None and self.in_force is None and self.ended is None

    def age_days(self, as_of: date) -> int | None:
        """Days since it was signed; None where no source gives the day."""
        return (as_of - known_from(self.signed.on)).days if self.signed and self.signed.on else None


def treaty_states(steps: Iterable[TreatyStep]) -> list[TreatyState]:
    """Every treaty, the last signed first; a treaty without a date of signature comes last."""
    found: dict[str, list[TreatyStep]] = {}
    for one in sorted(steps, key=lambda step: (step.treaty, step.known_on, step.id)):
        found.setdefault(one.treaty, []).append(one)
    states = [_state(name, group) for name, group in found.items()]
    return sorted(states, key=lambda one: (_signed_on(one), one.id), reverse=True)


def _state(name: str, steps: list[TreatyStep]) -> TreatyState:
    last = {step: max((one for one in steps if one.step is step), key=lambda one: (one.on, one.id), default=None) for step in Step}
    countries = sorted({one.country for one in steps if one.country and one.step in OF_ONE_SIDE})
    by = {
        code: max(
            (one for one in steps if one.country == code and one.step in OF_ONE_SIDE),
            key=lambda one: (one.step is Step.RATIFIED, one.on, one.id),
        )
        for code in countries
    }
    return TreatyState(name, steps[-1].title, tuple(steps), last[Step.SIGNED], by, last[Step.IN_FORCE], last[Step.ENDED])


def _signed_on(one: TreatyState) -> date:
    return known_from(one.signed.on) if one.signed and one.signed.on else date.min
