from dataclasses import replace

import pytest
from tests.pipeline import small

from bilan.archive.archive import Archive
from bilan.document import Edition
from bilan.period import Period
from bilan.pipeline.fingerprint import inputs
from bilan.pipeline.request import Request, orders
from bilan.pipeline.unchanged import before, unchanged
from bilan.project import Project


def test_finds_what_was_made_of_the_same_files_and_nothing_else(issued: Project) -> None:
    asked = orders(issued, Request(), small.NOW)
    archive = Archive.of(issued)

    assert unchanged(issued, archive, asked, {asked[0].identity: "another hash"}) == {}
    assert unchanged(issued, archive, [], {}) == {}


def test_an_edition_is_compared_with_the_one_its_readers_had_before(issued: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    archive, order = Archive.of(issued), orders(issued, Request(), small.NOW)[0]
    (known,) = archive.records()
    september = replace(known[0], identity=replace(order.identity, period=Period.parse("2026-09")), key="key of September")

    def records(_: Archive, partnership: str | None = None) -> list[tuple[Edition, str]]:
        del partnership
        return [(september, ""), known]

    assert before(archive, order) == ""
    monkeypatch.setattr(Archive, "records", records)
    assert before(archive, order) == "key of September"
    assert inputs(issued, order, "a") != inputs(issued, order, "b")
