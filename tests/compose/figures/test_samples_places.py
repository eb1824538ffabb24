from collections.abc import Callable
from datetime import date

from bilan.compose.figures.samples import Sampler
from bilan.compose.figures.samples_places import samples
from bilan.compose.material import Material

KINDS = ["map", "motif"]


def test_shows_its_kinds_in_order(material: Callable[..., Material]) -> None:
    shown = [one.kind for one in samples(Sampler(material().printer, ("KAZ", "KGZ"), date(2026, 11, 25)))]
    assert list(dict.fromkeys(shown)) == KINDS


def test_the_same_day_gives_the_same_samples(material: Callable[..., Material]) -> None:
    once, again = (list(samples(Sampler(material().printer, ("KAZ", "KGZ"), date(2026, 11, 25)))) for _ in range(2))
    assert once == again
