from bilan.archive.archive import Archive
from bilan.pipeline.outcome import edition_of
from bilan.project import Project


def test_an_edition_is_what_its_manifest_describes(finished: Project) -> None:
    manifest = Archive(finished.reports).manifest("kz-kg/2026-10/minister.en")

    edition = edition_of(manifest, "kz-kg/2026-10/minister.en.pdf", reused=True)

    assert str(edition.identity) == "kz-kg/2026-10/minister.en"
    assert (edition.number, edition.issue, edition.pages, edition.reused) == (1, 1, 1, True)
    assert edition.sha256 == manifest["pdf"]["sha256"]
    assert len(edition.problems) == len(manifest["problems"])
