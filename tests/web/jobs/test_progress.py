from hypothesis import given
from hypothesis import strategies as st

from bilan.web.jobs.progress import WEIGHTS, Progress, left, reached


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


def test_what_is_left_is_told_by_others_like_it_or_by_its_own_pace() -> None:
    assert left(0.0, 1.0, None) is None
    assert left(0.5, 5.0, None) == 5.0
    assert left(0.25, 4.0, 10.0) == 7.5
    assert left(0.5, 30.0, 10.0) == 15.0, "one that takes longer than others does not claim to be done"


def test_between_two_stages_the_clock_goes_on_but_not_beyond_the_stage() -> None:
    assert reached(0.4, "render", 6.0, 10.0) == 0.6
    assert reached(0.4, "render", 100.0, 10.0) < 0.4 + 0.6 * 6 / 11
    assert reached(0.4, "render", 1.0, 10.0) == 0.4
    assert reached(0.4, "render", 1.0, None) == reached(0.4, "", 1.0, 9.0) == 0.4
