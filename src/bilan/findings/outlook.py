"""What may be said of the years to come? Ranges where the rules allow one, and the arithmetic of a year not over yet."""

from collections.abc import Iterator

from bilan.document import Finding
from bilan.findings.facts import Facts
from bilan.findings.rule import finding, rule
from bilan.indicators.outlook_methods import LEVEL
from bilan.period import Frequency, Period


def named(series: str) -> str:
    """An indicator as messages choose by it: `trade-total`."""
    return series.replace(".", "-").replace("_", "-")


@rule("outlook-range", section="outlook", weight=30)
def outlook_range(facts: Facts) -> Iterator[Finding]:
    """The nearest yearly range of each series that may be forecast."""
    for subject in facts.readings.subjects("outlook.low"):
        low = next((one for one in facts.readings.series("outlook.low", subject) if one.value is not None), None)
        high = facts.readings.at("outlook.high", subject, low.period) if low else None
        if low is None or high is None or high.value is None or low.period.frequency is not Frequency.ANNUAL:
            continue
        reporter, _, series = subject.partition("/")
        yield finding(
            "outlook-range", (low, high), subject,
            series=named(series), low=low, high=high, period=low.period, level=LEVEL, statistics=reporter, country=reporter,
        )  # fmt: skip


@rule("outlook-same-share", section="outlook", weight=25)
def same_share(facts: Facts) -> Iterator[Finding]:
    """What a year that is not over would give at the share its first months had in the year before."""
    for reporter in facts.countries:
        total, part = facts.readings.latest("outlook.same_share", reporter), facts.readings.latest("trade.ytd", reporter)
        if total is None or part is None or part.period.year != total.period.year:
            continue
        before = Period(total.period.year - 1, Frequency.ANNUAL)
        yield finding(
            "outlook-same-share", (total, part), reporter,
            statistics=reporter, part=part, period=part.period, before=before, total=total, year=total.period,
        )  # fmt: skip
