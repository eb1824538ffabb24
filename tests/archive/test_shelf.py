from bilan.archive.shelf import Projection


def test_a_projection_may_be_empty() -> None:
    assert Projection() == Projection({}, {})
