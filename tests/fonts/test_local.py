from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bilan.errors import ConfigError
from bilan.fonts.cut import Face, Fonts, brand_fonts, font_files
from bilan.fonts.local import MOST_BYTES, inside, local_families
from bilan.project import Project

FAMILY = "Office Sans"


def own_font(fonts: Fonts, path: Path, weight: int = 400) -> None:
    """A font of the project's own, made from one there is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with TTFont(fonts.files[Face("IBM Plex Sans", weight)], recalcTimestamp=False) as font:
        for record in font["name"].names:
            if record.nameID in (1, 16):
                record.string = FAMILY
        font.save(path)


def mistakes(folder: Path, *names: str) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as caught:
        local_families(folder, names)
    assert caught.value.where == "templates/brand.toml"
    return caught.value.mistakes


def test_files_of_one_family_are_found_under_its_name_with_their_weights(fonts: Fonts, tmp_path: Path) -> None:
    own_font(fonts, tmp_path / "fonts" / "a.ttf", 400)
    own_font(fonts, tmp_path / "fonts" / "b.ttf", 600)

    found = local_families(tmp_path, ("fonts/a.ttf", "fonts/b.ttf"))

    assert list(found) == [FAMILY]
    assert [(one.weight, one.style) for one in found[FAMILY].files] == [(400, "normal"), (600, "normal")]


def test_a_family_of_the_project_comes_before_an_installed_one(fonts: Fonts, tmp_path: Path) -> None:
    own_font(fonts, tmp_path / "a.ttf")

    made = font_files((FAMILY, "IBM Plex Serif"), tmp_path / "cache", local_families(tmp_path, ("a.ttf",)))

    assert made.files[Face(FAMILY, 600)] == tmp_path / "a.ttf"
    assert not made.fallback


def test_a_replaced_file_is_another_version(fonts: Fonts, tmp_path: Path) -> None:
    own_font(fonts, tmp_path / "a.ttf", 400)
    before = local_families(tmp_path, ("a.ttf",))[FAMILY].version
    own_font(fonts, tmp_path / "a.ttf", 600)

    assert local_families(tmp_path, ("a.ttf",))[FAMILY].version != before


def test_every_file_that_cannot_be_used_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "web.woff2").write_bytes(b"wOF2")
    (tmp_path / "broken.ttf").write_bytes(b"no font at all")
    (tmp_path / "huge.otf").write_bytes(b"\0" * (MOST_BYTES + 1))

    missing, web, broken, huge = mistakes(tmp_path, "missing.ttf", "web.woff2", "broken.ttf", "huge.otf")

    assert missing == "fonts.files: 'missing.ttf' is no file of the templates folder"
    assert "unpack a web font first" in web
    assert "cannot be read as a font" in broken
    assert "has more than 8 MB" in huge


def test_only_what_lies_in_the_folder_itself_is_inside(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "a.ttf").write_bytes(b"")
    (tmp_path / "b.ttf").write_bytes(b"")
    (folder / "link.ttf").symlink_to(tmp_path / "b.ttf")

    assert inside(folder, "a.ttf") == folder.resolve() / "a.ttf"
    assert [inside(folder, name) for name in ("../b.ttf", "link.ttf", str(tmp_path / "b.ttf"), "c.ttf", "")] == [None] * 5


def test_the_fonts_of_a_project_are_those_of_its_brand_file(fonts: Fonts, tmp_path: Path) -> None:
    own_font(fonts, tmp_path / "templates" / "a.ttf")
    (tmp_path / "bilan.toml").write_text('partnerships = ["kz-kg"]\nlanguages = ["en", "ky"]\n')
    (tmp_path / "templates" / "brand.toml").write_text(f'[fonts]\nsans = "{FAMILY}"\nfiles = ["a.ttf"]\n')

    made = brand_fonts(Project(tmp_path), tmp_path / "cache")

    assert made.files[Face(FAMILY, 400)].name == "a.ttf"
    assert made.problems == ()
