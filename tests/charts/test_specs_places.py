"""Laws of the records of maps."""

from bilan.charts.specs_places import Land, Map, Motif, Place, View


def test_a_land_is_nobodys_and_a_place_a_town_unless_said_otherwise() -> None:
    assert (Land(()).who, Place(1.0, 2.0, "x").kind) == ("context", "town")


def test_maps_can_be_compared_and_kept() -> None:
    view = View((0.0, 0.0, 1.0, 1.0), 10.0)

    assert len({Map((Land(()),), (view,)), Map((Land(()),), (view,)), Motif((), ())}) == 2
