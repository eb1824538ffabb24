import logging
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from bilan.audit.evidence import Evidence
from bilan.audit.pages import audit
from bilan.audit.paper import page_texts
from bilan.config.models import CountryConfig, PartnershipConfig
from bilan.document import Figure, Printed, Text
from bilan.errors import Problem
from bilan.model import Precision, Reading
from bilan.period import Period
from bilan.wording.printer import Printer, printer


@dataclass(frozen=True)
class Sheet:
    """A small finished edition and all that the audit is given."""

    html: str
    figures: tuple[Figure, ...]
    pdf: bytes
    made: tuple[Printed, ...]
    furniture: tuple[str, ...]
    lang: str

    def audited(self, html: str | None = None, figures: tuple[Figure, ...] | None = None, pdf: bytes | None = None) -> list[Problem]:
        figures = self.figures if figures is None else figures
        return audit(Evidence(html or self.html, figures, page_texts(pdf or self.pdf), self.made, self.lang, self.furniture))


def reading(name: str, value: str, unit: str = "USD", precision: str = "exact") -> Reading:
    return Reading(name, name, Period.parse("2023"), date(2026, 11, 1), unit, Decimal(value), precision=Precision(precision))


def lay_out(html: str) -> bytes:
    """A real PDF; WeasyPrint must have nothing to say about it."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "HarfBuzz-Subset", DeprecationWarning)  # the machine's library, not ours
        from weasyprint import HTML  # noqa: PLC0415  importing it is what warns

    heard: list[str] = []
    log = logging.getLogger("weasyprint")
    ear = logging.Handler(logging.INFO)
    ear.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    log.addHandler(ear)
    try:
        pdf = HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
    finally:
        log.removeHandler(ear)
    assert [
        line for line in heard if not line.startswith(("Step", "Using fontTools instead"))
    ] == []  # progress, and a missing system library
    assert isinstance(pdf, bytes)
    return pdf


def _figure(say: Printer) -> Figure:
    total, year, tick = (
        say.amount(reading("total", "1318000000"), form="short"),
        say.period(Period.parse("2023")),
        say.axis(Decimal("1.5"), 1),
    )
    alt = Text.of("Trade ", say.amount(reading("total", "1318000000")), ", ", say.change(reading("growth", "-11.6", "percent")), ".")
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80" viewBox="0 0 300 80"><style>text { font-size: 10px }</style>'
        f'<text x="5" y="20">{tick}</text><text x="90" y="20"><tspan>{total}</tspan></text><text x="5" y="60">{year} : {tick}</text></svg>'
    )
    words = Text.of("Trade")
    return Figure("trade", "bars", svg, 80, 21, words, words, alt, words, (tick, year, *total.printed))


def sheet(lang: str) -> Sheet:
    """One page of text, a table that fills two pages, a chart; every numeral through the printer."""
    partner = CountryConfig(code="KAZ", short="kz", name={"en": "Kazakhstan", "fr": "Kazakhstan"})
    say = printer(lang, PartnershipConfig(title={}, country=(partner, partner)))
    figure = _figure(say)
    total, exports = reading("total", "1318000000"), reading("exports", "912400000", precision="approximate")
    growth, balance = reading("growth", "-11.6", "percent"), reading("balance", "-406000000")
    people, income = reading("people", "7160000", "persons"), reading("income", "2843", precision="rounded")
    lines = [
        say.say("issued-on", date=date(2026, 11, 1)),
        Text.of(say.amount(total), " · ", say.amount(exports), " · ", say.change(growth), " · ", say.amount(balance, form="short")),
        Text.of(say.amount(people), " · ", say.amount(income), " · ", say.constant("C5+1", "name"), " · ", say.magnitude(growth)),
        Text.of(say.period(Period.parse("2023-M01..M07")), "–", say.constant("2024-2025", "name"), " km²"),
    ]
    head = say.period(Period.parse("2022")).__html__()
    rows = "".join(f"<tr><td>{say.count(number, 'row').__html__()}</td><td>x</td></tr>" for number in range(1201, 1261))
    html = (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>Bilan</title><style>@page {{ size: A4; margin: 20mm; @bottom-center '
        '{ content: counter(page) " / " counter(pages) } } thead { display: table-header-group }</style></head><body><h1>Bilan</h1>'
        + "".join(f"<p>{line.__html__()}</p>" for line in lines)
        + f'<figure><img alt="{figure.alt}" src="data:image/svg+xml;utf8,{figure.svg.replace("#", "%23").replace(chr(34), chr(39))}"></figure>'
        + f"<table><thead><tr><th>{head}</th><th>y</th></tr></thead><tbody>{rows}</tbody></table></body></html>"
    )
    return Sheet(html, (figure,), lay_out(html), tuple(say.made), ("1 / 2", "2 / 2"), lang)


@pytest.fixture(scope="session")
def english() -> Sheet:
    return sheet("en")


@pytest.fixture(scope="session")
def french() -> Sheet:
    return sheet("fr")


@pytest.fixture(scope="session")
def laid_out() -> Callable[[str], bytes]:
    return lay_out
