from collections.abc import Callable
from concurrent.futures import Future

import pytest

from bilan.errors import RenderError
from bilan.executor.protocol import Executor
from bilan.render.job import Job, Rendering

Sample = Callable[[str, str], Job]


class Later(Executor):
    """An executor whose results the test sets."""

    def __init__(self) -> None:
        self.given: list[tuple[Job, Future[Rendering]]] = []
        self.ended: list[bool] = []

    def start(self, count: int = 1) -> None:
        raise NotImplementedError(count)

    def submit(self, job: Job) -> "Future[Rendering]":
        self.given.append((job, Future()))
        return self.given[-1][1]

    def shutdown(self, *, at_once: bool = False) -> None:
        self.ended.append(at_once)


def pages(number: int) -> Rendering:
    return Rendering("", b"", number)


def test_all_jobs_are_given_at_once_and_come_back_in_their_order(sample: Sample) -> None:
    later = Later()
    found = later.map(sample("minister", language) for language in ("en", "fr"))

    assert [job.briefing.identity.language for job, _ in later.given] == ["en", "fr"]
    later.given[1][1].set_result(pages(2))
    later.given[0][1].set_result(pages(1))
    assert [one.pages for one in found] == [1, 2]


def test_one_that_failed_raises_when_its_turn_comes(sample: Sample) -> None:
    later = Later()
    found = later.map([sample("minister", "en")] * 2)
    later.given[0][1].set_result(pages(1))
    later.given[1][1].set_exception(RenderError("edition", "is torn"))

    assert next(found).pages == 1
    with pytest.raises(RenderError, match="is torn"):
        next(found)


def test_after_an_error_it_is_shut_down_at_once() -> None:
    later = Later()
    with later:
        pass
    with pytest.raises(KeyboardInterrupt), later:
        raise KeyboardInterrupt

    assert later.ended == [False, True]
