import pytest

from bilan.web.limits import MOST_VISITORS, Bucket


@pytest.fixture
def clock() -> list[float]:
    return [100.0]


@pytest.fixture
def bucket(clock: list[float]) -> Bucket:
    return Bucket(60, 3, lambda: clock[0])


def test_so_many_at_once_and_then_one_a_second(bucket: Bucket, clock: list[float]) -> None:
    assert [bucket.take("vera") for _ in range(4)] == [0, 0, 0, 1]
    clock[0] += 1
    assert [bucket.take("vera") for _ in range(2)] == [0, 1]


def test_it_says_how_long_to_wait(bucket: Bucket, clock: list[float]) -> None:
    for _ in range(3):
        bucket.take("vera")
    clock[0] += 0.75

    assert bucket.take("vera") == pytest.approx(0.25)


def test_asking_again_too_early_makes_nobody_wait_longer(bucket: Bucket, clock: list[float]) -> None:
    for _ in range(50):
        bucket.take("vera")
    clock[0] += 1

    assert bucket.take("vera") == 0


def test_it_never_holds_more_than_the_burst(bucket: Bucket, clock: list[float]) -> None:
    bucket.take("vera")
    clock[0] += 3600

    assert [bucket.take("vera") for _ in range(4)] == [0, 0, 0, 1]


def test_each_is_counted_by_itself(bucket: Bucket) -> None:
    for _ in range(5):
        bucket.take("vera")

    assert bucket.take("rita") == 0


def test_it_forgets_who_was_there_longest_ago_when_too_many_come(bucket: Bucket) -> None:
    for _ in range(4):
        bucket.take("vera")
    for number in range(MOST_VISITORS):
        bucket.take(f"visitor {number}")

    assert len(bucket._left) == MOST_VISITORS
    assert bucket.take("vera") == 0
