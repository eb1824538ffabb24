from bilan.render.engine import embedding
from bilan.render.faces import faces, our_subset
from bilan.render.job import FontFiles


def test_faces_go_by_number_so_that_no_path_of_this_machine_shows(fonts: FontFiles) -> None:
    declared = faces(fonts)

    assert all(str(path.parent) not in declared.css for path in fonts.values())
    assert len(declared.files) == len(fonts) == declared.css.count("@font-face")
    assert 'font-family:"IBM Plex Serif";font-weight:600;font-style:normal;src:url(fonts/' in declared.css


def test_the_subsetter_of_weasyprint_is_given_back() -> None:
    before = embedding.Font.subset
    with our_subset():
        assert embedding.Font.subset is not before

    assert embedding.Font.subset is before


def test_a_font_of_which_nothing_is_used_stays_as_it_is() -> None:
    class Unused:
        file_content = b"font"

    with our_subset():
        embedding.Font.subset(Unused(), {}, hinting=False)

    assert Unused.file_content == b"font"
