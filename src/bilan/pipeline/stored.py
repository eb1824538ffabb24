"""What is stored of public sources, and how old is it? Their citations, and notes for a build without network."""

from collections.abc import Iterator, Mapping
from datetime import date

from bilan.config.connectors import SourceEntry
from bilan.errors import Problem, Severity
from bilan.model import Source
from bilan.pipeline.fetch import answers_of, read_sources_file
from bilan.project import Project
from bilan.sources.answers import Summary

RULE = "sources.age"


def stored_sources(project: Project) -> dict[str, Source]:
    """Every source that was fetched or can be, by id, as pages cite it; the date is that of the last whole answer.

    A source no longer in `data/sources.toml` is cited as it was when it answered last.
    """
    found = {name: _from_entry(name, entry) for name, entry in sorted(read_sources_file(project).source.items())}
    for name in _folders(project):
        citation = answers_of(project, name).summary().citation
        if citation:
            found[name] = _from_citation(name, citation)
    return dict(sorted(found.items()))


def notes(project: Project, slug: str, today: date) -> list[Problem]:
    """When each source of a partnership was last asked successfully; a warning where that is longer ago than its entry allows.

    A source that was never asked is not told: nothing rests on it.
    """
    entries = {name: one for name, one in sorted(read_sources_file(project).source.items()) if slug in one.partnerships}
    return [note for name, entry in entries.items() for note in _notes(name, entry, answers_of(project, name).summary(), today)]


def _folders(project: Project) -> list[str]:
    folder = project.root / "data" / "raw"
    return sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def _from_entry(name: str, entry: SourceEntry) -> Source:
    return Source(name, entry.title, entry.publisher, entry.link or entry.address, "", entry.language, entry.licence, entry.note)


def _from_citation(name: str, told: Mapping[str, str]) -> Source:
    note = "; ".join(part for part in (told.get("note", ""), f"retrieved {told.get('retrieved', '')}") if part)
    return Source(
        id=name,
        title=told.get("title", name),
        publisher=told.get("publisher", ""),
        url=told.get("url", ""),
        published=told.get("published", ""),
        language=told.get("language", ""),
        licence=told.get("licence", ""),
        note=note,
    )


def _notes(name: str, entry: SourceEntry, summary: Summary, today: date) -> Iterator[Problem]:
    if summary.at is None:
        return
    asked, table = summary.at.date(), (f"fetch/{name}",)
    days = (today - asked).days
    failed = f"; asked again in vain on {summary.failed_at.date()}" if summary.failed_at else ""
    if days > entry.fresh_days:
        message = f"last asked successfully on {asked}, {days} days before this edition{failed}"
        yield Problem(name, message, f"run `bilan fetch {name}`", Severity.WARNING, RULE, table)
    else:
        yield Problem(name, f"last asked successfully on {asked}{failed}", "", Severity.NOTE, RULE, table)
