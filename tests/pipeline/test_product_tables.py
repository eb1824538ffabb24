"""Trade by product: taken in beside the tables, computed, marked where it is synthetic, and traced to its slice."""

import runpy
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bilan.archive.archive import Archive
from bilan.audit.paper import page_texts
from bilan.pipeline.build import Session, build
from bilan.pipeline.knowledge import learn
from bilan.pipeline.request import Request
from bilan.pipeline.trace import trace
from bilan.project import Project

MakeSession = Callable[[Project], Session]
NOW = datetime(2026, 11, 24, tzinfo=UTC)
AS_OF = date(2026, 10, 31)


@pytest.fixture
def synthetic(fresh: Project, checkout: Path) -> Project:
    """A project with a synthetic table of two years."""
    made: dict[str, Any] = runpy.run_path(str(checkout / "tools" / "synthetic.py"))
    folder = fresh.root / "data" / "kz-kg"
    made["main"]([str(folder), "--vintages", "1", "--until", "2016-12", "--format", "parquet"])
    return fresh


def test_indicators_by_product_have_values_and_name_their_slices(synthetic: Project) -> None:
    known = learn(synthetic, "kz-kg", AS_OF, NOW)
    hhi = known.facts.readings.get("product.hhi:KGZ/export:2016")

    assert hhi is not None
    assert hhi.value is not None
    assert 0 < hhi.value < 1
    assert hhi.source_ids == ("synthetic",)
    assert known.slices[hhi.inputs[0]]["rows"] > 0


def test_without_a_table_they_say_what_is_missing(fresh: Project) -> None:
    known = learn(fresh, "kz-kg", AS_OF, NOW)
    told = [one for one in known.facts.readings if one.indicator == "product.hhi"]

    assert [one.value for one in told] == [None, None]
    assert {problem.rule for one in told for problem in one.problems} == {"missing-products"}
    assert known.slices == {}


def test_the_version_of_the_data_covers_the_product_table(synthetic: Project, checkout: Path) -> None:
    before = learn(synthetic, "kz-kg", AS_OF, NOW).version
    made: dict[str, Any] = runpy.run_path(str(checkout / "tools" / "synthetic.py"))
    made["main"]([str(synthetic.root / "data" / "kz-kg"), "--vintages", "1", "--until", "2017-01", "--format", "parquet"])

    assert learn(synthetic, "kz-kg", AS_OF, NOW).version != before


def test_an_edition_on_synthetic_data_says_so_on_every_page_and_can_be_traced(synthetic: Project, session: MakeSession) -> None:
    (outcome,) = build(session(synthetic), Request(audiences=("analyst",)))
    assert outcome.edition is not None, outcome.error
    manifest = Archive(synthetic.reports).manifest("kz-kg/2026-10/analyst.en")
    (found,) = trace(manifest, "product.hhi:KGZ/export:2016")[:1]

    pages = page_texts((synthetic.reports / outcome.edition.path).read_bytes())
    assert all("Synthetic data" in page for page in pages)
    (slice_,) = (one for one in found.inputs if isinstance(one, dict))
    assert slice_["id"].startswith("products/KGZ/KAZ/export/2016#")
    assert [one["id"] for one in slice_["citations"]] == ["synthetic"]
