from bilan.archive.archive import Archive
from bilan.project import Project


def test_every_number_of_the_page_resolves_down_to_rows_and_sources(finished: Project) -> None:
    manifest = Archive(finished.reports).manifest("kz-kg/2026-10/minister.en")
    readings = {one["id"]: one for one in manifest["readings"]}
    observations = {one["digest"]: one for one in manifest["observations"]}
    sources = {one["id"] for one in manifest["sources"]}

    printed = [one for one in manifest["printed"] if one["kind"] == "reading"]
    assert printed
    assert [one["ref"] for one in printed if one["ref"] not in readings] == []
    assert [name for one in readings.values() for name in one["inputs"] if name not in readings and name not in observations] == []
    assert [one["row"] for one in observations.values() if not set(one["sources"]) <= sources] == []


def test_says_what_the_edition_is_and_was_made_from(finished: Project) -> None:
    manifest = Archive(finished.reports).manifest("kz-kg/2026-10/minister.en")

    assert manifest["schema"] == 1
    assert manifest["edition"]["as_of"] == "2026-10-31"
    assert set(manifest["made_from"]) == {
        "program",
        "libraries",
        "previous",
        "variant",
        "data",
        "definitions",
        "partnership",
        "template",
        "brand",
        "fonts",
        "office",
        "key",
    }
    assert [one["action"] for one in manifest["gate"] if one["action"] == "hold"] == []


def test_holds_no_path_and_no_moment(finished: Project) -> None:
    path = finished.reports / "kz-kg" / "2026-10" / "minister.en"

    for suffix in (".manifest.json", ".pdf"):
        content = path.with_name(path.name + suffix).read_bytes()
        assert str(finished.root).encode() not in content
        assert b"/tmp/" not in content
