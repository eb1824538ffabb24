import pytest

from bilan.errors import ArchiveError
from bilan.web.pages import pictures
from bilan.web.pages.pictures import first_page
from bilan.web.site import Site


def test_a_picture_is_drawn_once_and_kept(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = site.editions()[0]
    made = first_page(site, entry)

    assert made.startswith(b"\x89PNG")
    monkeypatch.setattr(site.archive.shelf.__class__, "read", lambda *_: pytest.fail("drawn again"))
    assert first_page(site, entry) == made
    assert pictures.DPI < 60


def test_of_a_damaged_edition_there_is_none(site: Site) -> None:
    entry = site.editions()[0]
    blob = next(path for path in site.project.root.rglob(entry.sha256))
    blob.chmod(0o644)
    blob.write_bytes(b"damaged")

    with pytest.raises(ArchiveError, match="is damaged"):
        first_page(site, entry)
