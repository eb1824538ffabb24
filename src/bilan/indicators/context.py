"""What may an indicator see? Series cut at the as-of date, and the readings computed before it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol

from bilan.config.models import PartnershipConfig, TargetConfig
from bilan.errors import DefinitionError, Problem, Severity
from bilan.model import Evidence, Observation, Precision, Reading, Series, SeriesKey, Status, weakest_precision, weakest_status
from bilan.period import Frequency, Period, known_from
from bilan.sources.dossier import Dossier

if TYPE_CHECKING:
    from bilan.indicators.definition import Definition

UNITS = {
    "USD": ("USD", Decimal(1)), "USD_million": ("USD", Decimal(10**6)), "USD_billion": ("USD", Decimal(10**9)),
    "percent": ("percent", Decimal(1)), "percent_of_gdp": ("percent", Decimal(1)), "persons": ("persons", Decimal(1)),
    "enterprises": ("count", Decimal(1)), "checkpoints": ("count", Decimal(1)),
}  # fmt: skip
BOUNDS = (Precision.LOWER_BOUND, Precision.UPPER_BOUND)
MISSING_PRODUCTS = "missing-products"


class ProductSlice(Protocol):
    """A stretch of product-level trade that a reading rests on: one reporter, partner, flow and period."""

    @property
    def id(self) -> str:
        """Name and hash of the content, as `products/KGZ/KAZ/import/2023#0123456789abcdef`."""

    @property
    def rows(self) -> int:
        """How many rows it has."""

    @property
    def status(self) -> Status:
        """The weakest status of its rows."""

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Sources of its rows."""

    @property
    def published_on(self) -> date | None:
        """The last day on which one of its rows was published."""


class DataView(Protocol):
    """The store as of a date."""

    def series(self, key: SeriesKey) -> Series:
        """Statistics of one key."""

    def history(self, key: SeriesKey, period: Period) -> list[Observation]:
        """Every vintage of one value known as of the date, oldest first."""

    def statements(self, indicator: str) -> list[Observation]:
        """Forecasts, and values whose source does not say whose statistics they are."""

    def keys(self) -> Iterable[SeriesKey]:
        """All keys with statistics."""

    @property
    def has_products(self) -> bool:
        """Whether there is product-level trade."""

    def query(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of one SELECT over `products` and `observations`, locked down; raises DefinitionError for SQL that may not run."""

    def slice(self, reporter: str, partner: str, flow: str, period: Period) -> ProductSlice:
        """Provenance of product-level trade; the partner `WLD` is the world."""


@dataclass(frozen=True)
class Context:
    """The only way to data for an indicator; nothing after `as_of` can be reached."""

    view: DataView
    partnership: PartnershipConfig
    as_of: date
    readings: Mapping[str, Mapping[tuple[str, Period], Reading]]
    definitions: "Mapping[str, Definition]" = field(default_factory=dict)
    dossier: Dossier = field(default_factory=Dossier)

    @property
    def countries(self) -> tuple[str, str]:
        """Codes of the two partners, in the order of `partnership.toml`."""
        first, second = self.partnership.country
        return first.code, second.code

    def partner_of(self, code: str) -> str:
        """The other country."""
        first, second = self.countries
        return second if code == first else first

    def of(self, indicator: str, subject: str) -> dict[Period, Reading]:
        """Readings of an earlier indicator for one subject, by period."""
        return {period: one for (who, period), one in self.readings.get(indicator, {}).items() if who == subject}

    def filled(self, template: str, reporter: str) -> str:
        """A text of a definition with the two countries in place of `{reporter}` and `{partner}`."""
        names = {"reporter": reporter, "partner": self.partner_of(reporter)}
        return template.format(**names, **{f"{name}_lower": code.lower() for name, code in names.items()})

    def declared(self, definition: "Definition") -> Iterator[tuple[str, Series]]:
        """The series an indicator reads, by reporter: each country's own; none where it reads no series."""
        entry = definition.series
        if entry is None:
            return
        for reporter in self.countries:
            names = self.filled(entry.indicator, reporter), reporter, self.filled(entry.partner, reporter)
            yield reporter, self.view.series(SeriesKey(*names, entry.flow, entry.product, entry.frequency))

    def targets(self, indicator: str) -> list[TargetConfig]:
        """Aims declared by the as-of date for an indicator, oldest first."""
        known = [one for one in self.partnership.target if one.indicator == indicator and known_from(one.set_on) <= self.as_of]
        return sorted(known, key=lambda one: (known_from(one.set_on), one.id))

    def current_target(self, indicator: str) -> TargetConfig | None:
        """The last aim that no aim declared by the as-of date supersedes."""
        known = self.targets(indicator)
        ids = {one.id for one in known}
        return next((one for one in reversed(known) if one.superseded_by not in ids), None)


def from_observation(name: str, unit: str, one: Observation, as_of: date, subject: str = "") -> Reading:
    """The reading that repeats an observation in the unit of its indicator; raises DefinitionError for a unit it cannot convert."""
    base, factor = UNITS.get(one.unit, (one.unit, Decimal(1)))
    if base != unit:
        raise DefinitionError(
            name, (f"{one.row}: unit '{one.unit}' is no '{unit}'",), "mend the unit in the table, or declare the indicator in that unit"
        )
    subject = subject or one.key.reporter
    return Reading(
        id=f"{name}:{subject}:{one.period}",
        indicator=name,
        period=one.period,
        as_of=as_of,
        unit=unit,
        value=None if one.value is None else one.value * factor,
        reporter=one.key.reporter,
        partner=one.key.partner,
        precision=one.precision,
        evidence=one.evidence,
        status=one.status,
        formula="as reported" if one.evidence is Evidence.REPORTED else one.derivation or one.evidence.value,
        inputs=(one.digest,),
        source_ids=one.source_ids,
        published_on=one.published_on,
        published=one.published or one.published_on.isoformat(),
    )


@dataclass(frozen=True, slots=True)
class Outline:
    """What a derived reading is about, before its value is known."""

    indicator: str
    subject: str
    period: Period
    unit: str
    formula: str
    as_of: date
    reporter: str = ""
    partner: str = ""

    @property
    def id(self) -> str:
        """Identifier of the reading within an edition."""
        return f"{self.indicator}:{self.subject}:{self.period}" if self.subject else f"{self.indicator}:{self.period}"


def without_products(outline: Outline, what: str = "product-level data") -> Reading:
    """The reading of an indicator that cannot be computed for want of product-level trade; `what` says what it needs."""
    told = Problem(outline.id, f"has no value: needs {what}", "give a table of kind products", Severity.NOTE, MISSING_PRODUCTS)
    return replace(derive(outline, None, ()), problems=(told,))


def running_year(as_of: date) -> Period:
    """The year an edition falls in: the period of a reading that has no period of its own."""
    return Period(as_of.year, Frequency.ANNUAL)


def derive(outline: Outline, value: Decimal | None, inputs: Iterable[Reading], reason: str = "") -> Reading:
    """A reading computed from others: it inherits the weakest precision and status, and lists its inputs.

    Anything computed from values that are not exact is approximate; a value computed from a bound is withheld.
    """
    used = list(inputs)
    precision = weakest_precision(one.precision for one in used)
    if value is not None and any(one.precision in BOUNDS for one in used):
        value, reason = None, "an input is only a bound"
    problems = () if value is not None else (Problem(outline.id, f"has no value: {reason}", rule="missing"),)
    return Reading(
        id=outline.id,
        indicator=outline.indicator,
        period=outline.period,
        as_of=outline.as_of,
        unit=outline.unit,
        value=value,
        reporter=outline.reporter,
        partner=outline.partner,
        precision=Precision.EXACT if precision is Precision.EXACT else Precision.APPROXIMATE,
        evidence=Evidence.DERIVED,
        status=weakest_status(one.status for one in used),
        formula=outline.formula,
        inputs=tuple(one.id for one in used),
        source_ids=tuple(sorted({source for one in used for source in one.source_ids})),
        published_on=max((one.published_on for one in used if one.published_on), default=None),
        problems=problems,
    )
