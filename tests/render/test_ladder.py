from dataclasses import dataclass, replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bilan.document import Briefing, Figure, Identity, Item, Section, Text
from bilan.period import Period
from bilan.render.ladder import Rung, lower_heights, rungs

NOTHING = Text()


@dataclass(frozen=True, slots=True)
class Weighed(Item):
    weight: int = 0


def figure(name: str, height: float) -> Figure:
    return Figure(name, "bars", f"<svg>{height:g}</svg>", 174, height, NOTHING, NOTHING, NOTHING, NOTHING, ())


def briefing(*sections: Section) -> Briefing:
    identity = Identity("kz-kg", Period.parse("2026-10"), "minister", "en")
    return Briefing(identity, 1, 1, date(2026, 10, 31), date(2026, 11, 25), "k", "t", "English", sections=sections)


def items(*names: str) -> tuple[Item, ...]:
    return tuple(Item(name, "A sentence.") for name in names)


def steps(found: list[Rung]) -> list[str]:
    return [one.step for one in found]


def test_the_steps_come_in_the_order_of_what_a_reader_misses_least() -> None:
    glance = Section("glance", "G", figures=(figure("trade.total", 50),), items=items("One.", "Two.", "Three."))
    given_up = rungs(
        briefing(glance, Section("changes", "C", items=items("a", "b", "c")), Section("projects", "P", items=items("p"))),
        {"motif": figure("motif", 30), "trade.total@44": figure("trade.total", 44), "trade.total@46": figure("trade.total", 46)},
    )

    assert steps(given_up) == [
        "gaps 5 mm", "figure trade.total 46 mm high", "figure trade.total 44 mm high", "finding left out: glance: Three.",
        "changes: 2 told", "no notes on projects",
    ]  # fmt: skip
    last = given_up[-1].briefing
    assert [one.height_mm for one in last.sections[0].figures] == [44]
    assert [one.id for one in last.sections[0].figures] == ["trade.total"]
    assert [str(one.lead) for one in last.sections[1].items] == ["a", "b"]
    assert last.sections[2].items[0].body == ""


def test_a_step_that_would_change_nothing_is_no_step() -> None:
    assert steps(rungs(briefing(Section("trade", "T")), {})) == ["gaps 5 mm"]


def test_of_findings_that_weigh_the_same_the_last_of_the_last_section_goes_first() -> None:
    drawn = (figure("f", 60),)
    found = rungs(
        briefing(Section("trade", "T", figures=drawn, items=items("t1", "t2")), Section("targets", "A", figures=drawn, items=items("a1"))),
        {},
    )

    assert steps(found)[1:] == ["finding left out: targets: a1", "finding left out: trade: t2", "finding left out: trade: t1"]


def test_the_lightest_finding_goes_first_where_weights_are_known() -> None:
    drawn = (figure("f", 60),)
    trade = Section("trade", "T", figures=drawn, items=(Weighed("heavy", weight=80), Weighed("light", weight=10)))
    risks = Section("risks", "R", items=(Weighed("first", weight=90), Weighed("second", weight=40)))

    assert [one.rpartition(" ")[2] for one in steps(rungs(briefing(trade, risks), {}))[1:]] == ["light", "second", "heavy"]


def test_a_section_of_findings_alone_keeps_one_and_page_one_keeps_two() -> None:
    last = rungs(briefing(Section("glance", "G", items=items(*"abcd")), Section("risks", "R", items=items(*"xyz"))), {})[-1].briefing

    assert [len(one.items) for one in last.sections] == [2, 1]


@given(
    st.lists(st.tuples(st.sampled_from(["glance", "trade", "risks", "notes", "projects"]), st.integers(0, 5)), unique_by=lambda one: one[0])
)
def test_every_step_leaves_less_and_no_sentence_is_cut(plan: list[tuple[str, int]]) -> None:
    start = briefing(*(Section(name, name, items=items(*map(str, range(count)))) for name, count in plan))
    texts = {str(item.body) for section in start.sections for item in section.items}

    before = sum(len(section.items) for section in start.sections)
    for one in rungs(start, {})[1:]:
        left = sum(len(section.items) for section in one.briefing.sections)
        assert left <= before
        assert {str(item.body) for section in one.briefing.sections for item in section.items} <= texts | {""}
        before = left


def test_only_large_figures_are_drawn_lower() -> None:
    assert lower_heights(62.0) == (54.0, 46.0)
    assert lower_heights(38.0) == ()


def test_a_figure_elsewhere_is_left_as_it_is() -> None:
    trade = Section("trade", "T", figures=(figure("trade.total", 62),))

    assert steps(rungs(briefing(trade), {"trade.total@46": figure("trade.total", 46)})) == ["gaps 5 mm"]
    assert steps(rungs(briefing(replace(trade, id="glance")), {"trade.total@46": figure("trade.total", 46)}))[1:] == [
        "figure trade.total 46 mm high"
    ]
