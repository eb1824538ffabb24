"""Laws of cutting font files."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bilan.errors import BilanError
from bilan.fonts import cut
from bilan.fonts.cut import Face, Fonts, cache_folder, digests, font_files

SANS, SERIF = "IBM Plex Sans", "IBM Plex Serif"


def test_gives_a_file_for_every_face_a_page_asks_for(fonts: Fonts) -> None:
    faces = {Face(SANS, weight) for weight in (300, 400, 500, 600)} | {Face(SANS, 400, "italic")}
    faces |= {Face(SERIF, weight) for weight in (400, 500, 600)}

    assert set(fonts.files) == faces
    assert not fonts.fallback
    assert all(path.is_file() for path in fonts.files.values())


def test_each_file_tells_its_family_weight_and_style(fonts: Fonts) -> None:
    for face, path in fonts.files.items():
        with TTFont(path) as font:
            assert font["OS/2"].usWeightClass == face.weight
            assert font["name"].getBestFamilyName() == face.family
            assert bool(font["head"].macStyle & 2) == (face.style == "italic")
            assert "fvar" not in font


def test_cuts_the_same_bytes_in_another_process_and_leaves_only_the_font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import sys; from pathlib import Path; from bilan.fonts import cut; cut.TEXT = ((400, 'normal'),); "
    code += f"cut.font_files(['{SANS}'], Path(sys.argv[1]))"
    environ = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "there")], check=True, env=environ)  # noqa: S603  our own code
    monkeypatch.setattr(cut, "TEXT", ((400, "normal"),))
    here = font_files((SANS,), tmp_path / "here").files[Face(SANS, 400)]
    written = [path for path in tmp_path.rglob("*") if path.is_file()]

    assert sorted(path.name for path in written) == ["IBMPlexSans-400-normal.ttf"] * 2
    assert {path.read_bytes() for path in written} == {here.read_bytes()}


def test_cuts_nothing_twice(fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cut, "_instance", lambda *_: pytest.fail("cut again"))

    assert font_files((SANS, SERIF), cache_folder(os.environ)) == fonts


def test_an_interrupted_cut_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_source: Path, _weight: int, target: Path) -> None:
        target.write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(cut, "_instance", stop)

    with pytest.raises(KeyboardInterrupt):
        font_files((SANS,), tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_two_processes_may_cut_the_same_face_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def race(_source: Path, weight: int, target: Path) -> None:
        other = target.parent / f"IBMPlexSans-{weight}-normal.ttf"
        other.write_bytes(b"whole")
        target.write_bytes(b"whole")

    monkeypatch.setattr(cut, "_instance", race)
    monkeypatch.setattr(cut, "TEXT", ((400, "normal"),))
    files = font_files((SANS,), tmp_path).files

    assert files[Face(SANS, 400)].read_bytes() == b"whole"


def test_an_unwritable_cache_is_told_with_the_way_out(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")

    with pytest.raises(BilanError, match="fonts: the cache folder cannot be written") as caught:
        font_files((SANS,), blocked)
    assert caught.value.hint == "set BILAN_CACHE to a folder that can"


def test_an_absent_family_is_replaced_and_told(tmp_path: Path) -> None:
    other = "name another family in brand.toml"
    fonts = font_files(("Nix Sans", "Nix Serif"), tmp_path)

    assert fonts.fallback
    assert [str(problem) for problem in fonts.problems] == [
        f"fonts: the family 'Nix {cut}' is not installed; DejaVu {cut} stands in (install the package {package}, or {other})"
        for cut, package in (("Sans", "fontpkg-nix-sans"), ("Serif", "fontpkg-nix-serif"))
    ]
    assert fonts.files[Face("Nix Sans", 600)].name == "DejaVuSans-Bold.ttf"


def test_a_static_family_without_italics_or_a_weight_gives_its_nearest_file(tmp_path: Path) -> None:
    files = font_files((SERIF,), tmp_path).files

    assert files[Face(SERIF, 300)].name == "IBMPlexSerif-Light.ttf"
    assert files[Face(SERIF, 400, "italic")].name == "IBMPlexSerif-Italic.ttf"


def test_digests_name_every_face(fonts: Fonts) -> None:
    found = digests(fonts)

    assert len(found) == 8
    assert found["IBM Plex Sans 600 normal"] == hashlib.sha256(fonts.files[Face(SANS, 600)].read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("environ", "folder"),
    [
        ({"BILAN_CACHE": "/a", "XDG_CACHE_HOME": "/b", "HOME": "/c"}, "/a"),
        ({"XDG_CACHE_HOME": "/b", "HOME": "/c"}, "/b/bilan"),
        ({"HOME": "/c"}, "/c/.cache/bilan"),
    ],
)
def test_the_cache_lies_where_the_environment_says(environ: dict[str, str], folder: str) -> None:
    assert cache_folder(environ) == Path(folder)


def test_the_cache_needs_no_home() -> None:
    assert cache_folder({}).name == "bilan"
