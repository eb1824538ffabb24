"""When is a series not to be forecast? The rules, each with its reason as data."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from statistics import median

from bilan.indicators.context import BOUNDS
from bilan.indicators.expression import EXACT
from bilan.indicators.outlook_methods import CYCLE, LEVEL, Interval
from bilan.model import Attribution, Evidence, Observation
from bilan.period import Frequency

POINTS_NEEDED = {Frequency.ANNUAL: 12, Frequency.MONTHLY: 48}
GRACE_DAYS = {Frequency.ANNUAL: 90, Frequency.MONTHLY: 15}  # after the day by which the next figure is usually out
HORIZONS = {Frequency.ANNUAL: 3, Frequency.MONTHLY: 12}  # as far as the coverage was measured
RECENT = 3
DEVIATIONS = 6
WIDEST = Decimal("0.5")
POINTS_PER_HORIZON = 4
ROUNDING = Decimal("1e-20")  # of logarithms: a smaller step is none


@dataclass(frozen=True, slots=True)
class Refusal:
    """A rule that forbids a forecast, and what it saw."""

    rule: str
    message: str


def unbroken(observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """The observations without a gap up to the last one, oldest first."""
    run: list[Observation] = []
    for one in reversed(observations):
        if one.value is None or (run and run[-1].period.distance(one.period) != 1):
            break
        run.append(one)
    return tuple(reversed(run))


def refusals(fit: Sequence[Observation], as_of: date, due: date) -> tuple[Refusal, ...]:
    """Why this unbroken run must not be forecast at all, nothing where it may; `due` is when the next figure had to be out."""
    return tuple(_refusals(fit, as_of, due))


def _refusals(fit: Sequence[Observation], as_of: date, due: date) -> Iterator[Refusal]:
    frequency = fit[0].key.frequency
    enough = len(fit) >= POINTS_NEEDED[frequency]
    if not enough:
        yield Refusal("few", f"{len(fit)} of the {POINTS_NEEDED[frequency]} figures without a gap that are needed, up to {fit[-1].period}")
    if as_of > due:
        yield Refusal("stale", f"the last figure is of {fit[-1].period}; the next one was due by {due}")
    yield from _of_evidence(fit)
    if any(one.value is None or one.value <= 0 for one in fit):
        yield Refusal("sign", "a figure is zero or negative")
    elif enough and (broken := breaks(fit)):
        yield Refusal("break", f"a jump beyond {DEVIATIONS} times the usual: {', '.join(broken)}")


def _of_evidence(fit: Sequence[Observation]) -> Iterator[Refusal]:
    """What the figures are: whose, how found, in which unit."""
    if len({one.key.reporter for one in fit}) > 1 or any(one.attribution is Attribution.INFERRED for one in fit):
        yield Refusal("mixed", "the figures do not all come from one country's statistics")
    if derived := [str(one.period) for one in fit if one.evidence is not Evidence.REPORTED]:
        yield Refusal("derived", f"not reported but derived: {', '.join(derived)}")
    if bounds := [str(one.period) for one in fit if one.precision in BOUNDS]:
        yield Refusal("bound", f"only a bound: {', '.join(bounds)}")
    if len({one.unit for one in fit}) > 1:
        yield Refusal("definition", f"the unit changes: {', '.join(sorted({one.unit for one in fit}))}")


def breaks(fit: Sequence[Observation]) -> list[str]:
    """Of the last three periods those whose growth is further from the median than six median deviations.

    Months are compared with the same month a year before, so that the season is no break.
    """
    step = CYCLE if fit[0].key.frequency is Frequency.MONTHLY else 1
    with localcontext(EXACT):
        logs = [one.value.ln() for one in fit if one.value is not None]
        changes = [after - before for before, after in zip(logs, logs[step:], strict=False)]
        usual = median(changes)
        away = [abs(one - usual) for one in changes]
        limit = max(DEVIATIONS * median(away), ROUNDING)
    return [str(one.period) for one, distance in list(zip(fit[step:], away, strict=True))[-RECENT:] if distance > limit]


def too_far(interval: Interval, points: int) -> Refusal | None:
    """Why this interval must not be shown: too wide, or too far ahead for so few points."""
    if interval.half_width > WIDEST:
        return Refusal("wide", f"the {LEVEL} % interval is wider than half of its centre to either side")
    if interval.horizon * POINTS_PER_HORIZON > points:
        return Refusal("horizon", f"{interval.horizon} periods ahead are too far for {points} figures")
    return None
