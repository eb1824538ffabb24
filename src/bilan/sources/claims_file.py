"""Which claims did a project declare in `claims.toml`? Sentences somebody said, with what each is to be compared with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from pydantic import Field

from bilan.config.base import Iso3, Model, Slug
from bilan.config.decode import load
from bilan.errors import SourceError, closest
from bilan.model import Source
from bilan.period import Period, known_from
from bilan.sources.dossier import ClaimRow

CLAIMS_FILE = "claims.toml"
KINDS = ("level", "outcome", "growth", "target")
Amount = int | float | str


class ClaimConfig(Model):
    """One claim; exactly one of `level`, `outcome`, `growth` and `target`, or a `verdict` declared with `evidence`.

    `level` and `outcome` name `INDICATOR:PERIOD`; `growth` names `INDICATOR`, or `INDICATOR:2019..2023` where the claim
    says from when to when; `target` names an aim. `value` is a number as text or a pair of them.
    """

    id: Slug
    text: str
    source: str
    value: Amount | tuple[Amount, Amount] = ""
    unit: str = ""
    level: str = ""
    outcome: str = ""
    growth: str = ""
    target: str = ""
    tolerance: Amount = ""
    reporters: tuple[Iso3, ...] = ()
    readings: dict[str, str] = Field(default_factory=dict)
    verdict: str = "unverifiable"
    evidence: tuple[str, ...] = ()
    wording: str = ""


class ClaimsConfig(Model):
    """A file of claims."""

    claim: tuple[ClaimConfig, ...] = ()


@dataclass(frozen=True, slots=True)
class StatedClaim(ClaimRow):
    """A claim that says by whose statistics and how nearly it must hold."""

    reporters: tuple[str, ...] = ()
    tolerance: str = ""


def read_claims_file(folder: Path, sources: Mapping[str, Source], as_of: date) -> tuple[StatedClaim, ...]:
    """The claims of `claims.toml` known by a date, none without the file; raises ConfigError or SourceError with every mistake."""
    path = folder / CLAIMS_FILE
    if not path.exists():
        return ()
    config = load(path, ClaimsConfig)
    names = [one.id for one in config.claim]
    mistakes = [f"claim '{one.id}': {mistake}" for one in config.claim for mistake in _mistakes(one, sources)]
    mistakes += [f"claim '{name}' stands twice" for at, name in enumerate(names) if name in names[:at]]
    if mistakes:
        raise SourceError(CLAIMS_FILE, tuple(mistakes), "docs/audit.md says what a claim may compare itself with")
    return tuple(_claim(one) for one in config.claim if _known(sources[one.source]) <= as_of)


def _claim(one: ClaimConfig) -> StatedClaim:
    check = next((f"{kind}:{getattr(one, kind)}" for kind in KINDS if getattr(one, kind)), "")
    values = one.value if isinstance(one.value, tuple) else (one.value,)
    return StatedClaim(
        one.id, one.text, "..".join(_plain(value) for value in values), one.unit, check.rpartition(":")[2], one.verdict, check,
        tuple(one.readings.items()), one.wording, one.source, one.evidence, one.reporters, _plain(one.tolerance),
    )  # fmt: skip


def _mistakes(one: ClaimConfig, sources: Mapping[str, Source]) -> Iterator[str]:
    kinds = [kind for kind in KINDS if getattr(one, kind)]
    if len(kinds) > 1:
        yield f"compares itself with {' and '.join(kinds)}; keep one"
    values = one.value if isinstance(one.value, tuple) else (one.value,)
    if kinds and kinds[0] != "target" and not all(_number(value) for value in values):
        yield f"value '{one.value}' is no number; write value = \"1.2e9\", or a pair of numbers for a range"
    if one.tolerance != "" and not _number(one.tolerance):
        yield f"tolerance '{one.tolerance}' is no number"
    for kind in ("level", "outcome"):
        if getattr(one, kind):
            yield from _period_mistakes(kind, getattr(one, kind))
    for name in (one.source, *one.evidence):
        if name not in sources:
            yield f"unknown source '{name}'{closest(name, list(sources))}"


def _period_mistakes(kind: str, text: str) -> Iterator[str]:
    try:
        Period.parse(text.partition(":")[2])
    except ValueError as error:
        yield f"{kind} '{text}': {error}; write {kind} = \"trade.total:2023\""


def _number(value: Amount) -> bool:
    try:
        return Decimal(str(value)).is_finite()
    except ArithmeticError:
        return False


def _plain(value: Amount) -> str:
    """A number as people write it in full; a float is taken for the decimal it was written as."""
    return format(Decimal(str(value)), "f") if _number(value) else str(value)


def _known(source: Source) -> date:
    return known_from(source.published) if source.published else date.max
