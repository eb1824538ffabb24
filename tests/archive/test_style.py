import re

from bilan.archive.style import style
from bilan.config.models import BrandConfig, ColourConfig, FontConfig


def test_the_brand_colours_the_page_and_nothing_is_left_to_fill_in() -> None:
    rules = style(BrandConfig(colour=ColourConfig(band="#123456")))

    assert "background:#123456" in rules
    assert re.findall(r"@(?!media)\w+", rules) == []


def test_a_family_cannot_end_the_style_sheet() -> None:
    rules = style(BrandConfig(fonts=FontConfig(sans='Plex"}</style><script>')))

    assert '"Plexstylescript",system-ui' in rules
