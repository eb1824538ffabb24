"""What else must a reader know? Investment as stated, announcements without a reporter, data grown old."""

from collections.abc import Iterator

from bilan.document import Argument, Finding
from bilan.findings.facts import Facts
from bilan.findings.noise import RECENT_DAYS, value
from bilan.findings.rule import HEDGES, Says, Voice, finding, rule
from bilan.model import Reading
from bilan.period import Frequency, Period

GRACE_DAYS = 90


@rule("investment-stated", section="investment", weight=58, says=Says(hedges=HEDGES))
def stated(facts: Facts) -> Iterator[Finding]:
    """The last cumulative statement on investment, with its base and its date."""
    statements = [
        one
        for subject in facts.readings.subjects("investment.cumulative")
        for one in facts.readings.series("investment.cumulative", subject)
    ]
    dated = [one for one in statements if one.published_on is not None and one.value is not None]
    if dated:
        last = max(dated, key=lambda one: (str(one.published_on), one.id))
        base = base_of(last)
        yield finding(
            "investment-stated", (last,), last.reporter,
            total=last, investor=last.reporter, host=last.partner, stated=last.published,
            base=base["base"], since=base["since"], years=base["years"],
        )  # fmt: skip


def base_of(statement: Reading) -> dict[str, Argument]:
    """Since when a cumulative statement counts: kind of base, and the year or the number of years it names."""
    name = statement.id.split(":")[1].split("/")[1]
    number = next((int(part) for part in name.split("_") if part.isdigit()), 0)
    if name == "since_independence":
        return {"base": "independence", "since": "", "years": ""}
    if name.startswith("since_"):
        return {"base": "year", "since": Period(number, Frequency.ANNUAL), "years": ""}
    if name.startswith("last_"):
        return {"base": "span", "since": "", "years": number}
    return {"base": "none", "since": "", "years": ""}


@rule("investment-flow", section="investment", weight=48, says=Says(hedges=HEDGES))
def flow(facts: Facts) -> Iterator[Finding]:
    """The last yearly inflow beside the one reported before it."""
    for investor in facts.readings.subjects("investment.flow"):
        known = [one for one in facts.readings.series("investment.flow", investor) if one.value is not None]
        if len(known) > 1:
            before, last = known[-2:]
            yield finding(
                "investment-flow", (last, before), investor,
                total=last, before=before, investor=investor, host=last.partner, period=last.period, earlier=before.period,
            )  # fmt: skip


@rule("announced-total", section="trade", weight=80, says=Says(hedges=HEDGES, voice=Voice.SOURCE))
def announced(facts: Facts) -> Iterator[Finding]:
    """A total announced for a year that no statistics cover yet, without saying whose figures it quotes."""
    covered = max((one.period for one in facts.totals()), default=None)
    for one in facts.readings.series("trade.announced"):
        if covered is None or one.period > covered:
            yield finding("announced-total", (one,), str(one.period), total=one, period=one.period, stated=one.published)


@rule("data-old", section="notes", weight=35, says=Says(hedges=()))
def old(facts: Facts) -> Iterator[Finding]:
    """The last yearly total is more than a year old on the as-of date."""
    for total in facts.totals():
        if total.published_on is not None and (facts.as_of - total.period.end).days > facts.stale.get("A", 365):
            yield finding(
                "data-old", (total,), total.reporter, statistics=total.reporter, period=total.period, published=total.published,
                age=(facts.as_of - total.published_on).days,
            )  # fmt: skip


@rule("data-overdue", section="notes", weight=33, says=Says(hedges=(), limited=True))
def overdue(facts: Facts) -> Iterator[Finding]:
    """How many series of a country wait for a figure beyond its usual date and the grace of their kind, and the longest wait.

    Totals have a note of their own; what has waited for more than three years has ended.
    """
    for code in facts.countries:
        late = [
            one
            for about in facts.readings.subjects("data.overdue")
            if about.endswith(f"/{code}") and not about.startswith("trade.total/")
            if (one := facts.readings.latest("data.overdue", about)) is not None and GRACE_DAYS < value(one) <= RECENT_DAYS
        ]
        if late:
            longest = max(late, key=lambda one: (value(one), one.id))
            yield finding("data-overdue", (longest,), code, country=code, count=len(late), late=longest, period=longest.period)
