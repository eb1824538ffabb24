"""How is an outcome told to machines? Editions, problems and errors as JSON, the same for command line and API."""

from collections.abc import Sequence
from typing import Any

from bilan.errors import BilanError, HeldError, Problem
from bilan.pipeline.outcome import Outcome

Json = dict[str, Any]
MONTHS = ("edition", "number", "issue", "findings", "warnings", "state")
"""What is told of each edition of a replay."""


def told_problem(one: Problem) -> Json:
    """A problem as JSON."""
    return {
        "where": one.where, "message": one.message, "hint": one.hint, "severity": one.severity.value, "rule": one.rule,
        "rows": list(one.rows),
    }  # fmt: skip


def complaint(error: BilanError) -> Json:
    """An error as JSON."""
    return {
        "error": type(error).__name__,
        "where": error.where,
        "message": error.message,
        "hint": error.hint,
        "exit_code": int(error.exit_code),
    }


def told_edition(one: Outcome, path: str) -> Json:
    """What became of one edition, as JSON; `path` is where its PDF is, as whoever asks can find it."""
    if one.edition is None:
        reasons = one.error.problems if isinstance(one.error, HeldError) else ()
        problem = complaint(one.error) if one.error else None
        return {"edition": str(one.identity), "problem": problem, "problems": [told_problem(reason) for reason in reasons]}
    edition = one.edition
    return {
        "edition": str(one.identity), "path": path, "number": edition.number, "issue": edition.issue, "pages": edition.pages,
        "findings": edition.findings, "sha256": edition.sha256, "unchanged": edition.reused,
        "problems": [told_problem(problem) for problem in edition.problems],
    }  # fmt: skip


def told_months(outcomes: Sequence[Outcome]) -> list[dict[str, str]]:
    """What became of the editions of a replay, a row each, in the words of `MONTHS`."""
    return [dict(zip(MONTHS, _month(one), strict=True)) for one in outcomes]


def _month(one: Outcome) -> tuple[str, ...]:
    edition = one.edition
    if edition is None:
        return (str(one.identity), "", "", "", "", "held" if one.error else "not issued")
    warnings = sum(problem.severity.value == "warning" for problem in edition.problems)
    told = (edition.number, edition.issue, edition.findings, warnings, "unchanged" if edition.reused else "issued")
    return (str(one.identity), *(str(cell) for cell in told))
