import json
import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bilan.archive.archive import Archive
from bilan.document import Identity
from bilan.errors import UsageError
from bilan.period import Period
from bilan.pipeline.rebuild import aside, consistent, end_of_day, order_of
from bilan.pipeline.request import Order
from bilan.project import Project

Json = dict[str, Any]
ORDER = Order(Identity("kz-kg", Period.parse("2026-10"), "minister", "en"), date(2026, 10, 31), date(2026, 11, 24))
BISHKEK = '[schedule.monthly]\ntimezone = "Asia/Bishkek"\n'


@pytest.fixture
def manifest(finished: Project) -> Json:
    return Archive(finished.reports).manifest("kz-kg/2026-10/minister.en")


def test_number_and_dates_are_those_of_the_manifest(finished: Project, manifest: Json) -> None:
    assert order_of(finished, manifest) == ORDER


@pytest.mark.parametrize(
    ("part", "value", "said"),
    [
        ("audience", "../../etc", "cannot make"),
        ("audience", "minster", "cannot make"),
        ("partnership", "kz-uz", "is not in bilan.toml"),
        ("period", "October", "is not one of an edition"),
        ("as_of", "31 October", "is not one of an edition"),
        ("key", "7f3a", "cannot make"),
        ("key", 7, "is not one of an edition"),
        ("number", 0, "cannot make"),
        ("issue", "two", "is not one of an edition"),
    ],
)
def test_a_manifest_of_something_else_is_refused(finished: Project, manifest: Json, part: str, value: object, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        order_of(finished, manifest | {"edition": manifest["edition"] | {part: value}})


def test_a_manifest_that_is_none_is_refused(finished: Project) -> None:
    with pytest.raises(UsageError, match="is not one of an edition"):
        order_of(finished, {"schema": 1})


def test_the_key_of_an_edition_can_be_reckoned_again_from_its_manifest(manifest: Json) -> None:
    assert consistent(manifest)
    assert not consistent(manifest | {"edition": manifest["edition"] | {"issue": 2}})
    assert not consistent(manifest | {"edition": manifest["edition"] | {"as_of": "2026-10-30"}})
    assert not consistent(manifest | {"made_from": manifest["made_from"] | {"data": "0" * 64}})


@pytest.mark.parametrize(("settings", "end"), [("", "2026-11-25T00:00"), (BISHKEK, "2026-11-24T18:00")])
def test_a_day_ends_where_the_schedule_runs(finished: Project, tmp_path: Path, settings: str, end: str) -> None:
    (tmp_path / "bilan.toml").write_text((finished.root / "bilan.toml").read_text(encoding="utf-8") + settings, encoding="utf-8")

    assert end_of_day(Project(tmp_path), date(2026, 11, 24)) == datetime.fromisoformat(end).replace(tzinfo=UTC)


def test_what_is_written_aside_never_reaches_the_project(issued: Project) -> None:
    kept = {path: path.read_bytes() for path in issued.root.rglob("*") if path.is_file()}

    with aside(issued, ORDER) as place:
        assert place.config == issued.config
        assert place.folder("kz-kg").is_dir()
        assert [path.name for path in (place.store / "kz-kg").glob("*.parquet")]
        for path in (place.store / "kz-kg").iterdir():
            path.unlink()
        (place.store / "more").mkdir()
        (place.machine / "fresh.json").parent.mkdir(exist_ok=True)
        (place.machine / "fresh.json").write_text("{}", encoding="utf-8")
        assert not place.reports.exists()
        root = place.root

    assert not root.exists()
    assert {path: path.read_bytes() for path in issued.root.rglob("*") if path.is_file()} == kept


def test_templates_are_those_of_the_project(issued: Project) -> None:
    with aside(issued, ORDER) as place:
        assert place.audiences() == issued.audiences()
        assert place.template_roots[0].resolve() == issued.root / "templates"


def test_a_source_is_known_as_it_was_on_the_day_of_issue(issued: Project) -> None:
    folder = issued.root / "data" / "raw" / "wb"
    folder.mkdir(parents=True)
    lines = [{"kind": "set", "at": f"2026-11-{day}T12:00:00+00:00"} for day in (20, 24, 25)]
    (folder / "index.jsonl").write_text("".join(json.dumps(one) + "\n" for one in lines) + '{"kind": "cut sho', encoding="utf-8")

    with aside(issued, ORDER) as place:
        kept = (place.root / "data" / "raw" / "wb" / "index.jsonl").read_text(encoding="utf-8")

    assert [json.loads(line)["at"][8:10] for line in kept.splitlines()] == ["20", "24"]


def test_files_written_once_are_not_copied(issued: Project) -> None:
    (mine,) = (issued.store / "kz-kg").glob("*.parquet")

    with aside(issued, ORDER) as place:
        theirs = place.store / "kz-kg" / mine.name
        same_disk = os.stat(place.root).st_dev == os.stat(issued.root).st_dev  # noqa: PTH116  the device
        assert theirs.samefile(mine) is same_disk
        assert theirs.read_bytes() == mine.read_bytes()
