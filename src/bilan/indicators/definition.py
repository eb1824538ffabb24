"""What is an indicator? Its question, unit, inputs, formula and rules, declared in TOML or by a decorated function."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypedDict, Unpack

from pydantic import Field, StringConstraints

from bilan.config.base import Model
from bilan.config.decode import decode
from bilan.errors import DefinitionError
from bilan.indicators.units import display_of
from bilan.model import Reading
from bilan.period import Frequency
from bilan.registry import Registry

if TYPE_CHECKING:
    from bilan.indicators.context import Context

Computation = Callable[["Context"], Iterable[Reading]]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z_]+(\.[a-z_0-9]+)+$")]
Kind = Literal["", "flow", "stock", "index", "rate", "percent", "points", "ratio", "share", "age"]
PLACES = ("{reporter}", "{partner}", "{reporter_lower}", "{partner_lower}")
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Rules:
    """What becomes of the awkward cases, in words."""

    zero: str = "zero is a value; a denominator of zero gives no value"
    missing: str = "a missing input gives no value and says which; nothing is filled in"
    negative: str = "kept as it is"
    breaks: str = "a change of definition is a series of its own; the gate tells of jumps"
    provisional: str = "has the weakest status and precision of its inputs; a bound gives no value"


AS_REPORTED = Rules(
    zero="zero is a value",
    missing="a period without a row has no reading",
    provisional="status and precision as the source marks them; a bound stays a bound",
)


class More(TypedDict, total=False):
    """What a decorated function may add to its declaration."""

    kind: Kind
    base: str
    frequency: Frequency | None
    periods: int
    zero: str
    missing: str
    negative: str
    breaks: str
    provisional: str


class SeriesEntry(Model):
    """Which series an indicator reads; `{reporter}` and `{partner}` stand for the two countries in turn.

    `{reporter_lower}` and `{partner_lower}` are the same in small letters. `lag` is the number of days after the end of a period within which its figure is usually out.
    """

    indicator: str
    partner: str = ""
    flow: str = ""
    product: str = ""
    frequency: Frequency = Field(default=Frequency.ANNUAL, strict=False)
    lag: int = Field(default=180, ge=0)


class SliceEntry(Model):
    """Which product-level trade a SQL indicator rests on; the period is the reading's own."""

    flow: Literal["export", "import"]
    reporter: str = "{reporter}"
    partner: str = "{partner}"


class RulesEntry(Model):
    """Rules that differ from what follows from the formula."""

    zero: str = ""
    missing: str = ""
    negative: str = ""
    breaks: str = ""
    provisional: str = ""


class Entry(Model):
    """One `[indicator."name"]` table: one of `series`, `expr` with `inputs`, or `sql` with `slices` or `inputs`.

    A SQL indicator says its frequency where it is not annual; of a series and an expression it is known.
    """

    question: str
    unit: str
    kind: Kind = ""
    base: str = ""
    source: str = ""
    series: SeriesEntry | None = None
    expr: str = ""
    inputs: dict[str, Name] = Field(default_factory=dict)
    sql: str = ""
    slices: tuple[SliceEntry, ...] = ()
    frequency: Frequency | None = Field(default=None, strict=False)
    rules: RulesEntry = RulesEntry()


class Catalogue(Model):
    """A file of indicator definitions."""

    indicator: dict[Name, Entry]


@dataclass(frozen=True, slots=True)
class Definition:
    """An indicator, ready to compute; `needs` are the indicators it reads, `periods` how many its value spans at least.

    `frequency` is None where readings follow the frequency of whatever they speak of; `origin` is the file that declares it.
    """

    name: str
    question: str
    unit: str
    formula: str
    source: str
    needs: tuple[str, ...] = ()
    series: SeriesEntry | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)
    compute: Computation | None = None
    kind: str = ""
    base: str = ""
    frequency: Frequency | None = Frequency.ANNUAL
    periods: int = 1
    sql: str = ""
    slices: tuple[SliceEntry, ...] = ()
    rules: Rules = Rules()
    origin: str = ""

    @property
    def is_expression(self) -> bool:
        """Whether its formula is an expression over inputs."""
        return self.series is None and self.compute is None and not self.sql

    @property
    def display(self) -> str:
        """To how many places it is shown, in words."""
        return display_of(self.unit)


functions: Registry[Definition] = Registry("indicator")


def indicator(
    name: str, *, question: str, unit: str, formula: str, source: str = "", needs: tuple[str, ...] = (), **more: Unpack[More]
) -> Callable[[Computation], Computation]:
    """Declare a Python function as an indicator: it gets a Context and yields Readings.

    A formula that starts with `as ` (as reported, as stated) takes the rules of a figure as reported. Raises TypeError
    for a keyword that is none of `More`.
    """
    said: dict[str, Any] = dict(more)
    plain = AS_REPORTED if formula.startswith("as ") else Rules()
    rules = replace(plain, **{one.name: said.pop(one.name) for one in fields(Rules) if one.name in said})

    def declare(compute: Computation) -> Computation:
        origin = f"{compute.__module__.rpartition('.')[2]}.py"
        functions.add(name, Definition(name, question, unit, formula, source, needs, compute=compute, rules=rules, origin=origin, **said))
        return compute

    return declare


def read_catalogue(path: Path) -> dict[str, Definition]:
    """Definitions of a TOML file; raises ConfigError or DefinitionError naming file, key and cause."""
    catalogue = decode(path.read_text(encoding="utf-8"), Catalogue, path.name)
    mistakes = tuple(mistake for name, entry in catalogue.indicator.items() for mistake in _mistakes(name, entry))
    if mistakes:
        raise DefinitionError(path.name, mistakes)
    return {name: _definition(name, entry, path.name) for name, entry in catalogue.indicator.items()}


def all_definitions(extra: Path | None = None) -> dict[str, Definition]:
    """Built-in definitions and those of a partnership's own `indicators.toml`, in an order that can be computed.

    Raises DefinitionError with every mistake at once, before any data are read: unknown inputs, circles, and
    expressions whose names, arguments, units or frequencies do not fit.
    """
    import bilan.indicators.builtin  # noqa: F401, PLC0415  registers the functions; they import this module
    from bilan.indicators.graph import in_order  # noqa: PLC0415  same

    found: dict[str, Definition] = {}
    for path in sorted(HERE.glob("catalogue*.toml")):
        found |= read_catalogue(path)
    found |= {one.name: one for one in functions}
    if extra is not None and extra.exists():
        own = read_catalogue(extra)
        taken = tuple(f"indicator.{name}: is built in; choose another name" for name in own if name in found)
        if taken:
            raise DefinitionError(extra.name, taken)
        found |= own
    return in_order(found)


def _mistakes(name: str, entry: Entry) -> list[str]:
    ways = [way for way, given in (("series", entry.series), ("expr", entry.expr), ("sql", entry.sql)) if given]
    told = [] if len(ways) == 1 else [f"give one of series, expr and sql, not {' and '.join(ways) or 'none'}"]
    told += [f"{key}: only sql takes it" for key in ("slices", "frequency") if getattr(entry, key) and not entry.sql]
    if entry.inputs and entry.series:
        told.append("inputs: a series takes none")
    if entry.sql and not entry.slices and not entry.inputs:
        told.append('sql: say what it rests on, as slices = [{ flow = "export" }] or inputs = { gdp = "macro.gdp" }')
    texts = [("series.indicator", entry.series.indicator), ("series.partner", entry.series.partner)] if entry.series else []
    texts += [(f"slices[{at}].{key}", getattr(one, key)) for at, one in enumerate(entry.slices) for key in ("reporter", "partner")]
    told += [f"{key}: '{text}' has a placeholder we do not know; known: {', '.join(PLACES)}" for key, text in texts if not _fills(text)]
    return [f"indicator.{name}: {one}" for one in told]


def _fills(text: str) -> bool:
    for place in PLACES:
        text = text.replace(place, "")
    return "{" not in text and "}" not in text


def _definition(name: str, entry: Entry, origin: str) -> Definition:
    base = AS_REPORTED if entry.series else Rules()
    frequency = entry.series.frequency if entry.series else entry.frequency or Frequency.ANNUAL
    own = {one.name: getattr(entry.rules, one.name) or getattr(base, one.name) for one in fields(Rules)}
    return Definition(
        name, entry.question, entry.unit, entry.expr or " ".join(entry.sql.split()) or "as reported", entry.source,
        tuple(dict.fromkeys(entry.inputs.values())), entry.series, entry.inputs,
        kind=entry.kind, base=entry.base, frequency=frequency,
        sql=entry.sql, slices=entry.slices, rules=Rules(**own), origin=origin,
    )  # fmt: skip
