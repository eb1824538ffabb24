from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bilan.cli.app import run
from bilan.pipeline.knowledge import Knowledge, learn
from bilan.project import Project
from bilan.web.preview_samples import LARGE, ROWS, SAMPLES, sampled


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder = tmp_path_factory.mktemp("known") / "project"
    assert run(["init", str(folder)]) == 0
    return learn(Project(folder), "kz-kg", date(2026, 10, 31), datetime(2026, 11, 25, tzinfo=UTC))


def test_the_real_data_are_left_alone(known: Knowledge) -> None:
    assert SAMPLES[0] == "real"
    assert sampled(known, "real") is known


def test_the_worst_has_long_names_gaps_zeros_falls_forty_projects_and_no_events(known: Knowledge) -> None:
    facts = sampled(known, "worst").facts
    values = [one.value for one in facts.readings]

    assert facts.partnership.country[0].name["fr"] == "Papouasie-Nouvelle-Guinée"
    assert facts.countries == ("KAZ", "KGZ")
    assert None in values
    assert 0 in values
    assert {
        one.value <= 0 for one in facts.readings if one.unit == "percent" and one.value is not None and not one.id.startswith("target")
    } == {True}
    assert len(facts.projects()) == ROWS
    assert facts.dossier.events == ()
    assert LARGE > 100


def test_the_worst_is_the_same_each_time(known: Knowledge) -> None:
    assert list(sampled(known, "worst").facts.readings) == list(sampled(known, "worst").facts.readings)
    assert sampled(known, "worst").findings == sampled(known, "worst").findings


def test_without_projects_there_are_none_to_multiply(known: Knowledge) -> None:
    none = replace(known, facts=replace(known.facts, dossier=replace(known.facts.dossier, projects=())))

    assert sampled(none, "worst").facts.dossier.projects == ()


def test_the_empty_one_has_names_only(known: Knowledge) -> None:
    empty = sampled(known, "empty")

    assert list(empty.facts.readings) == []
    assert (empty.findings, dict(empty.observations), empty.facts.dossier.projects) == ((), {}, ())
    assert empty.facts.partnership == known.facts.partnership


def test_a_partnership_of_names_only_stands_every_sample(tmp_path: Path) -> None:
    assert run(["init", str(tmp_path / "names"), "--pair", "DEU-FRA"]) == 0
    names = learn(Project(tmp_path / "names"), "de-fr", date(2026, 10, 31), datetime(2026, 11, 25, tzinfo=UTC))

    assert [len(sampled(names, sample).facts.projects()) for sample in SAMPLES] == [0, 0, 0]
