from collections.abc import Callable
from io import BytesIO

from PIL import Image

from bilan.render.edition import render
from bilan.render.job import Job
from bilan.render.picture import pages


def test_every_page_becomes_a_picture_of_the_asked_resolution(sample: Callable[[str, str], Job]) -> None:
    pictures = pages(render(sample("minister", "fr")).pdf, dpi=144)

    assert [Image.open(BytesIO(picture)).size for picture in pictures] == [(1191, 1684)]
