from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bilan.config.models import BrandConfig
from bilan.render.contrast import APART, MARK, TEXT, contrast, lightness
from bilan.render.night import MARKS, TEXTS, day, named, night

COLOUR: dict[str, Any] = BrandConfig().colour.model_dump()
HEX = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


def changed(ink: str, first: str, second: str, late: str) -> dict[str, Any]:
    partner = {
        "a": {**COLOUR["partner"]["a"], "mark": first, "text": first},
        "b": {**COLOUR["partner"]["b"], "mark": second, "text": second},
    }
    return COLOUR | {"ink": ink, "partner": partner, "status": COLOUR["status"] | {"late": late}}


def test_every_colour_has_a_flat_name() -> None:
    assert day(COLOUR)["ink-2"] == "#4A5763"
    assert day(COLOUR)["partner-b-mark"] == "#D96C2B"
    assert day(COLOUR)["status-on-track"] == "#1F6F5F"
    assert list(night(COLOUR)) == list(day(COLOUR))


def test_of_several_names_of_one_colour_the_first_is_taken() -> None:
    assert named(COLOUR)["#14212b"] == "ink"
    assert named(COLOUR)["#0b4f75"] == "partner-a-mark"
    assert named(COLOUR, TEXTS)["#0b4f75"] == "partner-a-text"


def test_the_band_of_the_cover_stays_as_it_is() -> None:
    assert {name: night(COLOUR)[name] for name in ("band", "band-soft")} == {"band": "#0E2F44", "band-soft": "#B9CBD6"}


def test_what_is_quieter_by_day_is_quieter_by_night() -> None:
    dark = night(COLOUR)
    far = [contrast(dark[name], dark["paper"]) for name in ("ink", "ink-2", "ink-3", "grid")]

    assert far == sorted(far, reverse=True)


@given(HEX, HEX, HEX, HEX)
def test_whatever_the_brand_text_and_marks_can_be_read_in_the_dark_and_the_partners_told_apart(
    ink: str, first: str, second: str, late: str
) -> None:
    dark = night(changed(ink, first, second, late))

    for ground in ("paper", "panel"):
        assert [name for name in TEXTS if contrast(dark[name], dark[ground]) < TEXT] == []
        assert [name for name in MARKS if contrast(dark[name], dark[ground]) < MARK] == []
    assert abs(lightness(dark["partner-a-mark"]) - lightness(dark["partner-b-mark"])) >= APART or "#FFFFFF" in dark.values()
