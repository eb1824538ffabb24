"""Who is told that a file was saved? Everybody who looks, a few hundredths of a second later."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path

from bilan.project import SETTINGS, Project

GROUPED_MS, STEP_MS = 120, 20
"""An editor that writes a file in several steps is heard once."""


class News:
    """A counter that goes up with every change, and wakes those who wait for it."""

    def __init__(self) -> None:
        self.number = 0
        self._told = asyncio.Condition()

    async def tell(self) -> None:
        """One change more."""
        async with self._told:
            self.number += 1
            self._told.notify_all()

    async def after(self, number: int) -> int:
        """The number of the last change, as soon as it is another than this."""
        async with self._told:
            await self._told.wait_for(lambda: self.number != number)
            return self.number


def folders(project: Project) -> list[Path]:
    """What is watched with everything below it: templates of the project and of bilan, and the tables of its partnerships."""
    wanted = [*project.template_roots, *(project.root / "data" / slug for slug in project.config.partnerships)]
    return [path for path in wanted if path.is_dir()]


async def saves(project: Project, stop: asyncio.Event) -> AsyncGenerator[set[str], None]:
    """Names of the files saved, some at a time, until stopped; `bilan.toml` is among them."""
    from watchfiles import awatch  # noqa: PLC0415  only a preview watches

    heard: asyncio.Queue[set[str]] = asyncio.Queue()

    async def listen(paths: list[Path], *, below: bool) -> None:
        async for changes in awatch(*paths, debounce=GROUPED_MS, step=STEP_MS, stop_event=stop, recursive=below):
            names = {path for _, path in changes if below or Path(path).name == SETTINGS}
            if names:
                await heard.put(names)

    tasks = [asyncio.create_task(listen(folders(project), below=True)), asyncio.create_task(listen([project.root], below=False))]
    try:
        while not stop.is_set():
            yield await heard.get()
    finally:
        for task in tasks:
            task.cancel()
