"""Laws of finding a family's files."""

from bilan.fonts.package import installed, package_of, stand_in


def test_finds_the_variable_files_of_the_text_family_in_its_package() -> None:
    family = installed("IBM Plex Sans")

    assert family is not None
    assert family.name == "IBM Plex Sans"
    assert {(one.style, one.weight) for one in family.files} == {("normal", None), ("italic", None)}
    assert all(one.path.is_file() for one in family.files)


def test_knows_no_family_without_a_package() -> None:
    assert installed("No Such Family") is None


def test_names_the_package_to_install() -> None:
    assert package_of("IBM Plex Serif") == "fontpkg-ibm-plex-serif"


def test_every_stand_in_exists() -> None:
    names = {
        stand_in(weight, style, serif=serif).name for weight in (300, 600) for style in ("normal", "italic") for serif in (True, False)
    }

    assert all(stand_in(600, style, serif=serif).is_file() for style in ("normal", "italic") for serif in (True, False))
    assert names >= {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSerif.ttf", "DejaVuSans-Oblique.ttf", "DejaVuSerif-BoldItalic.ttf"}
