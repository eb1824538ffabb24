"""What was said, and what do the data say of it? Every declared claim with its verdict, for command line and API."""

from typing import TYPE_CHECKING, Any

from bilan.period import Frequency, Period

if TYPE_CHECKING:
    from bilan.compose.material import Material
    from bilan.compose.verdicts import Verdict
    from bilan.pipeline.knowledge import Knowledge
    from bilan.project import Project


def claims(project: "Project", knowledge: "Knowledge", slug: str, language: str | None = None) -> "tuple[Verdict, ...]":
    """Every claim known on the date with its verdict, in a language, by default the first of `bilan.toml`."""
    from bilan.compose.verdicts import verdicts  # noqa: PLC0415  loads the charts' specs

    return verdicts(_material(project, knowledge, slug, language or project.config.languages[0]))


def told_claim(one: "Verdict", knowledge: "Knowledge") -> dict[str, Any]:
    """A claim as JSON."""
    return {
        "id": one.row.id, "verdict": one.verdict, "computed": one.computed, "declared": one.row.verdict, "statement": str(one.statement),
        "data": str(one.says), "wording": one.row.wording, "value": one.row.value, "unit": one.row.unit, "period": one.row.period,
        "readings": [reading.id for reading in one.readings], "rows": rows(one, knowledge), "sources": sources(one),
        "windows": [
            {"reporter": each.reporter, "years": each.years, "rate": format(each.rate, ".3f"), "inside": each.inside} for each in one.windows
        ],
    }  # fmt: skip


def rows(one: "Verdict", knowledge: "Knowledge") -> list[str]:
    """Rows of the tables that the readings compared with rest on."""
    readings, observations = knowledge.facts.readings, knowledge.observations
    wanted, found = [part.id for part in (*one.readings, *(end for window in one.windows for end in (window.first, window.last)))], []
    seen: set[str] = set()
    while wanted:
        name = wanted.pop(0)
        if name in seen:
            continue
        seen.add(name)
        reading = readings.get(name)
        if name in observations:
            found.append(observations[name].row)
        elif reading is not None:
            wanted += reading.inputs
    return sorted(set(found))


def sources(one: "Verdict") -> list[str]:
    """Where it was said, and what it was compared with."""
    return list(dict.fromkeys((one.row.source_id, *one.row.evidence)))


def _material(project: "Project", knowledge: "Knowledge", slug: str, language: str) -> "Material":
    from bilan.compose.material import Material  # noqa: PLC0415  loads the charts' specs
    from bilan.document import Identity  # noqa: PLC0415  same
    from bilan.wording.printer import printer  # noqa: PLC0415  same

    audience, as_of = project.config.audiences[0], knowledge.facts.as_of
    identity = Identity(slug, Period(as_of.year, Frequency.MONTHLY, as_of.month), audience, language)
    door = printer(language, knowledge.facts.partnership, project.folder(slug))
    return Material(
        identity, knowledge.facts, knowledge.findings, door, knowledge.sources, knowledge.observations, project.audience(audience),
        project.config.office, as_of,
    )  # fmt: skip
