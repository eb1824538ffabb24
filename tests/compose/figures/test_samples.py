from collections.abc import Callable
from datetime import date

import pytest

from bilan.charts.registry import load
from bilan.compose.figures.samples import FORMS, Sample, Sampler, samples
from bilan.compose.material import Material

MakeMaterial = Callable[..., Material]
DAY = date(2026, 11, 25)
CODES = ("KAZ", "KGZ")


@pytest.fixture(params=["en", "fr"])
def shown(request: pytest.FixtureRequest, material: MakeMaterial) -> list[Sample]:
    return list(samples(material(request.param).printer, CODES, DAY))


def test_shows_every_kind_of_chart(shown: list[Sample]) -> None:
    assert {one.spec.kind for one in shown} == set(load().names())


def test_shows_each_kind_with_usual_worst_and_missing_data(shown: list[Sample]) -> None:
    cases: dict[str, set[str]] = {}
    for one in shown:
        cases.setdefault(one.kind, set()).add(one.case)
    assert {kind for kind, found in cases.items() if found != {"usual", "worst", "missing"}} == {"forms", "motif"}


def test_every_figure_has_title_subtitle_and_alternative_text(shown: list[Sample]) -> None:
    assert all(str(one.title) and str(one.subtitle) and str(one.alt) for one in shown)
    assert max(len(str(one.alt)) for one in shown) <= 300


def test_all_of_it_is_invented_and_says_so(material: MakeMaterial) -> None:
    made = Sampler(material().printer, CODES, DAY).reading("1.5", 2025)
    assert made.source_ids == ("synthetic",)
    assert all(str(one.subtitle).startswith("Invented") for one in samples(material("en").printer, CODES, DAY))


def test_values_may_be_as_firm_as_any(material: MakeMaterial) -> None:
    made = Sampler(material().printer, CODES, DAY)
    track = made.track(made.series({2022: "1", 2023: "2", 2024: "3", 2025: "4"}, dict(zip((2023, 2024, 2025), FORMS, strict=True))), "a")
    assert [one.form for one in track.points] == ["firm", *FORMS]
