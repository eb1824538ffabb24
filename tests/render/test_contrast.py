import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.config.models import BrandConfig, ColourConfig, PartnerColours, PartnersColours
from bilan.render.contrast import contrast, faults, lightness

colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")


def told(**colour: object) -> list[str]:
    return [said for _, said in faults(BrandConfig(colour=ColourConfig(**colour)))]  # type: ignore[arg-type]


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#14212B", "#FFFFFF") == pytest.approx(16.4, abs=0.05)


@given(colours, colours)
def test_contrast_does_not_ask_which_of_the_two_is_the_ground(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0001


def test_lightness_runs_from_black_to_white() -> None:
    assert lightness("#000000") == pytest.approx(0)
    assert lightness("#FFFFFF") == pytest.approx(100)
    assert lightness("#010101") < lightness("#0B4F75") < lightness("#D96C2B")


def test_the_brand_that_ships_can_be_read() -> None:
    assert faults(BrandConfig()) == []


def test_faint_text_is_told_with_both_colours_and_the_contrast() -> None:
    assert told(ink_3="#999999") == ["colour.ink-3 #999999 on paper #FFFFFF has contrast 2.84:1, needs 4.5:1"]


def test_a_contrast_just_too_low_is_not_rounded_up_to_the_one_it_needs() -> None:
    assert told(ink_3="#777777") == ["colour.ink-3 #777777 on paper #FFFFFF has contrast 4.47:1, needs 4.5:1"]


def test_faint_marks_and_a_light_band_are_told() -> None:
    assert told(joint="#AAAAAA") == ["colour.joint #AAAAAA on paper #FFFFFF has contrast 2.32:1, needs 3:1"]
    assert "white #FFFFFF on colour.band #88AACC" in told(band="#88AACC")[0]


def test_a_band_that_is_not_printed_is_not_looked_at() -> None:
    assert faults(BrandConfig(cover="line", colour=ColourConfig(band="#FFFFFF"))) == []


def test_partners_of_one_grey_are_told() -> None:
    a = PartnerColours(mark="#0B4F75", text="#0B4F75", tint="#D3E2EB")
    b = PartnerColours(mark="#7B2D2D", text="#7B2D2D", tint="#F7E1D3")

    (said,) = told(partner=PartnersColours(a=a, b=b))

    assert (
        said == "colour.partner.a.mark #0B4F75 and colour.partner.b.mark #7B2D2D are 2 points of lightness apart, need 20 to differ in grey"
    )
