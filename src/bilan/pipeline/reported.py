"""How is upkeep told to machines? What was fetched, drawn, checked, given back and audited, the same for command line and API."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bilan.pipeline.told import Json, complaint, told_problem

if TYPE_CHECKING:
    from bilan.archive.check import Checked
    from bilan.audit.finished import Audited
    from bilan.pipeline.fetch import Fetched
    from bilan.pipeline.gallery import Gallery
    from bilan.sources.fetched import News


def told_fetch(found: "Sequence[Fetched]", *, dry: bool, most: int | None = None) -> Json:
    """What became of every source; with `most` no list of rows is longer, and `more` tells how many follow in each."""
    return {"schema": 1, "dry_run": dry, "sources": [_source(one, most) for one in found]}


def _source(one: "Fetched", most: int | None) -> Json:
    if one.error:
        return {"source": one.source, "error": complaint(one.error)}
    changes = {slug: _news(news, most) for slug, news in one.news.items()}
    at = one.at.isoformat() if one.at else None
    return {"source": one.source, "at": at, "release": one.release, "pages": one.pages, "values": one.values, "partnerships": changes}


def _news(news: "News", most: int | None) -> Json:
    lists = {"new": news.added, "revised": news.revised, "withdrawn": news.withdrawn}
    told: Json = {name: list(rows[:most]) for name, rows in lists.items()} | {"unchanged": news.unchanged}
    return told if most is None else told | {"more": {name: max(0, len(rows) - most) for name, rows in lists.items()}}


def told_gallery(one: "Gallery", file: str, pictures: Sequence[str] = ()) -> Json:
    """A gallery that was drawn; `file` and `pictures` are where it is, as whoever asks can find it."""
    return {"file": file, "language": one.language, "pages": one.pages, "figures": len(one.figures), "pictures": list(pictures)}


def told_galleries(rows: Sequence[Json], made: "Sequence[Gallery]") -> Json:
    """Galleries, and what their layout complained of."""
    return {"galleries": list(rows), "problems": [told_problem(problem) for one in made for problem in one.problems]}


def told_check(found: "Checked") -> Json:
    """What was read of the archive, and what is wrong with it."""
    faults = [{"where": one.where, "what": one.what, "hint": one.hint} for one in found.faults]
    return {"editions": found.editions, "files": found.files, "faults": faults}


def told_rebuild(editions: int, lost: Sequence[str]) -> Json:
    """How many editions the archive holds now, and what could not be given back."""
    return {"editions": editions, "lost": list(lost)}


def told_audit(one: "Audited", most: int | None = None) -> Json:
    """What was looked at and which numerals resolve to nothing; with `most` no more of them, and `more` tells how many follow."""
    about: dict[str, Any] = {"file": one.file, "pages": one.pages, "printed": one.printed, "as_issued": one.as_issued}
    told = {"schema": 1, **about, "problems": [told_problem(problem) for problem in one.problems[:most]]}
    return told if most is None else told | {"more": max(0, len(one.problems) - most)}
