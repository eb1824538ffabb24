"""Is an expression sound? Names, arguments, units and frequencies, each mistake with its position, before any data are read."""

from collections.abc import Iterator, Mapping

from bilan.errors import closest
from bilan.indicators.expression import Call, Minus, Name, Node, Number, Pair, walk
from bilan.indicators.functions import FUNCTIONS, PER_YEAR, Function, number
from bilan.indicators.units import NUMBER, Quantity, Unlike, added, divided, multiplied
from bilan.period import Frequency

MOST = 600
YEARS = (1000, 9999)


def faults(node: Node, inputs: Mapping[str, object]) -> Iterator[str]:
    """Unknown names and functions, and arguments that are too many, too few or of the wrong sort."""
    for one in walk(node):
        if isinstance(one, Name) and one.name not in inputs:
            known = f"; inputs: {', '.join(inputs)}" if inputs else ""
            yield f"position {one.at}: '{one.name}' is not among the inputs{closest(one.name, list(inputs)) or known}"
        if isinstance(one, Call) and one.name not in FUNCTIONS:
            near = closest(one.name, list(FUNCTIONS)) or f"; functions: {', '.join(FUNCTIONS)}"
            yield f"position {one.at}: {one.name}() is no function here{near}"
        elif isinstance(one, Call):
            yield from _arguments(one, FUNCTIONS[one.name])


def measured(node: Node, inputs: Mapping[str, Quantity], told: list[str]) -> Quantity | None:
    """What an expression without faults measures; units that do not fit are `told`, and give None."""
    match node:
        case Number():
            return NUMBER
        case Name(name=name):
            return inputs[name]
        case Minus(part=part):
            return measured(part, inputs, told)
    parts = node.parts if isinstance(node, Call) else (node.left, node.right)
    found = [measured(part, inputs, told) for part in parts]
    known = [one for one in found if one is not None]
    if len(known) < len(parts):
        return None
    try:
        return _of_call(node, known) if isinstance(node, Call) else _of_pair(node, known)
    except Unlike as reason:
        told.append(f"position {node.at}: {reason}")
        return None


def timing(node: Node, frequency: Frequency) -> Iterator[str]:
    """Functions that have no meaning at a frequency."""
    for one in walk(node):
        if isinstance(one, Call) and frequency not in FUNCTIONS[one.name].frequencies:
            allowed = ", ".join(each.value for each in FUNCTIONS[one.name].frequencies)
            yield f"position {one.at}: {one.name}() takes series of frequency {allowed}, not {frequency.value}"


def reach(node: Node, frequency: Frequency) -> int:
    """How many periods before its own an expression without faults looks back."""
    match node:
        case Call(name=name, parts=parts):
            back = FUNCTIONS[name].back(_count(FUNCTIONS[name], parts), PER_YEAR[frequency])
        case Minus(part=part):
            parts, back = (part,), 0
        case Pair(left=left, right=right):
            parts, back = (left, right), 0
        case _:
            return 0
    return back + max(reach(part, frequency) for part in parts)


def _arguments(call: Call, function: Function) -> Iterator[str]:
    letters, given = function.takes, len(call.parts)
    most = MOST if letters.endswith("*") else len(letters)
    if not function.least <= given <= most:
        yield f"position {call.at}: {call.name}() with {given} argument{'' if given == 1 else 's'}; write {function.says}"
        return
    for letter, part in zip(letters.rstrip("*"), call.parts, strict=False):
        low, high = YEARS if letter == "y" else (1, MOST)
        if letter != "x" and not (isinstance(part, Number) and low <= part.value <= high):
            what = "a year such as 2015" if letter == "y" else f"a whole number of periods from 1 to {MOST}"
            yield f"position {part.at}: {call.name}() takes {what} here"


def _count(function: Function, parts: tuple[Node, ...]) -> int:
    """The number of periods a call gives, or one."""
    at = function.takes.find("n")
    return number(parts[at]) if 0 <= at < len(parts) else 1


def _of_call(node: Call, found: list[Quantity]) -> Quantity:
    function = FUNCTIONS[node.name]
    year = str(number(node.parts[-1])) if function.takes.endswith("y") else ""
    return function.measure(node.name, found, year)


def _of_pair(node: Pair, found: list[Quantity]) -> Quantity:
    left, right = found
    if node.sign in ("+", "-"):
        return added(left, right, minus=node.sign == "-")
    return multiplied(left, right) if node.sign == "*" else divided(left, right)
