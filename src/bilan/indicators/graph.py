"""Do the definitions go together? Inputs known, no circles, units and frequencies that fit, before any data are read."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from graphlib import CycleError, TopologicalSorter

from bilan.errors import DefinitionError, closest
from bilan.indicators.check import faults, measured, reach, timing
from bilan.indicators.definition import Definition, Rules
from bilan.indicators.expression import Call, Misread, Node, names_in, parse, walk
from bilan.indicators.functions import FUNCTIONS
from bilan.indicators.units import Quantity, quantity
from bilan.period import Frequency

Found = Mapping[str, Definition]
HINT = "`bilan list indicators` shows every indicator with its unit, docs/indicators.md every function"


def in_order(found: Found) -> dict[str, Definition]:
    """Definitions with what follows from their formula, inputs first; raises DefinitionError with every mistake at once."""
    circles, order = _sorted(found)
    sound = {name: one for name, one in found.items() if one.is_expression}
    told = [(one, mistake) for one in found.values() for mistake in _needs(one, found)] + circles
    told += [(one, mistake) for one in sound.values() for mistake in _expression(one, found)]
    if told:
        raise _error(told)
    frequency = _frequencies(found)
    told = [(one, mistake) for one in sound.values() for mistake in _timing(one, found, frequency)]
    if told:
        raise _error(told)
    return {name: _completed(found[name], frequency[name]) for name in order}


def _error(told: list[tuple[Definition, str]]) -> DefinitionError:
    """All mistakes; each names its file where there is more than one."""
    files = sorted({one.origin for one, _ in told})
    if len(files) == 1:
        return DefinitionError(files[0], tuple(f"indicator.{one.name}: {mistake}" for one, mistake in told), HINT)
    return DefinitionError("indicators", tuple(f"{one.origin}: indicator.{one.name}: {mistake}" for one, mistake in told), HINT)


def _needs(one: Definition, found: Found) -> Iterator[str]:
    places = {need: f"inputs.{name}: " for name, need in one.inputs.items()}
    for need in one.needs:
        if need not in found:
            yield f"{places.get(need, 'needs: ')}unknown input '{need}'{closest(need, list(found))}"


def _sorted(found: Found) -> tuple[list[tuple[Definition, str]], list[str]]:
    """Every circle with its path, and the order in which the rest can be computed."""
    reads = {name: [need for need in dict.fromkeys(one.needs) if need in found] for name, one in found.items()}
    circles: list[tuple[Definition, str]] = []
    while True:
        try:
            return circles, list(TopologicalSorter(reads).static_order())
        except CycleError as error:
            path = list(reversed(error.args[1]))
            circles.append((found[path[0]], f"goes in a circle: {' reads '.join(path)}"))
            reads[path[0]].remove(path[1])


def _expression(one: Definition, found: Found) -> Iterator[str]:
    """What is wrong with an expression, whatever the data: names, arguments, then units."""
    try:
        node = parse(one.formula)
    except Misread as error:
        yield f"{error.where}: {error.message}"
        return
    told = list(faults(node, one.inputs))
    unused = sorted(set(one.inputs) - {name.name for name in names_in(node)})
    told += [f"inputs.{name}: is not used in the expression" for name in unused]
    yield from told
    if not told and all(need in found for need in one.needs):
        yield from _units(one, node, {name: _quantity(found[need]) for name, need in one.inputs.items()})


def _units(one: Definition, node: Node, inputs: Mapping[str, Quantity]) -> Iterator[str]:
    told: list[str] = []
    result, declared = measured(node, inputs, told), _quantity(one)
    yield from told
    if result is None or result == declared:
        return
    if result.unit != declared.unit:
        yield f"declares unit '{one.unit}', its expression gives '{result.unit}'"
    elif result.kind != declared.kind:
        yield f'declares a {declared.kind}, its expression gives a {result.kind}; write kind = "{result.kind}"'
    else:
        yield f"declares base '{declared.base}', its expression gives '{result.base}'"


def _quantity(one: Definition) -> Quantity:
    return quantity(one.unit, one.kind, one.base)


def _frequencies(found: Found) -> dict[str, Frequency | None]:
    """The frequency of each definition; of an expression, that of its inputs where they agree."""

    @cache
    def of(name: str) -> Frequency | None:
        one = found[name]
        if not one.is_expression:
            return one.frequency
        kinds = {of(need) for need in one.needs}
        return kinds.pop() if len(kinds) == 1 else None

    return {name: of(name) for name in found}


def _timing(one: Definition, found: Found, frequency: Mapping[str, Frequency | None]) -> Iterator[str]:
    node = parse(one.formula)
    known = {name: frequency[found[need].name] for name, need in one.inputs.items()}
    for name in names_in(node):
        if known[name.name] is None:
            yield f"position {name.at}: '{name.name}' has readings of several frequencies and cannot be computed with"
    kinds = {kind for kind in known.values() if kind is not None}
    if len(kinds) > 1:
        at = next(name.at for name in names_in(node) if known[name.name] != known[names_in(node)[0].name])
        told = " and ".join(f"'{name}' is {kind.value}" for name, kind in known.items() if kind is not None)
        yield f"position {at}: inputs of different frequencies: {told}"
    elif kinds:
        yield from timing(node, kinds.pop())


def _completed(one: Definition, frequency: Frequency | None) -> Definition:
    """A definition with frequency, least periods and rules as its expression implies them."""
    if not one.is_expression or frequency is None:
        return replace(one, kind=_quantity(one).kind)
    node = parse(one.formula)
    return replace(one, kind=_quantity(one).kind, frequency=frequency, periods=reach(node, frequency) + 1, rules=_implied(one.rules, node))


def _implied(rules: Rules, node: Node) -> Rules:
    """What the functions of an expression say of negative and missing values, unless the definition says otherwise."""
    used = [FUNCTIONS[one.name] for one in walk(node) if isinstance(one, Call)]
    plain = {one.name: one.default for one in fields(Rules)}
    for name in ("negative", "missing"):
        said = list(dict.fromkeys(text for one in used if (text := getattr(one, name))))
        if said and getattr(rules, name) == plain[name]:
            rules = replace(rules, **{name: "; ".join(said)})
    return rules
