from bilan.store.done import Compaction


def test_adds_what_two_compactions_did() -> None:
    assert Compaction(3, 1, 10) + Compaction(2, 2, 5) == Compaction(5, 3, 15)
