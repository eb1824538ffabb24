from dataclasses import replace
from datetime import date

from bilan.document import Edition, Identity
from bilan.period import Period
from bilan.pipeline.previous import last_issue, predecessor


def edition(month: str, issue: int = 1, audience: str = "minister", language: str = "en") -> Edition:
    identity = Identity("kz-kg", Period.parse(month), audience, language)
    return Edition(identity, 1, issue, date(2026, 1, 1), date(2026, 1, 1), f"{month}/{issue}", "", "", 1, 1)


def before(month: str, issue: int, *known: Edition) -> str | None:
    found = predecessor(known, Identity("kz-kg", Period.parse(month), "minister", "en"), issue)
    return found.key if found else None


def test_the_first_edition_has_none_before_it() -> None:
    assert before("2026-09", 1) is None


def test_it_is_the_last_issue_of_the_last_month_before() -> None:
    assert before("2026-09", 1, edition("2026-07"), edition("2026-08"), edition("2026-08", 2), edition("2026-10")) == "2026-08/2"


def test_a_correction_is_compared_with_the_month_before_and_not_with_what_it_corrects() -> None:
    assert before("2026-09", 2, edition("2026-08"), edition("2026-09")) == "2026-08/1"


def test_a_correction_of_the_very_first_edition_is_compared_with_that() -> None:
    assert before("2026-09", 2, edition("2026-09")) == "2026-09/1"
    assert before("2026-09", 1, edition("2026-09")) is None


def test_other_readers_editions_are_not_taken_for_it() -> None:
    assert before("2026-09", 1, edition("2026-08", audience="analyst"), edition("2026-08", language="fr")) is None


def test_the_last_issue_of_an_edition() -> None:
    known = [edition("2026-09"), edition("2026-09", 2), edition("2026-08", 3)]
    found = last_issue(known, known[0].identity)

    assert found is not None
    assert found.issue == 2
    assert last_issue([], known[0].identity) is None


def test_what_was_withdrawn_is_compared_with_by_nobody() -> None:
    wrong = replace(edition("2026-08", 2), state="withdrawn")
    replaced = replace(edition("2026-08"), state="superseded")

    assert before("2026-09", 1, edition("2026-07"), replaced, wrong) == "2026-07/1"
    assert before("2026-08", 3, replaced, wrong) == "2026-08/1"
