"""What would the page look like with other data? The real ones, the worst a page may meet, and none at all."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from bilan.config.models import CountryConfig
from bilan.findings.rule import derive
from bilan.indicators.engine import Readings
from bilan.model import Reading
from bilan.pipeline.knowledge import Knowledge
from bilan.sources.dossier import Dossier, ProjectFact
from bilan.wording.countries import country

SAMPLES = ("real", "worst", "empty")
LONG_NAMES = ("PNG", "BIH")
"""Papua New Guinea, Bosnia and Herzegovina: as long as names of countries get in five languages."""
ROWS = 40
MISSING_EVERY, ZERO_EVERY = 7, 11
SIGNED = ("percent", "percentage_points")
LARGE = Decimal(997)


def sampled(knowledge: Knowledge, sample: str) -> Knowledge:
    """The knowledge of a date as it is, at its worst (long names, gaps, zeros, falls, forty rows, no events), or empty."""
    match sample:
        case "worst":
            return _worst(knowledge)
        case "empty":
            return _empty(knowledge)
    return knowledge


def _empty(knowledge: Knowledge) -> Knowledge:
    facts = replace(knowledge.facts, readings=Readings({}), dossier=Dossier(), statements=(), problems=(), stale={})
    return replace(knowledge, facts=facts, findings=derive(facts), observations={}, gate=())


def _worst(knowledge: Knowledge) -> Knowledge:
    known = knowledge.facts
    first, second = known.partnership.country
    partners = (_long(first, LONG_NAMES[0]), _long(second, LONG_NAMES[1]))
    dossier = replace(known.dossier, events=(), projects=tuple(_many(known.dossier.projects)))
    facts = replace(
        known,
        partnership=known.partnership.model_copy(update={"country": partners}),
        readings=_spoilt(known.readings),
        dossier=dossier,
    )
    return replace(knowledge, facts=facts, findings=derive(facts))


def _long(one: CountryConfig, code: str) -> CountryConfig:
    return one.model_copy(update={"name": country(code).names, "of": {}, "adjective": {}})


def _many(facts: Iterable[ProjectFact]) -> list[ProjectFact]:
    """Forty projects where there were a few, each under a name of its own."""
    known = list(facts)
    return [replace(known[at % len(known)], id=f"sample-{at}", project=f"sample-{at}") for at in range(ROWS)] if known else []


def _spoilt(readings: Readings) -> Readings:
    spoilt = [_spoil(one, at) for at, one in enumerate(readings, start=1)]
    table: dict[str, dict[tuple[str, object], Reading]] = {}
    for one in spoilt:
        parts = one.id.removeprefix(f"{one.indicator}:").rsplit(":", 1)
        table.setdefault(one.indicator, {})[(parts[0] if len(parts) > 1 else "", one.period)] = one
    return Readings(table)  # type: ignore[arg-type]  # periods, as the readings have them


def _spoil(one: Reading, at: int) -> Reading:
    if one.value is None or one.indicator.startswith("target."):
        return one
    if at % MISSING_EVERY == 0:
        return replace(one, value=None)
    if at % ZERO_EVERY == 0:
        return replace(one, value=Decimal(0))
    if one.unit in SIGNED:
        return replace(one, value=-abs(one.value))
    return replace(one, value=one.value * LARGE) if one.unit == "USD" else one
