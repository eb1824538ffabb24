"""How is a finding rule declared, which findings hold as of a date, and which of them stand where two speak of one thing?"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bilan.document import Argument, Finding
from bilan.errors import DefinitionError
from bilan.findings.facts import Facts
from bilan.model import Reading, weakest_status
from bilan.period import Period
from bilan.registry import Registry

Derivation = Callable[[Facts], Iterable[Finding]]
ROOM = 3
"""How many findings of limited rules a section prints."""
DATED = ("stated", "published")
"""Arguments that are dates written as text."""


class Hedge(StrEnum):
    """What keeps a rule from saying more than its figures bear."""

    NOISE = "noise"
    STATUS = "status"
    PRECISION = "precision"
    BOUND = "bound"
    FEW = "few"


HEDGES = (Hedge.STATUS, Hedge.PRECISION)
"""Hedges of a rule that prints readings and no direction."""
MOVING = (Hedge.NOISE, *HEDGES, Hedge.BOUND)
"""Hedges of a rule that says in which direction something went."""
COUNTED = (*MOVING, Hedge.FEW)
"""The same where a series may be too short for a direction."""


class Voice(StrEnum):
    """On whose word a finding stands: the statistics of a country, or dated sources that speak for none."""

    STATISTICS = "statistics"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Says:
    """What the findings of a rule may say.

    Of findings on one topic, subject and period only the heaviest stands. `opposites` are words of which a finding says
    one; a `limited` rule fills at most the room its section has.
    """

    topic: str = ""
    opposites: tuple[str, ...] = ()
    hedges: tuple[Hedge, ...] = (Hedge.PRECISION,)
    limited: bool = False
    voice: Voice = Voice.STATISTICS


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: the section it speaks to, how heavy its findings are (0 to 100), the function that derives them, and what they say."""

    name: str
    section: str
    weight: int
    derive: Derivation
    says: Says = Says()


rules: Registry[Rule] = Registry("finding rule")


def rule(name: str, *, section: str, weight: int, says: Says = Says()) -> Callable[[Derivation], Derivation]:
    """Declare a finding rule; without a topic of its own it speaks of what its name says."""

    def declare(derive: Derivation) -> Derivation:
        rules.add(name, Rule(name, section, weight, derive, replace(says, topic=says.topic or name)))
        return derive

    return declare


def finding(name: str, rests_on: Iterable[Reading | str], subject: str = "", extra_weight: int = 0, **args: Argument) -> Finding:
    """A finding of a declared rule; `args` are what its message needs, `rests_on` readings and ids of dated sources.

    Raises DefinitionError for one without a period, a reporter or a source. `$status` tells how firm the readings are.
    """
    declared, used = rules.get(name), tuple(rests_on)
    readings = tuple(one for one in used if isinstance(one, Reading))
    sources = {source for one in used for source in (one.source_ids if isinstance(one, Reading) else (one,))}
    lacking = tuple(_lacking(declared, readings, sources, args))
    if lacking:
        raise DefinitionError(f"finding '{name}' on '{subject}'", lacking, "no finding is printed without period, reporter and source")
    said = {**args, "status": weakest_status(one.status for one in readings).value}
    ids = tuple(one.id for one in readings)
    return Finding(name, declared.section, declared.weight + extra_weight, tuple(sorted(said.items())), ids, subject)


def derive(facts: Facts) -> tuple[Finding, ...]:
    """Every finding that stands, heaviest first; the same facts give the same findings in the same order."""
    import bilan.findings.builtin  # noqa: F401, PLC0415  registers the rules; they import this module

    return settled(one for declared in rules for one in declared.derive(facts))


def settled(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that may stand beside each other, heaviest first.

    Of two on one topic, subject and period, and of two of one topic on the same readings, the heavier stays; of limited
    rules at most three stay in a section.
    """
    taken: set[Hashable] = set()
    filled: Counter[str] = Counter()
    kept: list[Finding] = []
    for one in sorted(found, key=_order):
        says = rules.get(one.rule).says
        places = _places(one, says.topic)
        if taken & places or (says.limited and filled[one.section] == ROOM):
            continue
        taken |= places
        filled[one.section] += says.limited
        kept.append(one)
    return tuple(kept)


def when(one: Finding) -> str:
    """The period a finding speaks of; nothing for one that speaks of a project or of the present."""
    args = dict(one.args)
    return next((str(args[name]) for name in ("period", "deadline") if name in args), "")


def _order(one: Finding) -> tuple[int, str, str, str, tuple[str, ...]]:
    return -one.weight, one.rule, one.subject, when(one), one.reading_ids


def _places(one: Finding, topic: str) -> set[Hashable]:
    places: set[Hashable] = {(topic, one.subject, when(one))}
    return places | {(topic, frozenset(one.reading_ids))} if one.reading_ids else places


def _lacking(declared: Rule, readings: tuple[Reading, ...], sources: set[str], args: dict[str, Argument]) -> Iterable[str]:
    if not any(isinstance(value, Period | date) or (name in DATED and value) for name, value in args.items()):
        yield "has no period"
    if declared.says.voice is Voice.STATISTICS and not any(one.reporter for one in readings):
        yield "has no reporter"
    if not sources:
        yield "has no source"
