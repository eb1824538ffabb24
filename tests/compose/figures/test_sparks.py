from collections.abc import Callable

from bilan.charts.specs import Sparkline
from bilan.compose.figures.sparks import spark
from bilan.compose.material import Material

MakeMaterial = Callable[..., Material]


def test_shows_a_reporter_s_years_in_its_colour_and_tells_the_last(material: MakeMaterial) -> None:
    given = material("fr")
    figure = spark(given, "spark.KGZ", given.facts.readings.series("trade.total", "KGZ"), "KGZ")
    assert str(figure.alt).replace("\u00a0", " ") == "Petit graphique : 1,34 Md $ en 2024."
    spec = given.specs["spark.KGZ"]
    assert isinstance(spec, Sparkline)
    assert (spec.track.who, spec.form, spec.track.points[-1].year) == ("b", "bars", 2024)
