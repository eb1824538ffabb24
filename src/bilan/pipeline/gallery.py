"""What does every kind of chart look like, with usual, worst and missing data? One document for a project and a language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from bilan.charts.draw import draw
from bilan.compose.figures.samples import Sample, samples
from bilan.document import Figure, Text
from bilan.errors import Problem
from bilan.fonts.cut import Fonts, brand_fonts
from bilan.pipeline.reported import told_galleries, told_gallery
from bilan.pipeline.told import Json
from bilan.project import Project
from bilan.render.bundle import Bundle
from bilan.render.loader import Loader
from bilan.render.look import Look
from bilan.render.page import fill
from bilan.render.pdf import Metadata, pdf
from bilan.render.sandbox import GUTTER_MM, WIDTH_MM
from bilan.wording.printer import Printer, printer

TEMPLATE = "gallery.html"
ON_BAND = ("motif",)
"""Kinds that stand on the cover's ground."""
NARROWEST_MM = 55.33


@dataclass(frozen=True, slots=True)
class Gallery:
    """The finished gallery: its PDF, its figures, and what the layout complained of."""

    language: str
    pdf: bytes
    pages: int
    figures: tuple[Figure, ...]
    problems: tuple[Problem, ...] = ()


def gallery(project: Project, language: str, fonts: Fonts, day: date) -> Gallery:
    """Draw every sample in the project's brand; raises UsageError for a language without messages, TemplateError for a broken template."""
    slug = project.config.partnerships[0]
    partnership = project.partnership(slug)
    first, second = (one.code for one in partnership.country)
    door = printer(language, partnership, project.folder(slug))
    shown = list(samples(door, (first, second), day))
    figures = _figures(shown, project, fonts, door.say("gallery-source", date=day))
    title = door.word("gallery-title")
    look = Look("gallery", project.template_roots, ("base",), project.brand.model_dump(), TEMPLATE)
    loader = Loader(look)
    values = {
        "lang": language,
        "title": title,
        "brand": dict(look.brand),
        "kinds": _kinds(door, shown, figures),
        "word": {name: door.word(f"gallery-{name}") for name in ("synthetic", "standing", "alt")},
    }
    bundle = Bundle({f"figures/{one.id}.svg": one.svg for one in figures}, loader.asset)
    made = pdf(fill(loader, TEMPLATE, values), bundle, fonts.files, Metadata(title, language, day, f"gallery-{language}"))
    return Gallery(language, made.pdf, made.pages, tuple(figures), made.problems)


def task(told: Json) -> Json:
    """Draw the gallery of the project in `root` in a `language`, as of `day`, with fonts cut to `cache`; the PDF is written to `out`.

    As `bilan gallery --json` tells it. For a process of its own: a template may do what it likes there.
    """
    project, out = Project(Path(told["root"])), Path(told["out"])
    made = gallery(project, told["language"], brand_fonts(project, Path(told["cache"])), date.fromisoformat(told["day"]))
    out.write_bytes(made.pdf)
    return told_galleries([told_gallery(made, out.name)], [made])


def _figures(shown: Iterable[Sample], project: Project, fonts: Fonts, source: Text) -> list[Figure]:
    found = []
    for number, one in enumerate(shown, start=1):
        drawing = draw(one.spec, project.brand, fonts)
        found.append(
            Figure(
                f"{one.id}-{number}",
                one.kind,
                drawing.svg,
                drawing.width_mm,
                drawing.height_mm,
                one.title,
                one.subtitle,
                one.alt,
                source,
                drawing.labels,
            )
        )
    return found


def _kinds(door: Printer, shown: Iterable[Sample], figures: Iterable[Figure]) -> list[dict[str, Any]]:
    """Figures by kind, each with the words for its case."""
    pairs = list(zip(shown, figures, strict=True))
    return [
        {
            "name": door.word(f"gallery-kind-{kind}"),
            "dark": kind in ON_BAND,
            "rows": _rows([{"case": door.word(f"gallery-case-{one.case}"), "figure": figure} for one, figure in group]),
        }
        for kind, group in groupby(pairs, key=lambda pair: pair[0].kind)
    ]


def _rows(sheets: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Sheets side by side as far as the page is wide, each wide enough for its words."""
    rows: list[list[dict[str, Any]]] = []
    left = 0.0
    for sheet in sheets:
        width = max(sheet["figure"].width_mm, NARROWEST_MM)
        if not rows or width + GUTTER_MM > left + 0.1:
            rows.append([])
            left = WIDTH_MM + GUTTER_MM
        rows[-1].append(sheet | {"width_mm": width})
        left -= width + GUTTER_MM
    return rows
