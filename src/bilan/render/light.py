"""How does an edition look on a screen? The printed page's own words in a frame for screens, in one file that asks nobody for anything."""

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from markupsafe import Markup

from bilan.document import Briefing, Figure
from bilan.errors import Problem, Severity, TemplateError
from bilan.fonts.cut import Face
from bilan.fonts.web import woff
from bilan.render.clean import cleaned
from bilan.render.job import Job, figures_of
from bilan.render.loader import Loader
from bilan.render.night import day, night
from bilan.render.page import context, fill
from bilan.render.screen import drawing

TEMPLATE = "light.html"
MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL | re.IGNORECASE)
BODY = re.compile(r"<body\b[^>]*>(.*?)(?:</body>|\Z)", re.DOTALL | re.IGNORECASE)
SIGNS = "0123456789"
TEXT, STRONG, TITLE = 400, 600, 500
"""Weights that are carried along: others would double the file for little."""


@dataclass(frozen=True, slots=True)
class Light:
    """The page for screens, and what was left out of it because a page of ours may not hold it."""

    html: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the second level and where it stands."""

    id: str
    words: Markup


def light(printed: str, briefing: Briefing, job: Job) -> Light:
    """The page for screens of an edition whose printed page is given; raises TemplateError for a mistake in its frame.

    All that `<main>` of the printed page says is said here, with the drawings inside and without the measures of paper.
    """
    look, figures = job.look, figures_of(briefing, job.figures)
    loader, colour = Loader(look), look.brand["colour"]
    main = _main(printed)
    drawings = {f"figures/{one.id}.svg": drawing(one, colour) for one in figures.values()}
    values = context(briefing, look, job.figures) | {
        "main": Markup(main),  # noqa: S704  made by a template with autoescape on, and read again below
        "headings": _headings(main),
        "day": day(colour),
        "night": night(colour),
        "faces": Markup(_faces(job, f"{main}{briefing.words}{SIGNS}{_letters(figures)}")),  # noqa: S704  a style sheet of ours
    }
    page = cleaned(fill(loader, TEMPLATE, values), drawings, lambda name: _asset(job, loader, name))
    hint = "a light page holds words, lists, tables, links and pictures of the templates folder"
    refused = [Problem("light page", f"{what} was refused", hint, Severity.HOLD, "render.light") for what in page.refused]
    return Light(page.text, tuple(refused))


def _main(printed: str) -> str:
    found = MAIN.search(printed) or BODY.search(printed)
    return found[1].strip() if found else printed


def _asset(job: Job, loader: Loader, name: str) -> bytes | None:
    """A picture to carry along; one the loader refuses was told of when the printed page asked for it, and is refused here too."""
    logo = job.look.logo
    try:
        return logo.body if logo is not None and name == logo.src else loader.asset(name)
    except TemplateError:
        return None


def _letters(figures: Mapping[str, Figure]) -> str:
    return "".join(sign for one in figures.values() for sign in set(one.svg))


def _faces(job: Job, signs: str) -> str:
    """Rules that carry the letters along."""
    fonts = job.look.brand["fonts"]
    wanted = (Face(fonts["sans"], TEXT), Face(fonts["sans"], STRONG), Face(fonts["serif"], TITLE))
    return "\n".join(_face(face, woff(job.fonts[face], signs)) for face in wanted if face in job.fonts)


def _face(face: Face, body: bytes) -> str:
    data = b64encode(body).decode()
    return f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-display:swap;src:url(data:font/woff;base64,{data}) format("woff")}}'


def _headings(main: str) -> list[Heading]:
    reader = _Headings()
    reader.feed(main)
    reader.close()
    return [Heading(f"part-{number}", Markup(words)) for number, words in enumerate(reader.found, start=1)]  # noqa: S704  cleaned after


class _Headings(HTMLParser):
    """The words of headings of the second level, as they are marked up."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._words: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  the parser's door
        if tag == "h2":
            self._words = []
        elif self._words is not None:
            self._words.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if self._words is None:
            return
        if tag == "h2":
            self.found.append("".join(self._words).strip())
            self._words = None
        else:
            self._words.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._words is not None:
            self._words.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")
