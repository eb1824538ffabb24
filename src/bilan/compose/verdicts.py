"""Does a claim hold? Computed from readings where a number is claimed, declared with evidence where not."""

from dataclasses import dataclass
from decimal import Decimal

from bilan.compose.material import Material
from bilan.document import Argument, Text
from bilan.errors import Problem
from bilan.model import Precision, Reading
from bilan.period import Frequency, Period, known_from
from bilan.sources.dossier import ClaimRow

UNVERIFIABLE = "unverifiable"
NEAR = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim as printed: the statement, what the data say, the verdict and how it was found."""

    row: ClaimRow
    statement: Text
    says: Text
    verdict: str
    computed: bool
    readings: tuple[Reading, ...]
    claimed: Reading | None


def verdicts(material: Material) -> tuple[Verdict, ...]:
    """Every claim known on the date, in the order of the table."""
    return tuple(_verdict(material, row) for row in material.facts.dossier.claims)


def disagreements(found: tuple[Verdict, ...]) -> list[Problem]:
    """Claims whose computed verdict is not the one a person declared."""
    return [
        Problem(
            f"claim {one.row.id}",
            f"is declared '{one.row.verdict}', the data say '{one.verdict}'",
            "mend claims.csv or its readings",
            rule="claim",
        )
        for one in found
        if one.computed and one.verdict not in (one.row.verdict, UNVERIFIABLE)
    ]


def _verdict(material: Material, row: ClaimRow) -> Verdict:
    claimed = _claimed(material, row)
    named = {name: found for name, wanted in row.readings if (found := material.facts.readings.get(wanted)) is not None}
    args: dict[str, Argument] = dict(named)
    if claimed is not None:
        args["claimed"] = claimed
    complete = len(named) == len(row.readings) and _published(material, row)
    statement = (
        material.printer.say(f"claim-{row.id}", **args)
        if material.printer.has(f"claim-{row.id}")
        else material.own(f"claim-{row.id}", row.text)
    )
    says = f"claim-{row.id}-says"
    if complete and material.printer.has(says):
        answer = material.printer.say(says, **args)
    else:
        answer = material.own(says, row.wording) if complete else Text.of(material.printer.word("no-data"))
    verdict = _computed(material, row, claimed)
    used = tuple(named.values())
    return Verdict(row, statement, answer, verdict or (row.verdict if complete else UNVERIFIABLE), verdict is not None, used, claimed)


def _claimed(material: Material, row: ClaimRow) -> Reading | None:
    """The claimed number as a reading of its own, so that it resolves to the claim wherever it is printed."""
    if row.unit != "USD":
        return None
    period = (
        Period(int(row.period[-4:]), Frequency.ANNUAL) if row.period[-4:].isdigit() else Period(material.facts.as_of.year, Frequency.ANNUAL)
    )
    return Reading(
        id=f"claim:{row.id}", indicator="claim", period=period, as_of=material.facts.as_of, unit=row.unit, value=Decimal(row.value),
        precision=Precision.ROUNDED, formula="as claimed", source_ids=(row.source_id,),
    )  # fmt: skip


def _computed(material: Material, row: ClaimRow, claimed: Reading | None) -> str | None:
    kind, _, rest = row.check.partition(":")
    if claimed is None or claimed.value is None or not kind:
        return None
    if kind == "target":
        return _aim(material, rest)
    indicator, _, period = rest.partition(":")
    found = [material.facts.readings.at(indicator, code, Period.parse(period)) for code in material.facts.countries]
    values = [one.value for one in found if one is not None and one.value is not None]
    if not values:
        return UNVERIFIABLE
    met = [abs(value - claimed.value) <= _tolerance(claimed.value) for value in values]
    failed = "not-met" if kind == "outcome" else "contradicted"
    return "confirmed" if all(met) else "disputed" if any(met) else failed


def _aim(material: Material, name: str) -> str:
    known = {one.id: one for one in material.facts.targets()}
    if name not in known:
        return UNVERIFIABLE
    return "superseded" if known[name].superseded_by in known else "confirmed"


def _published(material: Material, row: ClaimRow) -> bool:
    """Whether all the evidence was out on the date: what came later is not told before."""
    dates = [source.published for one in row.evidence if (source := material.sources.get(one)) is not None and source.published]
    return all(known_from(one) <= material.facts.as_of for one in dates)


def _tolerance(value: Decimal) -> Decimal:
    """Half a unit of the last digit printed: 1.2 billion stands for 1.15 to 1.25; a round 2 billion for 1.9 to 2.1."""
    return min(Decimal(5).scaleb(int(value.normalize().as_tuple().exponent) - 1), abs(value) * NEAR)
