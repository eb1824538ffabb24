from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bilan.findings.agreements import in_force, pending
from bilan.findings.facts import Facts
from bilan.model import Reading
from bilan.period import known_from
from bilan.sources.dossier import Dossier, Step, TreatyStep

Known = Callable[..., Facts]
Make = Callable[..., Reading]


def step(treaty: str, which: Step, on: str = "") -> TreatyStep:
    return TreatyStep(f"{treaty}-{which}", treaty, treaty, which, "", on, known_from(on) if on else date.min, (f"source-{treaty}",))


def known(facts: Known, *steps: TreatyStep, readings: tuple[Reading, ...] = ()) -> Facts:
    return replace(facts(*readings), dossier=Dossier(treaties=steps))


def test_treaties_in_force_are_counted_among_those_signed_since_the_first(facts: Known) -> None:
    steps = (
        step("old", Step.SIGNED, "1997-04-08"), step("old", Step.IN_FORCE), step("new", Step.SIGNED, "2024-04-19"),
        step("over", Step.SIGNED, "2003"), step("over", Step.IN_FORCE, "2004"), step("over", Step.ENDED, "2010"),
        step("undated", Step.SIGNED),
    )  # fmt: skip

    (one,) = in_force(known(facts, *steps))
    said = dict(one.args)
    assert (said["count"], said["signed"], str(said["since"])) == (1, 3, "1997")
    assert list(in_force(known(facts))) == []


def test_the_longest_wait_is_told_and_a_treaty_of_this_year_does_not_wait_yet(facts: Known, reading: Make) -> None:
    steps = (step("a", Step.SIGNED, "2017-12-25"), step("b", Step.SIGNED, "2024-04-19"), step("c", Step.SIGNED, "2026-04-19"))
    ages = tuple(reading(f"treaty.age:{name}:2026-10", days, "days") for name, days in (("a", "3232"), ("b", "925"), ("c", "195")))

    (one,) = pending(known(facts, *steps, readings=ages))
    said = dict(one.args)
    assert (said["count"], said["stated"], one.reading_ids) == (2, "2017-12-25", ("treaty.age:a:2026-10",))


def test_a_treaty_in_force_waits_for_nothing(facts: Known, reading: Make) -> None:
    steps = (step("a", Step.SIGNED, "2017-12-25"), step("a", Step.IN_FORCE))

    assert list(pending(known(facts, *steps, readings=(reading("treaty.age:a:2026-10", "3232", "days"),)))) == []
