"""What can be asked of an executor? Pure work only: an edition's pages, of which it does not matter where and how often they are made."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from types import TracebackType
from typing import Self

from bilan.render.job import Job, Rendering


class Executor(ABC):
    """Where editions are laid out. Claims, publication and delivery never come here: an engine may run a task twice."""

    @abstractmethod
    def start(self, count: int = 1) -> None:
        """Make ready for so many editions, while their figures are still computed."""

    @abstractmethod
    def submit(self, job: Job) -> "Future[Rendering]":
        """Lay out in the background.

        The result raises TemplateError for a mistake in a template, RenderError for a limit reached or a worker lost too
        often, StoppedError where the executor was shut down first.
        """

    @abstractmethod
    def shutdown(self, *, at_once: bool = False) -> None:
        """Let go of every worker, after the work that was given; `at_once` gives that work up."""

    def map(self, jobs: Iterable[Job]) -> Iterator[Rendering]:
        """The pages of each job in their order; a result that failed raises when its turn comes."""
        futures = [self.submit(job) for job in jobs]
        return (future.result() for future in futures)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.shutdown(at_once=kind is not None)
