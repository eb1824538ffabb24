from dataclasses import replace
from pathlib import Path

from bilan.archive.entry import Entry
from bilan.archive.furniture import Furniture, furnished, furniture
from bilan.project import Project


def test_a_project_lends_its_words_and_names_to_its_archive(checkout: Path, lived: list[Entry]) -> None:
    around = furniture(Project(checkout), lived)

    assert around.languages[:2] == Project(checkout).config.languages[:2]
    assert set(around.languages) == {"fr", "en", "ru", "kk", "ky"}
    assert around.title("kz-kg", "fr") == "Kazakhstan – Kirghizstan"
    assert around.audience("press", "en") == "Press edition"


def test_what_is_no_longer_described_stands_by_its_own_name(checkout: Path, lived: list[Entry]) -> None:
    around = furniture(Project(checkout), [replace(one, partnership="fr-de", audience="gone") for one in lived])

    assert (around.title("fr-de", "fr"), around.audience("gone", "fr")) == ("fr-de", "gone")


def test_a_brand_file_that_cannot_be_used_does_not_keep_a_withdrawal_from_being_shown(
    tmp_path: Path, lived: list[Entry], furniture: Furniture
) -> None:  # fmt: skip
    (tmp_path / "bilan.toml").write_text('partnerships = ["kz-kg"]')
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "brand.toml").write_text("colour = 3")

    made = furnished(Project(tmp_path), lived, "urn:uuid:5b0f0a3e-7f0a-5b6e-9d1f-3f1f6f0b7a11", "stamp")

    assert list(made)[-1] == "index.html"
    assert "#0E2F44" in made["index.html"].decode()
    assert furniture.brand.colour.band == "#0E2F44"
