"""What does a manifest say? Identity, data, readings with their inputs, findings, claims, problems, figures, pages."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from bilan.delivery.summary import rows, told
from bilan.document import Briefing, Figure, Printed
from bilan.errors import Problem
from bilan.gate.check import GateResult
from bilan.model import Observation, Reading, Source
from bilan.render.job import Rendering, figures_of

SCHEMA = 1
Json = dict[str, Any]


def manifest(
    briefing: Briefing,
    rendering: Rendering,
    extra: Mapping[str, Figure],
    made: Iterable[Printed],
    gate: Iterable[GateResult],
    made_from: Json,
) -> Json:
    """The manifest of a finished edition; `made_from` holds the hashes of everything it was made from."""
    figures = figures_of(briefing, extra)
    printed = on_page(made, rendering.html + rendering.light, figures.values())
    about = {
        "schema": SCHEMA,
        "edition": _edition(briefing, rendering.pages),
        "made_from": made_from,
        "fit": list(rendering.steps),
        "state": dict(briefing.state),
        "text": hashlib.sha256(rendering.html.encode()).hexdigest(),
        "printed": [_printed(one) for one in printed],
        "mail": None if briefing.summary is None else told(briefing.summary),
        "figures": [_figure(one) for _, one in sorted(figures.items())],
        "problems": [problem_facts(one) for one in briefing.problems],
        "gate": [
            {
                "rule": one.rule,
                "series": one.series,
                "action": one.action,
                "rows": list(one.rows),
                "message": one.message,
                "said": one.said,
                "args": {name: str(value) for name, value in one.args},
            }
            for one in gate
            if one.action != "pass"
        ],
    }
    mailed = rows(briefing.summary) if briefing.summary else []
    return about | _evidence(briefing, closure(briefing, [*printed, *mailed], figures.values()))


def _edition(briefing: Briefing, pages: int) -> Json:
    identity = briefing.identity
    return {
        "partnership": identity.partnership,
        "period": str(identity.period),
        "audience": identity.audience,
        "language": identity.language,
        "number": briefing.number,
        "issue": briefing.issue,
        "key": briefing.key,
        "as_of": briefing.as_of.isoformat(),
        "issued_on": briefing.issued_on.isoformat(),
        "title": briefing.title,
        "pages": pages,
    }


def _evidence(briefing: Briefing, kept: Iterable[Reading]) -> Json:
    """The readings an edition rests on, down to rows and sources, and what was derived from them."""
    readings = sorted(kept, key=lambda one: one.id)
    digests = {name for one in readings for name in one.inputs}
    observations = [one for one in briefing.observations if one.digest in digests]
    slices = [one for one in briefing.slices if one["id"] in digests]
    used = {source for one in readings for source in one.source_ids} | {source for one in observations for source in one.source_ids}
    used |= {source for one in slices for source in one["sources"]}
    return {
        "slices": [dict(one) for one in slices],
        "readings": [_reading(one) for one in readings],
        "observations": [_observation(one) for one in sorted(observations, key=lambda one: one.digest)],
        "sources": [_source(one) for one in sorted(briefing.sources, key=lambda one: one.id) if one.id in used],
        "findings": [
            {"rule": one.rule, "subject": one.subject, "weight": one.weight, "readings": list(one.reading_ids)} for one in briefing.findings
        ],
        "claims": [
            {"id": one.id, "verdict": one.verdict, "computed": one.computed, "evidence": list(one.evidence)} for one in briefing.claims
        ],
    }


def evidence(
    readings: Iterable[Reading], observations: Iterable[Observation], sources: Iterable[Source], slices: Iterable[Mapping[str, Any]] = ()
) -> Json:
    """Readings, observations, slices and sources as a manifest holds them: enough to trace a number by."""
    return {
        "slices": [dict(one) for one in slices],
        "readings": [_reading(one) for one in readings],
        "observations": [_observation(one) for one in observations],
        "sources": [_source(one) for one in sources],
    }


def on_page(made: Iterable[Printed], page: str, figures: Iterable[Figure]) -> list[Printed]:
    """What of all that was printed stands on the pages, in a chart or in an alternative text; each once."""
    shown = list(figures)
    labels = {label for figure in shown for label in figure.labels}
    spoken = {part for figure in shown for part in figure.alt.printed}
    found = dict.fromkeys(one for one in made if one in labels or one in spoken or _marked(one) in page)
    return sorted(found, key=lambda one: (one.kind, one.ref, one.text))


def closure(briefing: Briefing, printed: Iterable[Printed], figures: Iterable[Figure]) -> list[Reading]:
    """Readings the page shows, and all that these rest on."""
    by_id = {one.id: one for one in briefing.readings}
    wanted = [one.ref for one in printed if one.kind == "reading"]
    wanted += [name for figure in figures for name in figure.reading_ids]
    wanted += [name for finding in briefing.findings for name in finding.reading_ids]
    kept: dict[str, Reading] = {}
    while wanted:
        name = wanted.pop()
        if name in by_id and name not in kept:
            kept[name] = by_id[name]
            wanted += by_id[name].inputs
    return list(kept.values())


def _marked(one: Printed) -> str:
    """The start of its mark on the page, which the template may set in parts."""
    return one.__html__().split(">", 1)[0]


def _reading(one: Reading) -> Json:
    return {
        "id": one.id,
        "indicator": one.indicator,
        "period": str(one.period),
        "value": None if one.value is None else format(one.value, "f"),
        "unit": one.unit,
        "reporter": one.reporter,
        "partner": one.partner,
        "precision": one.precision.value,
        "evidence": one.evidence.value,
        "status": one.status.value,
        "formula": one.formula,
        "inputs": list(one.inputs),
        "sources": list(one.source_ids),
        "published": one.published,
        "problems": [problem_facts(problem) for problem in one.problems],
    }


def _observation(one: Observation) -> Json:
    return {
        "digest": one.digest,
        "series": str(one.key),
        "period": str(one.period),
        "value": None if one.value is None else format(one.value, "f"),
        "unit": one.unit,
        "published": one.published or one.published_on.isoformat(),
        "counts_from": one.published_on.isoformat(),
        "row": one.row,
        "sources": list(one.source_ids),
        "precision": one.precision.value,
        "evidence": one.evidence.value,
        "status": one.status.value,
        "as_printed": one.printed,
        "derivation": one.derivation,
        "note": one.note,
    }


def _source(one: Source) -> Json:
    return {
        "id": one.id, "title": one.title, "publisher": one.publisher, "url": one.url,
        "published": one.published, "language": one.language, "licence": one.licence,
    }  # fmt: skip


def _printed(one: Printed) -> Json:
    return {
        "text": one.text,
        "number": one.number,
        "kind": one.kind,
        "ref": one.ref,
        "value": one.value,
        "shown": one.shown,
        "scale": one.scale,
    }


def _figure(one: Figure) -> Json:
    return {
        "id": one.id,
        "kind": one.kind,
        "sha256": hashlib.sha256(one.svg.encode()).hexdigest(),
        "alt": str(one.alt),
        "readings": list(one.reading_ids),
    }


def problem_facts(one: Problem) -> Json:
    """A problem as a manifest holds it."""
    return {
        "where": one.where,
        "message": one.message,
        "hint": one.hint,
        "severity": one.severity.value,
        "rule": one.rule,
        "rows": list(one.rows),
    }
