"""Does a claim hold? Computed from readings where a number is claimed, declared with evidence where not."""

import re
from dataclasses import dataclass
from decimal import Decimal

from bilan.compose.material import Material
from bilan.compose.windows import Bounds, Window, judged, windows
from bilan.document import Argument, Text
from bilan.errors import Problem
from bilan.model import Precision, Reading
from bilan.period import Frequency, Period, known_from
from bilan.sources.claims_file import StatedClaim
from bilan.sources.dossier import ClaimRow

UNVERIFIABLE = "unverifiable"
SAME = (("not-reproducible", "window-dependent"),)
"""What a person may have declared of what the data say: a rate that holds in some windows only cannot be reproduced."""
WINDOWS = "claim-windows"
NEAR = Decimal("0.05")
_NUMBER = r"[+-]?\d+(?:\.\d+)?"
_RANGE = re.compile(rf"({_NUMBER})(?:\s*(?:-|\u2013|\.\.)\s*({_NUMBER}))?")


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
    windows: tuple[Window, ...] = ()


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
        if one.computed and one.verdict not in (one.row.verdict, UNVERIFIABLE) and (one.row.verdict, one.verdict) not in SAME
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
    tried = _tried(material, row)
    verdict = judged(tried) if tried else _computed(material, row)
    if complete and tried and material.printer.has(WINDOWS):
        answer = material.printer.say(WINDOWS, says=answer, count=len(tried), inside=sum(one.inside for one in tried))
    used = tuple(named.values())
    final = verdict or (row.verdict if complete else UNVERIFIABLE)
    return Verdict(row, statement, answer, final, verdict is not None, used, claimed, tuple(tried))


def _claimed(material: Material, row: ClaimRow) -> Reading | None:
    """The claimed number as a reading of its own, so that it resolves to the claim wherever it is printed."""
    if row.unit != "USD" or not _bounds(row.value):
        return None
    period = (
        Period(int(row.period[-4:]), Frequency.ANNUAL) if row.period[-4:].isdigit() else Period(material.facts.as_of.year, Frequency.ANNUAL)
    )
    return Reading(
        id=f"claim:{row.id}", indicator="claim", period=period, as_of=material.facts.as_of, unit=row.unit, value=Decimal(row.value.partition("..")[0]),
        precision=Precision.ROUNDED, formula="as claimed", source_ids=(row.source_id,),
    )  # fmt: skip


def _computed(material: Material, row: ClaimRow) -> str | None:
    """The verdict of the data; None where the claim is not to be compared with them."""
    kind, _, rest = row.check.partition(":")
    claim = _bounds(row.value, row.tolerance if isinstance(row, StatedClaim) else "")
    if kind == "target":
        return _aim(material, rest)
    if not kind or claim is None:
        return None
    indicator, _, period = rest.partition(":")
    if kind == "growth":
        return UNVERIFIABLE
    found = [material.facts.readings.at(indicator, code, Period.parse(period)) for code in _reporters(material, row)]
    values = [one.value for one in found if one is not None and one.value is not None]
    if not values:
        return UNVERIFIABLE
    met = [claim.hold(value) for value in values]
    failed = "not-met" if kind == "outcome" else "contradicted"
    return "confirmed" if all(met) else "disputed" if any(met) else failed


def _tried(material: Material, row: ClaimRow) -> list[Window]:
    """Every window a claimed rate of growth may speak of, by the statistics of each reporter; none for another claim."""
    kind, _, rest = row.check.partition(":")
    indicator, _, years = rest.partition(":")
    if not row.check and row.unit == "percent":
        indicator = _grown(material, row)
    elif kind != "growth":
        return []
    claim = _bounds(row.value, row.tolerance if isinstance(row, StatedClaim) else "")
    if not indicator or claim is None:
        return []
    return [
        one for code in _reporters(material, row) for one in windows(material.facts.readings.series(indicator, code), code, claim, years)
    ]


def _grown(material: Material, row: ClaimRow) -> str:
    """What a claim about growth speaks of, where all its readings are yearly growth: the indicator they are computed from."""
    named = [material.facts.readings.get(name) for _, name in row.readings]
    bases = {material.facts.readings.get(name) for one in named if one is not None and ".growth" in one.indicator for name in one.inputs}
    found = {one.indicator for one in bases if one is not None}
    return found.pop() if len(found) == 1 and all(one is None or ".growth" in one.indicator for one in named) else ""


def _reporters(material: Material, row: ClaimRow) -> tuple[str, ...]:
    asked = row.reporters if isinstance(row, StatedClaim) else ()
    return asked or material.facts.countries


def _aim(material: Material, name: str) -> str:
    known = {one.id: one for one in material.facts.targets()}
    if name not in known:
        return UNVERIFIABLE
    return "superseded" if known[name].superseded_by in known else "confirmed"


def _published(material: Material, row: ClaimRow) -> bool:
    """Whether all the evidence was out on the date: what came later is not told before."""
    dates = [source.published for one in row.evidence if (source := material.sources.get(one)) is not None and source.published]
    return all(known_from(one) <= material.facts.as_of for one in dates)


def _bounds(text: str, tolerance: str = "") -> Bounds | None:
    """What a claimed number or range stands for; None for words."""
    match = _RANGE.fullmatch(text.strip())
    if match is None:
        return None
    ends = [Decimal(one) for one in match.groups() if one]
    low, high = min(ends), max(ends)
    around = Decimal(tolerance) if tolerance else min(_tolerance(low), _tolerance(high))
    return Bounds(low - around, high + around)


def _tolerance(value: Decimal) -> Decimal:
    """Half a unit of the last digit printed: 1.2 billion stands for 1.15 to 1.25; a round 2 billion for 1.9 to 2.1."""
    return min(Decimal(5).scaleb(int(value.normalize().as_tuple().exponent) - 1), abs(value) * NEAR)
