from collections.abc import Callable

import pytest

from bilan.errors import UsageError
from bilan.render.edition import render
from bilan.render.job import Job
from bilan.render.leaf import leaf

Sample = Callable[[str, str], Job]


def test_one_page_is_a_picture_of_its_size(sample: Sample) -> None:
    made = leaf(render(sample("minister", "en")).pdf, 1, dpi=72)

    assert made.startswith(b"\x89PNG")
    assert (int.from_bytes(made[16:20]), int.from_bytes(made[20:24])) == (596, 842)


@pytest.mark.parametrize("number", [0, 2])
def test_a_page_that_is_not_there_is_told(sample: Sample, number: int) -> None:
    with pytest.raises(UsageError, match="is not there"):
        leaf(render(sample("minister", "en")).pdf, number)
