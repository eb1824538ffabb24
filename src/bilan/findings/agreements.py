"""What became of what was signed? Treaties in force, and treaties that nothing tells the entry into force of."""

from collections.abc import Iterable, Iterator

from bilan.document import Finding
from bilan.findings.facts import Facts
from bilan.findings.noise import value
from bilan.findings.rule import Says, Voice, finding, rule
from bilan.period import Frequency, Period, known_from
from bilan.sources.treaties import TreatyState

WAITING_DAYS = 365


@rule("treaties-in-force", section="agreements", weight=36, says=Says(hedges=(), limited=True, voice=Voice.SOURCE))
def in_force(facts: Facts) -> Iterator[Finding]:
    """How many of the treaties signed are known to be in force."""
    signed = _signed(facts)
    if signed:
        since = Period(min(known_from(one.signed.on).year for one in signed if one.signed), Frequency.ANNUAL)
        count = sum(one.in_force is not None and one.ended is None for one in signed)
        yield finding("treaties-in-force", _sources(signed), count=count, signed=len(signed), since=since)


@rule("treaties-pending", section="agreements", weight=38, says=Says(hedges=(), limited=True, voice=Voice.SOURCE))
def pending(facts: Facts) -> Iterator[Finding]:
    """How many treaties signed over a year ago no source tells the entry into force of, and the longest wait."""
    waiting = [
        (age, one)
        for one in _signed(facts)
        if one.pending and (age := facts.readings.latest("treaty.age", one.id)) is not None and value(age) > WAITING_DAYS
    ]
    if waiting:
        age, longest = max(waiting, key=lambda known: (value(known[0]), known[1].id))
        yield finding(
            "treaties-pending", (age, *sorted(_sources(one for _, one in waiting))),
            count=len(waiting), age=age, stated=longest.signed.on if longest.signed else "",
        )  # fmt: skip


def _signed(facts: Facts) -> list[TreatyState]:
    return [one for one in facts.treaties() if one.signed is not None and one.signed.on]


def _sources(found: Iterable[TreatyState]) -> set[str]:
    return {source for one in found for step in one.steps for source in step.source_ids}
