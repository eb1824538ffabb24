"""Jobs as the render room's tests make them, and the pages this process makes of them, once."""

from collections.abc import Callable
from functools import cache

import pytest
from tests.render.conftest import custom, fonts, sample

from bilan.render.edition import render
from bilan.render.job import Job, Rendering

__all__ = ["custom", "fonts", "sample"]


@pytest.fixture(scope="session")
def serial(sample: Callable[[str, str], Job]) -> Callable[[str], Rendering]:
    """The minister's pages in a language, made without any executor."""
    return cache(lambda language: render(sample("minister", language)))
