"""How does an edition come to say what it says? Sections in the audience's order, then figures put in place."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bilan.charts.specs import Spec
from bilan.compose.erratum import erratum_in_words
from bilan.compose.figures.motif import motif
from bilan.compose.material import Material, writers
from bilan.compose.series import awaited_in_words, awaited_problems
from bilan.compose.summary import summarise
from bilan.compose.verdicts import disagreements, verdicts
from bilan.document import Argument, Briefing, Claim, Figure, Printed, Section, Text, Words
from bilan.errors import ConfigError, Problem, closest

SHORT_KEY = 12


@dataclass(frozen=True, slots=True)
class Draft:
    """A briefing whose figures are still to be drawn, and what to draw."""

    briefing: Briefing
    specs: Mapping[str, Spec]


@dataclass(frozen=True, slots=True)
class Numbering:
    """Which edition this is: its number, its issue, the key its content hashes to, and whether it is only a draft."""

    number: int
    issue: int
    key: str
    draft: bool = False


def compose(material: Material, numbering: Numbering, folder: Path) -> Draft:
    """The briefing of one audience and language; raises ConfigError for a section nobody wrote."""
    import bilan.compose.builtin  # noqa: F401, PLC0415  registers the sections; they import material

    unknown = tuple(
        f"sections: '{name}' is not known{closest(name, writers.names())}" for name in material.audience.sections if name not in writers
    )
    if unknown:
        raise ConfigError(f"templates/{material.identity.audience}/audience.toml", unknown, f"known: {', '.join(writers.names())}")
    written = [section for name in material.audience.sections if (section := writers.get(name)(material)) is not None]
    outlines = motif(folder, material.facts.countries)
    specs: dict[str, Spec] = dict(material.specs) | ({"motif": outlines} if outlines else {})
    checked = verdicts(material) if "claims" in material.audience.sections else ()
    said, synthetic = words(material, numbering), _rests_on_synthetic(material)
    summary = summarise(material, said, (said["synthetic"] if synthetic else "", said["replayed"], said.get("erratum", "")))
    briefing = Briefing(
        identity=material.identity,
        number=numbering.number,
        issue=numbering.issue,
        as_of=material.facts.as_of,
        issued_on=material.issued_on,
        key=numbering.key,
        title=_title(material, numbering),
        language_name=material.identity.language,
        words=said,
        sections=tuple(written),
        findings=material.findings,
        claims=tuple(Claim(one.row.id, one.verdict, one.row.source_id, (), one.computed, one.row.evidence) for one in checked),
        readings=(*material.facts.readings, *(one.claimed for one in checked if one.claimed), *material.derived.values()),
        observations=tuple(material.observations.values()),
        sources=tuple(material.sources.values()),
        problems=(*material.facts.problems, *awaited_problems(material.awaited), *disagreements(checked)),
        synthetic=synthetic,
        state=material.state,
        slices=tuple(material.slices.values()),
        summary=summary,
    )
    return Draft(briefing, specs)


def _long_after(material: Material) -> bool:
    """Whether the edition is made when the one after it was due already: it says so."""
    return material.issued_on > material.identity.period.shift(2).end


def _rests_on_synthetic(material: Material) -> bool:
    """Whether any figure comes from a source made up for a demonstration: every page says so then."""
    return any(one.value is not None and any(map(is_synthetic, one.source_ids)) for one in material.facts.readings)


def is_synthetic(source_id: str) -> bool:
    """Whether a source is made up for a demonstration."""
    return source_id.startswith("synthetic")


def words(material: Material, numbering: Numbering) -> dict[str, Words]:
    """Words of the cover, the running head and foot, and the captions."""
    printer, identity = material.printer, material.identity
    number = printer.constant(str(numbering.number), "edition", "number")
    edition = printer.say("edition", number=number)
    if numbering.issue > 1:
        edition = printer.say("edition-issue", number=number, issue=printer.constant(str(numbering.issue), "edition", "issue"))
    first, second = (printer.country(code) for code in material.facts.countries)
    manifest = printer.constant(_spaced(numbering.key[:SHORT_KEY]), "code", "manifest")
    audience = material.audience.name[identity.language]  # type: ignore[index]  # checked by the pipeline
    head = printer.say("running-head", edition=edition, month=identity.period, audience=audience)
    return {
        "partners": printer.say("partners", first=first, second=second),
        "edition": str(printer.word("cover-edition")),
        "number": _number(material, numbering, number),
        "issued": printer.word("issued"),
        "issued-on": printer.date(material.issued_on),
        "as-of": printer.word("data-as-of"),
        "as-of-date": printer.date(material.facts.as_of),
        "audience": audience,
        "month": printer.period(identity.period),
        "head": Text.of(f"{printer.word('synthetic')} · ", head) if _rests_on_synthetic(material) else head,
        "foot": printer.say("running-foot", edition=edition, issued=material.issued_on, date=material.facts.as_of, manifest=manifest),
        "lead": lead(material),
        "figure": printer.word("figure"),
        "table": printer.word("table"),
        "contents": printer.word("contents"),
        "synthetic": printer.word("synthetic"),
        "draft": printer.word("draft") if numbering.draft else "",
        "replayed": printer.say("replayed", date=material.facts.as_of) if _long_after(material) else "",
        **({"awaited": awaited_in_words(material)} if material.awaited else {}),
        **({"erratum": erratum_in_words(printer, material.erratum, numbering.issue)} if material.erratum else {}),
    }


def lead(material: Material) -> Text:
    """One or two sentences: the last total of each reporter, and what the aim now takes."""
    printer, totals = material.printer, material.facts.totals()
    if not totals:
        return printer.say("lead-empty")
    newest = max(one.period for one in totals)
    told = [one for one in totals if one.period == newest]
    args: dict[str, Argument] = {"first": told[0], "period": newest, "statistics": material.statistics(told[0].reporter)}
    if len(told) > 1:
        args |= {"second": told[1], "statistics_other": material.statistics(told[1].reporter)}
    sentence = printer.say("lead-trade" if len(told) > 1 else "lead-trade-one", **args)
    pace = next((one for one in material.findings if one.rule == "target-pace"), None)
    if pace is None:
        return sentence
    said = dict(pace.args)
    return Text.of(sentence, " ", printer.say("lead-pace", **{name: said[name] for name in ("target", "deadline", "pace", "other")}))


def illustrate(draft: Draft, drawn: Mapping[str, tuple[str, tuple[Printed, ...]]]) -> tuple[Briefing, dict[str, Figure]]:
    """The briefing with every figure's SVG and labels, and the figures no section holds (the motif)."""

    def finished(figure: Figure) -> Figure:
        svg, labels = drawn[figure.id]
        return replace(figure, svg=svg, labels=labels)

    def complete(section: Section) -> Section:
        headlines = tuple(replace(one, figure=finished(one.figure)) if one.figure else one for one in section.headlines)
        return replace(section, figures=tuple(finished(one) for one in section.figures), headlines=headlines)

    briefing = replace(draft.briefing, sections=tuple(complete(one) for one in draft.briefing.sections))
    extra = {}
    if "motif" in drawn and "motif" in draft.specs:
        spec, nothing = draft.specs["motif"], Text()
        svg, labels = drawn["motif"]
        extra["motif"] = Figure("motif", spec.kind, svg, spec.width_mm, spec.height_mm, nothing, nothing, nothing, nothing, labels)
    return briefing, extra


def language_problem(material: Material) -> Problem | None:
    """An audience without a name in the language cannot be printed in it."""
    identity = material.identity
    if identity.language in material.audience.name:
        return None
    return Problem(f"templates/{identity.audience}/audience.toml", f"has no name in '{identity.language}'", "add it under [name]")


def _title(material: Material, numbering: Numbering) -> str:
    first, second = (material.printer.country(code) for code in material.facts.countries)
    edition = material.printer.say("edition", number=material.printer.constant(str(numbering.number), "edition", "number"))
    return str(material.printer.say("document-title", first=first, second=second, edition=edition, month=material.identity.period))


def _number(material: Material, numbering: Numbering, number: Printed) -> Words:
    if numbering.issue == 1:
        return number
    return Text.of(number, "/", material.printer.constant(str(numbering.issue), "edition", "issue"))


def _spaced(key: str) -> str:
    return " ".join(key[index : index + 4] for index in range(0, len(key), 4))
