"""How does an HTML page become a tagged PDF? WeasyPrint, with the edition's own files only and no clock."""

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from bilan.errors import Problem, RenderError, Severity
from bilan.render.bundle import LINKS, SCHEME, Bundle
from bilan.render.engine import CSS, HTML, FontConfiguration
from bilan.render.faces import faces, our_subset
from bilan.render.finisher import mend
from bilan.render.job import FontFiles

VARIANT = "pdf/ua-1"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself; `identifier` stands where a random one would."""

    title: str
    language: str
    created: date
    identifier: str
    author: str = "Bilan"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A PDF, what WeasyPrint logged, what it was refused, and text no face of ours could set."""

    pdf: bytes
    pages: int
    log: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Each of them holds the edition."""
        said = [
            _hold("resource", f"'{url}' was asked for and refused", "use a figure, or put the file into the templates folder")
            for url in self.refused
        ]
        said += [_hold("layout", line, "mend the template or the style sheet") for line in self.log]
        said += [_hold("glyph", what, "write the sign as a word, or draw it") for what in self.strange]
        return tuple(said)


def pdf(html: str, bundle: Bundle, fonts: FontFiles, metadata: Metadata) -> Rendered:
    """Lay a page out; raises RenderError where that is impossible. Same input, same bytes."""
    declared = faces(fonts)
    bundle.files = {**bundle.files, **declared.files}
    with _logged() as log, _no_collection(), our_subset():
        try:
            document = _laid_out(html, bundle, declared.css)
        except RecursionError:
            raise RenderError(metadata.title, "elements are nested too deeply to lay out", "flatten the template") from None
        attached = [f"<link rel=attachment> {number + 1}" for number in range(len(document.metadata.attachments))]
        document.metadata = _said(document.metadata, metadata)
        made = document.write_pdf(finisher=mend, pdf_variant=VARIANT, pdf_identifier=metadata.identifier.encode())
    refused = (*bundle.refused, *attached, *_foreign_links(document))
    return Rendered(made, len(document.pages), tuple(log), refused, tuple(_strange(document, fonts)))


def _laid_out(html: str, bundle: Bundle, css: str) -> Any:  # noqa: ANN401  WeasyPrint is untyped
    configuration = FontConfiguration()
    sheet = CSS(string=css, base_url=SCHEME, url_fetcher=bundle, font_config=configuration)
    page = HTML(string=html, base_url=SCHEME, url_fetcher=bundle)
    return page.render(stylesheets=[sheet], font_config=configuration, pdf_variant=VARIANT)


def _said(found: Any, metadata: Metadata) -> Any:  # noqa: ANN401  WeasyPrint is untyped
    instant = f"{metadata.created.isoformat()}T00:00:00Z"
    found.title, found.lang, found.created, found.modified = metadata.title, metadata.language, instant, instant
    found.authors, found.generator, found.attachments = [metadata.author], "Bilan", []
    return found


def _foreign_links(document: Any) -> Iterator[str]:  # noqa: ANN401  WeasyPrint is untyped
    for page in document.pages:
        for kind, target, *_ in page.links:
            if kind != "internal" and not str(target).startswith(LINKS):
                yield str(target)


def _strange(document: Any, fonts: FontFiles) -> Iterator[str]:  # noqa: ANN401  WeasyPrint is untyped
    families = {family for family, _, _ in fonts}
    for font in document.fonts.values():
        family = font.family.decode() if isinstance(font.family, bytes) else font.family
        signs = "".join(sorted(set("".join(font.to_unicode.values()))))
        if family not in families:
            yield f"'{signs}' is in none of our faces; {family} was used instead"
        for point in sorted(font.missing):
            yield f"U+{point:04X} '{chr(point)}' is in no face at all"


@contextmanager
def _logged() -> Iterator[list[str]]:
    """What WeasyPrint logs as a warning or worse."""
    lines: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield lines
    finally:
        logger.removeHandler(handler)


@contextmanager
def _no_collection() -> Iterator[None]:
    """No garbage collection during layout: it makes no garbage in cycles worth the passes."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _hold(rule: str, message: str, hint: str) -> Problem:
    return Problem("page", message, hint, Severity.HOLD, f"render.{rule}")
