"""How old is the evidence of a promise, how far has its date moved, and how long has a treaty waited?"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from bilan.indicators.context import Context
from bilan.indicators.definition import indicator
from bilan.model import Reading
from bilan.period import Period, known_from
from bilan.sources.dossier import ProjectFact, TreatyStep
from bilan.sources.projects import by_project, due, last_evidence, slip
from bilan.sources.treaties import treaty_states


@indicator(
    "promise.evidence_age",
    question="How many days ago did anybody give dated evidence of a project?",
    unit="days",
    formula="as-of date - day of the last evidence",
    source="Bilan's own; a project is called silent beyond the days its partnership sets",
)
def evidence_age(context: Context) -> Iterator[Reading]:
    """Days since the last evidence, one reading a project; the subject is the project's id."""
    for project, facts in by_project(context.dossier.projects).items():
        last = last_evidence(facts)
        formula = f"{context.as_of} - {last.on} ({last.id})"
        yield _days("promise.evidence_age", project, (context.as_of - last.on).days, formula, context.as_of, (last,))


@indicator(
    "promise.overdue",
    question="How many days ago did a promised date pass without word that the promise was kept?",
    unit="days",
    formula="as-of date - earliest promised date still to be kept",
    source="Bilan's own; a date known to the month or the year is due on its last day",
)
def overdue(context: Context) -> Iterator[Reading]:
    """Days past the date, negative while it is ahead; a project that promised no date, or kept it, has no reading."""
    for project, facts in by_project(context.dossier.projects).items():
        promised = due(facts)
        if promised is not None:
            day = known_from(promised.value)
            formula = f"{context.as_of} - {day} ({promised.id})"
            yield _days("promise.overdue", project, (context.as_of - day).days, formula, context.as_of, (promised,))


@indicator(
    "promise.slip",
    question="By how many days was the promised date of a project moved back?",
    unit="days",
    formula="date promised last - date promised first",
    source="Bilan's own; only a date that lies wholly after the one promised first is a slip",
)
def slips(context: Context) -> Iterator[Reading]:
    """Days between the first and the last promised date; a project whose date was never moved back has no reading."""
    for project, facts in by_project(context.dossier.projects).items():
        moved = slip(facts)
        if moved is not None:
            first, last = moved.first, moved.last
            formula = f"{known_from(last.value)} - {known_from(first.value)} ({last.id}, {first.id})"
            yield _days("promise.slip", project, moved.days, formula, context.as_of, (first, last))


@indicator(
    "treaty.age",
    question="How many days ago was a treaty signed that is not known to be in force?",
    unit="days",
    formula="as-of date - day of signature",
    source="Bilan's own; only treaties without evidence of entry into force",
)
def treaty_age(context: Context) -> Iterator[Reading]:
    """Days since signature, one reading a pending treaty; the subject is the treaty's id."""
    for one in treaty_states(context.dossier.treaties):
        age = one.age_days(context.as_of)
        if one.pending and one.signed is not None and age is not None:
            formula = f"{context.as_of} - {known_from(one.signed.on)} ({one.signed.id})"
            yield _days("treaty.age", one.id, age, formula, context.as_of, (one.signed,))


def _days(name: str, subject: str, days: int, formula: str, as_of: date, rests_on: Sequence[ProjectFact | TreatyStep]) -> Reading:
    period = Period.month_of(as_of)
    return Reading(
        id=f"{name}:{subject}:{period}",
        indicator=name,
        period=period,
        as_of=as_of,
        unit="days",
        value=Decimal(days),
        formula=formula,
        source_ids=tuple(sorted({source for one in rests_on for source in one.source_ids})),
        published_on=max(one.known_on for one in rests_on),
    )
