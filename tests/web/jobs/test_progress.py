from hypothesis import given
from hypothesis import strategies as st

from bilan.web.jobs.progress import WEIGHTS, Progress, left


def test_stages_add_up_in_the_order_a_build_tells_them() -> None:
    progress = Progress(2)
    told = [progress.begin(stage) for stage in ("fonts", "data", "compose", "compose", "render", "publish", "render", "publish")]

    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 18.5 / 19)


@given(st.lists(st.sampled_from([*WEIGHTS, "other"]), max_size=40), st.integers(1, 5))
def test_it_never_goes_back_and_never_beyond_the_whole(stages: list[str], editions: int) -> None:
    progress = Progress(editions)
    told = [progress.begin(stage) for stage in stages]

    assert told == sorted(told)
    assert all(0 <= one <= 1 for one in told)


def test_what_is_left_is_told_by_others_at_first_and_by_its_own_pace_at_the_end() -> None:
    assert left(0.0, 1.0, None) is None
    assert left(0.0, 4.0, 10.0) == 6.0
    assert left(0.5, 5.0, None) == 5.0
    assert left(0.5, 5.0, 20.0) == 10.0
    assert left(0.9, 30.0, 10.0) == 0.9 * 30.0 * (1 - 0.9) / 0.9
