"""What does a rule say of which readings? The examples beside the rules: readings in, a sentence out in every language."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from bilan.config.models import PartnershipConfig, ThresholdConfig
from bilan.findings.facts import Facts
from bilan.findings.revisions import Kind, Revision
from bilan.indicators.definition import all_definitions
from bilan.indicators.engine import Readings
from bilan.model import Observation, Precision, Reading, SeriesKey, Status
from bilan.period import Frequency, Period, known_from
from bilan.sources.dossier import Dossier, ProjectFact, Stage, Step, TreatyStep

FOLDER = Path(__file__).with_name("examples")
AS_OF = "2026-10-31"
PUBLISHED = "2025-02-25"
SOURCE = ("example",)


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule: what it is given, and the sentence it must give in each language."""

    rule: str
    about: str
    says: Mapping[str, str]
    given: Mapping[str, Any]

    def facts(self, partnership: PartnershipConfig) -> Facts:
        """The facts it is given, as of its day."""
        day = date.fromisoformat(self.given.get("day", AS_OF))
        groups: dict[str, dict[tuple[str, Period], Reading]] = {}
        for one in self._readings(day):
            groups.setdefault(one.indicator, {})[one.id.removeprefix(f"{one.indicator}:").rpartition(":")[0], one.period] = one
        thresholds = tuple(ThresholdConfig(**one) for one in self.given.get("thresholds", ()))
        dossier = Dossier(
            projects=tuple(_fact(at, one) for at, one in enumerate(self.given.get("projects", ()))),
            treaties=tuple(_step(at, one) for at, one in enumerate(self.given.get("treaties", ()))),
        )
        return Facts(
            partnership.model_copy(update={"threshold": thresholds}), day, Readings(groups), dossier,
            revisions=tuple(_revision(one) for one in self.given.get("revisions", ())),
        )  # fmt: skip

    def _readings(self, day: date) -> Iterator[Reading]:
        for name, written in self.given.get("readings", {}).items():
            yield _reading(name, written, day)
        for about, written in self.given.get("series", {}).items():
            start, *values = written.split()
            for at, value in enumerate(values):
                yield _reading(f"{about}:{int(start) + at}", value, day)


def examples(folder: Path = FOLDER) -> dict[str, list[Example]]:
    """All examples by rule, in the order they are written."""
    found: dict[str, list[Example]] = {}
    for path in sorted(folder.glob("*.toml")):
        for rule, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found.setdefault(rule, []).extend(Example(rule, one["about"], one.get("says", {}), one.get("given", {})) for one in entries)
    return found


def _reading(name: str, written: str, day: date) -> Reading:
    """A reading from its id and `value [precision] [status] [published=date] [from=id,id]`; its unit is its indicator's."""
    indicator, _, rest = name.partition(":")
    about, _, period = rest.rpartition(":")
    value, *words = written.split()
    told = dict(word.split("=", 1) for word in words if "=" in word)
    published = told.get("published", PUBLISHED)
    reporter, partner = _pair(about)
    return Reading(
        id=name,
        indicator=indicator,
        period=Period.parse(period),
        as_of=day,
        unit=_units()[indicator],
        value=Decimal(value),
        reporter=reporter,
        partner=partner,
        precision=next((one for one in Precision if one.value in words), Precision.EXACT),
        status=next((one for one in Status if one.value in words), Status.FINAL),
        inputs=tuple(told.get("from", "").split(",")) if "from" in told else (),
        source_ids=SOURCE,
        published_on=known_from(published),
        published=published,
    )


@cache
def _units() -> Mapping[str, str]:
    return {name: one.unit for name, one in all_definitions().items()}


def _pair(about: str) -> tuple[str, str]:
    """Reporter and partner of a subject: `KGZ`, `KAZ>KGZ`, `KAZ-KGZ`, `KGZ/export`, `macro.gdp/KGZ`; none of another."""
    parts = [part for part in about.replace(">", "/").replace("-", "/").split("/") if len(part) == 3 and part.isupper()]  # noqa: PLR2004  ISO codes
    others = {"KAZ": "KGZ", "KGZ": "KAZ"}
    return (parts[0], parts[1] if len(parts) > 1 else others[parts[0]]) if parts else ("", "")


def _fact(at: int, one: Mapping[str, str]) -> ProjectFact:
    stage = Stage(one["stage"]) if "stage" in one else None
    on = known_from(one["on"])
    attribute, value = one.get("attribute", "status"), one.get("value", "")
    return ProjectFact(f"example-{at}", one["project"], one["project"], attribute, value, "", one["on"], on, SOURCE, stage)


def _step(at: int, one: Mapping[str, str]) -> TreatyStep:
    day = known_from(one["on"]) if one.get("on") else date.min
    return TreatyStep(f"example-{at}", one["treaty"], one["treaty"], Step(one["step"]), "", one.get("on", ""), day, SOURCE)


def _revision(one: Mapping[str, str]) -> Revision:
    key = SeriesKey("trade", one["reporter"], _pair(one["reporter"])[1], one["flow"], "TOTAL", Frequency.ANNUAL)
    period = Period.parse(one["period"])
    before, after = (
        Observation(key, period, Decimal(one[name]), "USD", known_from(PUBLISHED), SOURCE, "example") for name in ("before", "after")
    )
    growth = (Decimal(one["growth_before"]), Decimal(one["growth_after"]))
    return Revision(key, period, Kind.REVISED, before, after, growth=growth)
