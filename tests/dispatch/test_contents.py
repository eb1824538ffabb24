import pytest
from tests.dispatch.conftest import PDF, World

from bilan.archive.archive import Archive
from bilan.dispatch.contents import KEPT, Contents
from bilan.errors import ArchiveError


def test_an_edition_is_read_as_it_was_issued(world: World) -> None:
    content = Contents(Archive.of(world.project)).of(world.issue())

    assert (content.name, content.pdf) == ("kz-kg/2026-10/minister.en", PDF)
    assert set(content.files) == {"data.csv", "manifest.json"}
    assert content.manifest["mail"]["words"]["office"] == ["Bilan"]


@pytest.mark.parametrize("which", ["sha256", "manifest_sha256"])
@pytest.mark.parametrize("harm", ["damaged", "missing"])
def test_a_damaged_edition_is_not_delivered(world: World, which: str, harm: str) -> None:
    edition = world.issue()
    blob = world.project.reports / "blob" / getattr(edition, which)
    if harm == "missing":
        blob.unlink()
    else:
        blob.chmod(0o600)
        blob.write_bytes(b"something else")

    with pytest.raises(ArchiveError, match=rf"is {harm}"):
        Contents(Archive.of(world.project)).of(edition)


def test_what_was_read_is_at_hand_for_the_next_and_not_for_ever(world: World) -> None:
    contents = Contents(Archive.of(world.project))
    editions = [world.issue(period=f"2026-{month:02}") for month in range(1, KEPT + 3)]

    first = contents.of(editions[0])
    assert contents.of(editions[0]) is first
    for one in editions[1:]:
        contents.of(one)
    assert contents.of(editions[-1]) is contents.of(editions[-1])
    assert contents.of(editions[0]) is not first
