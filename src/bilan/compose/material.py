"""What is every section written from? The facts of a date, a printer for a language, and the reader's wishes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bilan.charts.specs import Spec
from bilan.compose.erratum import Erratum
from bilan.compose.names import forms
from bilan.config.models import AudienceConfig, CountryConfig, OfficeConfig
from bilan.document import Argument, Figure, Finding, Identity, Item, Section, Text, Words
from bilan.findings.facts import Facts
from bilan.findings.revisions import Revision
from bilan.gate.check import GateResult
from bilan.model import Observation, Reading, Source
from bilan.period import Period
from bilan.registry import Registry
from bilan.sources.names import name_at
from bilan.wording.printer import Printer

DATES = ("stated", "published")
PARTNERS = ("seller", "buyer", "country", "partner", "investor", "host")
HERO_MM = {"minister": 50.0}


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands around a figure: its finding, what is measured, and what it shows in words."""

    title: Words
    subtitle: Words
    alt: Text


@dataclass(frozen=True)
class Material:
    """Everything a section may use; `specs` collects what is to be drawn, `derived` readings made for the page alone."""

    identity: Identity
    facts: Facts
    findings: tuple[Finding, ...]
    printer: Printer
    sources: Mapping[str, Source]
    observations: Mapping[str, Observation]
    audience: AudienceConfig
    office: OfficeConfig
    issued_on: date
    previous: Mapping[str, Any] | None = None
    warnings: int = 0
    state: Mapping[str, Any] = field(default_factory=dict)
    revisions: tuple[Revision, ...] = ()
    derived: dict[str, Reading] = field(default_factory=dict)
    gate: tuple[GateResult, ...] = ()
    slices: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    folder: Path | None = None
    awaited: tuple[str, ...] = ()
    erratum: Erratum | None = None
    specs: dict[str, Spec] = field(default_factory=dict)

    def statistics(self, code: str) -> str:
        """`Kyrgyz statistics`, in the language of the briefing."""
        if self.printer.lang in self._country(code).adjective:
            return str(self.printer.say("statistics", adjective=self.printer.country_adjective(code)))
        return str(self.printer.say("statistics-fallback", **self.partners(country=code)))

    def partners(self, **codes: str) -> dict[str, Argument]:
        """Names of partners as messages take them: `x`, and with its article `x-the`, `x-of`, `x-to`, `x-in`."""
        said: dict[str, Argument] = {}
        for name, code in codes.items():
            said[name] = self.printer.country(code)
            said |= {f"{name}-{form}": text for form, text in forms(self.printer, self._country(code)).items()}
        return said

    def when(self, text: str) -> Text:
        """`on 19 April 2024`, `in April 2024`, `in 2024`, as precisely as it is known."""
        if not text:
            return Text.of(self.printer.word("when-unknown"))
        precision = "day" if text.count("-") > 1 else "other"
        return self.printer.say("when", precision=precision, date=Text.of(self.printer.dated(text)))

    def worded(self, finding: Finding) -> Item:
        """A finding as a bold start and a sentence."""
        args: dict[str, Argument] = {}
        for name, value in finding.args:
            args |= self.arguments(name, value)
        return Item(self.printer.say(f"finding-{finding.rule}-lead", **args), self.printer.say(f"finding-{finding.rule}", **args))

    def arguments(self, name: str, value: Argument) -> dict[str, Argument]:
        """An argument as messages take it: country codes become names, dates `x-when`, project ids titles."""
        if not isinstance(value, str):
            return {name: value}
        if name in DATES:
            return {f"{name}-when": self.when(value)}
        if name in PARTNERS:
            return self.partners(**{name: value})
        if name.startswith("statistics"):
            return {name: self.statistics(value)}
        return {name: self._project(value) if name == "project" else value}

    def own(self, message: str, fallback: str) -> Text:
        """A text of the partnership, with the name that counts on the as-of date; where it wrote none, the table's own words."""
        naming = name_at(self.facts.dossier.names, message, self.printer.lang, self.facts.as_of)
        if naming is not None:
            name = self.names([naming.name])
            return self.printer.say(f"{message}-named", name=name) if self.printer.has(f"{message}-named") else name
        if self.printer.has(message):
            return self.printer.say(message)
        return Text.of(self.printer.constant(fallback, "name", message))

    def figure(self, spec: Spec, figure_id: str, caption: Caption, readings: Sequence[Reading] = (), sources: Iterable[str] = ()) -> Figure:
        """A figure still to be drawn, with its caption, alternative text and sources."""
        self.specs[figure_id] = spec
        source = self.source_line({source for one in readings for source in one.source_ids} | set(sources))
        return Figure(
            figure_id, spec.kind, "", spec.width_mm, spec.height_mm, Text.of(caption.title), Text.of(caption.subtitle),
            caption.alt, source, (), tuple(one.id for one in readings),
        )  # fmt: skip

    def source_line(self, ids: set[str]) -> Text:
        """`Sources: publishers; data as of …`."""
        publishers = sorted({self.sources[one].publisher for one in ids if one in self.sources})
        if not publishers:
            return self.printer.say("fig-as-of", date=self.facts.as_of)
        key = "source-of" if len(publishers) == 1 else "sources-of"
        named = self.printer.say(key, source=Text.of(self.names(publishers)))
        return self.printer.say("fig-source-as-of", source=named, date=self.facts.as_of)

    def names(self, words: Sequence[str]) -> Text:
        """Proper names in a row; numerals in them (24.kg) are declared."""
        return (
            Text.of(self.printer.constant(", ".join(words), "name", "publisher"))
            if any(_digits(one) for one in words)
            else Text.of(", ".join(words))
        )

    def name_of(self, one: Reading) -> Text:
        """What a reading is, in words: `Total trade, Kyrgyz statistics, 2024`."""
        message = f"name-{one.indicator.replace('.', '-')}"
        args: dict[str, Argument] = {"period": one.period}
        if one.reporter:
            args |= {"statistics": self.statistics(one.reporter), "country": self.printer.country(one.reporter)}
        if one.reporter and one.partner:
            args["direction"] = self.printer.say(
                "flow-direction", seller=self.printer.country(one.reporter), buyer=self.printer.country(one.partner)
            )
        if self.printer.has(message):
            return self.printer.say(message, **args)
        return self.printer.say("name-other", indicator=Text.of(self.printer.constant(one.indicator, "code")), period=one.period)

    def joined(self, texts: Sequence[Text]) -> Text:
        """Texts in a row, with the language's semicolon."""
        whole = Text()
        for index, one in enumerate(texts):
            whole = self.printer.say("list-pair", one=whole, other=one) if index else one
        return whole

    def year(self, period: Period) -> Text:
        """A period as a cell."""
        return Text.of(self.printer.period(period))

    def _country(self, code: str) -> CountryConfig:
        return next(one for one in self.facts.partnership.country if one.code == code)

    def _project(self, project: str) -> Text:
        names = [one.name for one in self.facts.dossier.projects if one.project == project]
        return self.own(f"project-{project}", names[-1] if names else project)


Writer = Callable[[Material], Section | None]
writers: Registry[Writer] = Registry("section")


def _digits(text: str) -> bool:
    return any(sign.isdigit() for sign in text)
