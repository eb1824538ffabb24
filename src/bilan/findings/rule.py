"""How is a finding rule declared, and which findings hold as of a date?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bilan.document import Argument, Finding
from bilan.findings.facts import Facts
from bilan.model import Reading
from bilan.registry import Registry

Derivation = Callable[[Facts], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: the section it speaks to, how heavy its findings are (0 to 100), and the function that derives them."""

    name: str
    section: str
    weight: int
    derive: Derivation


rules: Registry[Rule] = Registry("finding rule")


def rule(name: str, *, section: str, weight: int) -> Callable[[Derivation], Derivation]:
    """Declare a finding rule."""

    def declare(derive: Derivation) -> Derivation:
        rules.add(name, Rule(name, section, weight, derive))
        return derive

    return declare


def finding(name: str, readings: Iterable[Reading], subject: str = "", extra_weight: int = 0, **args: Argument) -> Finding:
    """A finding of a declared rule; `args` are what its message needs, `readings` what it rests on."""
    declared = rules.get(name)
    ids = tuple(one.id for one in readings)
    return Finding(name, declared.section, declared.weight + extra_weight, tuple(sorted(args.items())), ids, subject)


def derive(facts: Facts) -> tuple[Finding, ...]:
    """Every finding that holds, heaviest first; the same facts give the same findings in the same order."""
    import bilan.findings.builtin  # noqa: F401, PLC0415  registers the rules; they import this module

    found = [one for declared in rules for one in declared.derive(facts)]
    return tuple(sorted(found, key=lambda one: (-one.weight, one.rule, one.subject)))
