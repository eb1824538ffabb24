import asyncio
from pathlib import Path

from bilan.project import Project
from bilan.web.preview_watch import News, folders, saves


def test_who_waits_is_woken_by_the_next_change_and_who_comes_late_at_once() -> None:
    async def scene() -> tuple[int, int]:
        news = News()
        waiting = asyncio.create_task(news.after(0))
        await asyncio.sleep(0)
        await news.tell()
        return await waiting, await news.after(0)

    assert asyncio.run(scene()) == (1, 1)


def test_templates_and_tables_are_watched_and_the_store_is_not(root: Path) -> None:
    watched = folders(Project(root))

    assert root / "templates" in watched
    assert root / "data" / "kz-kg" in watched
    assert not any("store" in path.name for path in watched)


def touch(path: Path) -> None:
    path.write_text(f"{path.read_text(encoding='utf-8')} \n", encoding="utf-8")


def test_a_save_is_heard_with_its_name(root: Path) -> None:
    async def heard(change: Path) -> str:
        stop = asyncio.Event()
        listening = saves(Project(root), stop)
        first = asyncio.ensure_future(anext(listening))
        while not first.done():  # a watch begins a moment after it is asked for: save until it is heard
            await asyncio.to_thread(touch, change)
            await asyncio.wait([first], timeout=0.1)
        stop.set()
        await listening.aclose()
        return next(Path(name).name for name in first.result())

    (root / "templates" / "page.html").write_text("a", encoding="utf-8")
    assert asyncio.run(heard(root / "templates" / "page.html")) == "page.html"
    assert asyncio.run(heard(root / "bilan.toml")) == "bilan.toml"
