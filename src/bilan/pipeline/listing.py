"""What is there of each kind? Indicators, charts, rules, sources, audiences, editions, recipients, channels, for command line and API."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from bilan.model import Source
from bilan.period import known_from
from bilan.project import Project

Rows = list[dict[str, Any]]


def indicators(project: Project, as_of: date | None, now: datetime) -> Rows:
    """Indicators of every partnership, with everything their definitions say, and as of a day with their last values."""
    from bilan.indicators.definition import Definition, all_definitions  # noqa: PLC0415  loads pydantic models of definitions
    from bilan.indicators.document import told  # noqa: PLC0415  same

    found: dict[str, Definition] = {}
    for slug in project.config.partnerships:
        found |= all_definitions(project.folder(slug) / "indicators.toml")
    last = _last_values(project, as_of, now) if as_of else {}
    return [told(one) | ({"last": last.get(name, [])} if as_of else {}) for name, one in sorted(found.items())]


def _last_values(project: Project, as_of: date, now: datetime) -> dict[str, list[str]]:
    """By indicator the last value of each subject known on a day: `KGZ 2024: 1340000000`."""
    from bilan.pipeline.knowledge import learn  # noqa: PLC0415  loads the store

    found: dict[str, list[str]] = {}
    for slug in project.config.partnerships:
        readings = learn(project, slug, as_of, now).facts.readings
        for name in sorted({one.indicator for one in readings}):
            known = [(subject, last) for subject in readings.subjects(name) if (last := readings.latest(name, subject)) is not None]
            found.setdefault(name, []).extend(f"{subject} {last.period}: {last.value:f}".strip() for subject, last in known)
    return found


def charts(_: Project, _as_of: date | None, _now: datetime) -> Rows:
    """Kinds of chart."""
    from bilan.charts.registry import load  # noqa: PLC0415  loads the chart files

    return [{"chart": name} for name in load().names()]


def rules(_: Project, _as_of: date | None, _now: datetime) -> Rows:
    """Finding rules with the section they speak to and their weight."""
    import bilan.findings.builtin  # noqa: F401, PLC0415  registers the rules
    from bilan.findings.rule import rules as known  # noqa: PLC0415  same

    return [{"rule": one.name, "section": one.section, "weight": one.weight} for one in known]


def sources(project: Project, as_of: date | None, _now: datetime) -> Rows:
    """The register of sources, and those that were or can be fetched; as of a day those published by then."""
    from bilan.pipeline.stored import stored_sources  # noqa: PLC0415  same
    from bilan.sources.register import read_sources  # noqa: PLC0415  only here

    known: dict[str, Source] = {}
    for slug in project.config.partnerships:
        path = project.folder(slug) / "sources.csv"
        known |= read_sources(path) if path.exists() else {}
    return [
        {
            "source": one.id,
            "publisher": one.publisher,
            "published": one.published,
            "title": one.title,
            "url": one.url,
            "licence": one.licence,
        }
        for _, one in sorted((stored_sources(project) | known).items())
        if as_of is None or (one.published and known_from(one.published) <= as_of)
    ]


def audiences(project: Project, _as_of: date | None, _now: datetime) -> Rows:
    """Audiences with their page budget and sections."""
    return [
        {
            "audience": name,
            "pages": (config := project.audience(name)).pages,
            "findings": config.findings,
            "sections": " ".join(config.sections),
        }
        for name in project.audiences()
    ]


def editions(project: Project, as_of: date | None, _now: datetime) -> Rows:
    """Issued editions, oldest first; as of a day those that could be made by then."""
    from bilan.archive.archive import Archive  # noqa: PLC0415  only here

    return [
        {
            "edition": one.name,
            "number": one.number,
            "issue": one.issue,
            "issued": one.issued_on,
            "as of": one.as_of,
            "state": one.state,
        }
        for one in Archive.of(project).editions()
        if as_of is None or one.as_of <= as_of.isoformat()
    ]


def recipients(project: Project, _as_of: date | None, _now: datetime) -> Rows:
    """Who gets which editions, by which channel."""
    from bilan.delivery.recipients import recipients as listed  # noqa: PLC0415  loads the channels

    return [
        {
            "recipient": one.name,
            "channel": one.channel,
            "address": one.address,
            "audiences": " ".join(one.audiences),
            "language": one.language,
            "partnerships": " ".join(one.partnerships) or "all",
            "groups": " ".join(one.groups),
            "outsider": "yes" if one.outsider else "no",
            "consent": one.consent or "",
        }
        for one in listed(project)
    ]


def channels(_: Project, _as_of: date | None, _now: datetime) -> Rows:
    """How editions can be delivered, and whether a delivery whose end is not known is tried again."""
    from bilan.delivery.channel import load_channels  # noqa: PLC0415  loads the channels

    known = load_channels()
    return [{"channel": name, "tried again unasked": "yes" if known.get(name).again else "no"} for name in known.names()]


TIMELESS = ("charts", "rules", "audiences", "recipients", "channels")
"""What carries no date."""
KINDS: dict[str, Callable[[Project, date | None, datetime], Rows]] = {
    "indicators": indicators, "charts": charts, "rules": rules, "sources": sources, "audiences": audiences, "editions": editions,
    "recipients": recipients, "channels": channels,
}  # fmt: skip
