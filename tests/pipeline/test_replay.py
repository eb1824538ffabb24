from collections.abc import Callable

import pytest

from bilan.archive.archive import Archive
from bilan.errors import UsageError
from bilan.period import Period
from bilan.pipeline.build import Session
from bilan.pipeline.outcome import Outcome
from bilan.pipeline.replay import months, replay
from bilan.pipeline.request import Request
from bilan.project import Project

MakeSession = Callable[[Project], Session]


def span(first: str, last: str) -> list[Period]:
    return months(Period.parse(first), Period.parse(last))


def run(session: Session, first: str, last: str) -> tuple[list[Outcome], list[str]]:
    stepped: list[str] = []
    outcomes = list(replay(session, Request(), span(first, last), lambda period, _: stepped.append(str(period))))
    return outcomes, stepped


def test_each_month_is_issued_in_turn_and_compared_with_the_one_before(fresh: Project, session: MakeSession) -> None:
    outcomes, stepped = run(session(fresh), "2025-04", "2025-05")

    assert [one.edition.number for one in outcomes if one.edition] == [1, 2]
    assert stepped == ["2025-04", "2025-05"]
    first, second = (Archive(fresh.reports).manifest(f"kz-kg/2025-{month}/minister.en") for month in ("04", "05"))
    assert (first["edition"]["as_of"], second["edition"]["as_of"]) == ("2025-04-30", "2025-05-31")
    assert second["made_from"]["previous"] == first["edition"]["key"]
    assert "trade.total:KAZ:2024" not in first["state"]["readings"]
    assert second["state"]["readings"]["trade.total:KAZ:2024"]["value"] == "1700000000"


def test_what_is_out_is_found_and_not_made_again(fresh: Project, session: MakeSession) -> None:
    run(session(fresh), "2025-04", "2025-04")
    outcomes, _ = run(session(fresh), "2025-04", "2025-05")

    assert [one.edition.reused for one in outcomes if one.edition] == [True, False]
    assert len(list(fresh.reports.glob("kz-kg/2*/*.pdf"))) == 2


def test_an_edition_whose_month_before_came_later_is_issued_anew(fresh: Project, session: MakeSession) -> None:
    run(session(fresh), "2025-05", "2025-05")
    outcomes, _ = run(session(fresh), "2025-04", "2025-05")

    assert [(one.edition.issue, one.edition.reused) for one in outcomes if one.edition] == [(1, False), (2, False)]


def test_an_edition_made_long_after_its_month_says_so(fresh: Project, session: MakeSession) -> None:
    run(session(fresh), "2025-04", "2025-04")
    manifest = Archive(fresh.reports).manifest("kz-kg/2025-04/minister.en")

    assert any(one["kind"] == "date" and one["ref"] == "2025-04-30" for one in manifest["printed"])


def test_a_month_the_gate_does_not_let_pass_is_held_and_the_next_compares_with_the_last_one_out(
    fresh: Project, session: MakeSession
) -> None:
    outcomes, _ = run(session(fresh), "2025-02", "2025-03")
    held, issued = outcomes

    assert held.edition is None
    assert "0.01072" in str(held.error)
    assert issued.edition is not None
    assert Archive(fresh.reports).manifest("kz-kg/2025-03/minister.en")["made_from"]["previous"] == ""


def test_a_month_that_is_not_over_is_refused(fresh: Project, session: MakeSession) -> None:
    with pytest.raises(UsageError, match="2026-11 is not over yet"):
        run(session(fresh), "2026-10", "2026-12")


@pytest.mark.parametrize(("first", "last", "said"), [("2025-05", "2025-04", "lies after"), ("2025", "2025-04", "month to month")])
def test_a_span_must_run_forwards_by_months(first: str, last: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        span(first, last)


def test_a_span_holds_every_month() -> None:
    assert [str(one) for one in span("2024-11", "2025-02")] == ["2024-11", "2024-12", "2025-01", "2025-02"]
