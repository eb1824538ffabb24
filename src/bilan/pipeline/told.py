"""How is an outcome told to machines? Editions, problems and errors as JSON, the same for command line and API."""

from typing import Any

from bilan.errors import BilanError, HeldError, Problem
from bilan.pipeline.outcome import Outcome

Json = dict[str, Any]


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
