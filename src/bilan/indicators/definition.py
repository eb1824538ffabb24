"""What is an indicator? Its question, unit, inputs and formula, declared in TOML or by a decorated function."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, StringConstraints

from bilan.config.decode import decode
from bilan.config.models import Model
from bilan.errors import DefinitionError, closest
from bilan.indicators.expression import check_units, names_in
from bilan.model import Reading
from bilan.period import Frequency
from bilan.registry import Registry

if TYPE_CHECKING:
    from bilan.indicators.context import Context

Computation = Callable[["Context"], Iterable[Reading]]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z_]+(\.[a-z_0-9]+)+$")]


class SeriesEntry(Model):
    """Which series an indicator reads; `{reporter}` and `{partner}` stand for the two countries in turn."""

    indicator: str
    partner: str = ""
    flow: str = ""
    product: str = ""
    frequency: Frequency = Field(default=Frequency.ANNUAL, strict=False)


class Entry(Model):
    """One `[indicator."name"]` table: either `series` or `expr` with `inputs`, never both."""

    question: str
    unit: str
    source: str = ""
    series: SeriesEntry | None = None
    expr: str = ""
    inputs: dict[str, Name] = Field(default_factory=dict)


class Catalogue(Model):
    """A file of indicator definitions."""

    indicator: dict[Name, Entry]


@dataclass(frozen=True, slots=True)
class Definition:
    """An indicator, ready to compute; `needs` are the indicators it reads."""

    name: str
    question: str
    unit: str
    formula: str
    source: str
    needs: tuple[str, ...] = ()
    series: SeriesEntry | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)
    compute: Computation | None = None


functions: Registry[Definition] = Registry("indicator")


def indicator(
    name: str, *, question: str, unit: str, formula: str, source: str = "", needs: tuple[str, ...] = ()
) -> Callable[[Computation], Computation]:
    """Declare a Python function as an indicator: it gets a Context and yields Readings."""

    def declare(compute: Computation) -> Computation:
        functions.add(name, Definition(name, question, unit, formula, source, needs, compute=compute))
        return compute

    return declare


def read_catalogue(path: Path) -> dict[str, Definition]:
    """Definitions of a TOML file; raises ConfigError or DefinitionError naming file, key and cause."""
    text = path.read_text(encoding="utf-8")
    catalogue = decode(text, Catalogue, path.name)
    mistakes = tuple(
        f"indicator.{name}: give either series or expr, not {'both' if entry.series else 'neither'}"
        for name, entry in catalogue.indicator.items()
        if (entry.series is None) == (entry.expr == "")
    )
    if mistakes:
        raise DefinitionError(path.name, mistakes)
    return {name: _definition(name, entry) for name, entry in catalogue.indicator.items()}


def all_definitions(extra: Path | None = None) -> dict[str, Definition]:
    """Built-in definitions and those of a partnership's own `indicators.toml`, in an order that can be computed.

    Raises DefinitionError for unknown inputs, cycles and units that do not fit, before any data are read.
    """
    import bilan.indicators.builtin  # noqa: F401, PLC0415  registers the functions; they import this module

    found = read_catalogue(Path(__file__).with_name("catalogue.toml"))
    found |= {one.name: one for one in functions}
    if extra is not None and extra.exists():
        own = read_catalogue(extra)
        taken = tuple(f"indicator.{name}: is built in; choose another name" for name in own if name in found)
        if taken:
            raise DefinitionError(extra.name, taken)
        found |= own
    return {name: found[name] for name in _order(found)}


def _definition(name: str, entry: Entry) -> Definition:
    formula = entry.expr or "as reported"
    needs = tuple(entry.inputs.values())
    return Definition(name, entry.question, entry.unit, formula, entry.source, needs, entry.series, entry.inputs)


def _order(found: Mapping[str, Definition]) -> Iterator[str]:
    mistakes = [
        f"{one.name}: unknown input '{need}'{closest(need, list(found))}"
        for one in found.values()
        for need in one.needs
        if need not in found
    ]
    if mistakes:
        raise DefinitionError("indicators", tuple(mistakes))
    try:
        order = list(TopologicalSorter({one.name: one.needs for one in found.values()}).static_order())
    except CycleError as error:
        raise DefinitionError("indicators", (f"go in a circle: {' -> '.join(error.args[1])}",)) from None
    mistakes = [mistake for one in found.values() if one.inputs or _is_expression(one) for mistake in _unit_mistakes(one, found)]
    if mistakes:
        raise DefinitionError("indicators", tuple(mistakes))
    return iter(order)


def _is_expression(one: Definition) -> bool:
    return one.series is None and one.compute is None


def _unit_mistakes(one: Definition, found: Mapping[str, Definition]) -> list[str]:
    strangers = sorted(names_in(one.formula, one.name) - set(one.inputs))
    if strangers:
        return [f"{one.name}: '{name}' in the expression is not among its inputs{closest(name, list(one.inputs))}" for name in strangers]
    unit = check_units(one.formula, {name: found[need].unit for name, need in one.inputs.items()}, one.name)
    return [] if unit == one.unit else [f"{one.name}: declares unit '{one.unit}', its expression gives '{unit}'"]
