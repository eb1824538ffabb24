from collections.abc import Callable

from bilan.compose.material import Material
from bilan.compose.sections.macro import macro

MakeMaterial = Callable[..., Material]


def test_shows_both_economies_or_says_no_data(material: MakeMaterial, unwritten: MakeMaterial) -> None:
    known, unknown = macro(material("fr")), macro(unwritten("fr"))
    assert known is not None
    assert unknown is not None
    assert ([one.id for one in known.figures], known.notes) == (["macro"], ())
    assert (unknown.figures, unknown.notes) == ((), ("Pas de données",))
