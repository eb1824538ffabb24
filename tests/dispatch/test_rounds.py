import threading
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import cast

from bilan.dispatch.rounds import Limits, Place, Rounds
from bilan.ledger.records import ReceiptRow

A, B, SHELF = ("smtp", "a.org"), ("smtp", "b.org"), ("folder", "x")


@dataclass
class Row:
    number: int


def rounds(*places: Place, limits: dict[str, Limits] | None = None, lately: Counter[Place] | None = None) -> Rounds:
    rows = [(place, cast("ReceiptRow", Row(number))) for number, place in enumerate(places)]
    return Rounds(rows, limits or {}, lately or Counter())


def served(some: Rounds, closed: Collection[str] = ()) -> list[int]:
    found = []
    while taken := some.take(closed):
        found.append(cast("Row", taken[1]).number)
        some.done(taken[0])
    return found


def test_everybody_is_served_once_and_no_place_waits_for_another_to_be_empty() -> None:
    some = rounds(A, A, A, B, SHELF)

    assert served(some) == [0, 3, 4, 1, 2]
    assert (some.size, some.left()) == (5, 0)


def test_what_goes_by_a_closed_channel_is_left() -> None:
    some = rounds(A, SHELF, B)

    assert served(some, closed={"smtp"}) == [1]
    assert some.left() == 2


def test_no_more_to_a_place_in_a_minute_than_it_likes_and_what_it_had_counts() -> None:
    some = rounds(A, A, A, B, limits={"smtp": Limits(2, 2)}, lately=Counter({A: 1, B: 2}))

    assert served(some) == [0]
    assert some.left() == 3


def test_a_busy_place_is_waited_for_by_others_and_never_given_more_at_once() -> None:
    some = rounds(*[A] * 20, limits={"smtp": Limits(2, 1000)})
    now, most, turn = 0, 0, threading.Lock()
    both = threading.Barrier(2, timeout=10)

    def work(first: bool) -> None:  # noqa: FBT001  whether to meet the other
        nonlocal now, most
        while taken := some.take():
            with turn:
                now += 1
                most = max(most, now)
            if first:
                both.wait()
                first = False
            with turn:
                now -= 1
            some.done(taken[0])

    threads = [threading.Thread(target=work, args=(number < 2,)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (some.left(), most) == (0, 2)
