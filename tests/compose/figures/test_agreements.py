from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bilan.charts.specs import Timeline
from bilan.compose.figures.agreements import timeline
from bilan.compose.material import Material
from bilan.document import Figure

MakeMaterial = Callable[..., Material]


def drawn(material: Material) -> tuple[Figure, Timeline]:
    figure = timeline(material)
    assert figure is not None
    spec = material.specs["agreements"]
    assert isinstance(spec, Timeline)
    return figure, spec


def test_states_since_when_there_are_milestones_and_the_latest(material: MakeMaterial) -> None:
    assert str(drawn(material("en"))[0].title) == "Milestones since 1997; the latest: Protocol, first reading"
    assert str(drawn(material("fr"))[0].title).replace("\u00a0", " ").replace("\u202f", " ") == (
        "Étapes depuis 1997 ; la dernière : Protocole, première lecture"
    )


def test_names_no_milestone_before_it_was_known(material: MakeMaterial) -> None:
    assert str(drawn(material("en", as_of="2024-05-01"))[0].title) == "Milestones since 2017; the latest: Allied relations deepened"


def test_describes_the_first_and_the_last_milestone_only(material: MakeMaterial) -> None:
    assert str(drawn(material("fr"))[0].alt).replace("\u00a0", " ").replace("\u202f", " ") == (
        "Frise, événements montrés : 8. Le premier : Amitié éternelle (8 avril 1997) ; "
        "le dernier : Protocole, première lecture (25 février 2026)."
    )


def test_tells_recent_events_from_earlier_and_expected_ones(material: MakeMaterial) -> None:
    given = material()
    later = tuple(replace(one, on="2027-03") if one.id == "ev032" else one for one in given.facts.dossier.events)
    _, spec = drawn(replace(given, facts=replace(given.facts, dossier=replace(given.facts.dossier, events=later))))
    assert [one.state for one in spec.events[-2:]] == ["earlier", "expected"]
    assert [one.state for one in drawn(given)[1].events[-2:]] == ["earlier", "recent"]


def test_compresses_what_lies_more_than_three_years_back(material: MakeMaterial) -> None:
    given = material()
    assert drawn(given)[1].expand_from == date(2024, 1, 1)
    young = tuple(one for one in given.facts.dossier.events if one.id in ("ev029", "ev032"))
    recent = replace(given, facts=replace(given.facts, dossier=replace(given.facts.dossier, events=young)))
    assert drawn(recent)[1].expand_from is None


def test_labels_every_fifth_year_and_the_expanded_ones(material: MakeMaterial) -> None:
    assert [one.year for one in drawn(material())[1].years] == [2000, 2005, 2010, 2015, 2020, 2024, 2025, 2026]


def test_has_no_time_line_without_an_event_that_carries_a_label(unwritten: MakeMaterial) -> None:
    assert timeline(unwritten()) is None
