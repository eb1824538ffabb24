from bilan.document import Identity
from bilan.errors import HeldError, Problem, UsageError
from bilan.period import Period
from bilan.pipeline.outcome import Outcome
from bilan.pipeline.told import complaint, told_edition, told_months, told_problem

OCTOBER = Identity("kz-kg", Period.parse("2026-10"), "minister", "fr")


def test_errors_and_problems_have_a_form_for_machines() -> None:
    told = complaint(UsageError("x", "is odd", "mend it"))

    assert told == {"error": "UsageError", "where": "x", "message": "is odd", "hint": "mend it", "exit_code": 2}
    assert told_problem(Problem("x", "is odd"))["severity"] == "warning"


def test_what_is_held_tells_every_reason() -> None:
    error = HeldError(str(OCTOBER), (Problem("trade", "fell by half"), Problem("aims", "have no date")))

    told = told_edition(Outcome(OCTOBER, error=error), "")
    assert told["edition"] == "kz-kg/2026-10/minister.fr"
    assert [one["message"] for one in told["problems"]] == ["fell by half", "have no date"]


def test_a_month_that_was_not_issued_is_told_without_numbers() -> None:
    held = told_months([Outcome(OCTOBER, error=HeldError(str(OCTOBER), ())), Outcome(OCTOBER)])

    assert held[0] == {"edition": "kz-kg/2026-10/minister.fr", "number": "", "issue": "", "findings": "", "warnings": "", "state": "held"}
    assert held[1]["state"] == "not issued"
