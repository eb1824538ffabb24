"""How do fonts get into a PDF? As faces of a style sheet, cut down to the glyphs used, the same on every machine."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from bilan.render.engine import embedding
from bilan.render.job import FontFiles

NEEDLESS = ("GPOS", "GSUB", "GDEF", "BASE", "JSTF", "DSIG", "FFTM", "meta")


@dataclass(frozen=True, slots=True)
class Faces:
    """The style sheet that declares them and the files it names."""

    css: str
    files: Mapping[str, Path]


def faces(fonts: FontFiles) -> Faces:
    """A rule for every face; files go by number, so that no path of this machine shows."""
    rules, files = [], {}
    for number, ((family, weight, style), path) in enumerate(sorted(fonts.items())):
        name = f"fonts/{number}{path.suffix}"
        files[name] = path
        rules.append(f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{style};src:url({name})}}')
    return Faces("\n".join(rules), files)


@contextmanager
def our_subset() -> Iterator[None]:
    """One way to subset fonts everywhere.

    WeasyPrint takes HarfBuzz where the machine has it, else fontTools with today's date in the font's head.
    """
    theirs = embedding.Font.subset
    embedding.Font.subset = lambda font, used, hinting: _subset(font, used, hinting=hinting)
    try:
        yield
    finally:
        embedding.Font.subset = theirs


def _subset(font: Any, used: Collection[int], *, hinting: bool) -> None:  # noqa: ANN401  WeasyPrint is untyped
    if not used:
        return
    full = embedding.TTFont(BytesIO(font.file_content), fontNumber=font.index, recalcTimestamp=False)
    for table in NEEDLESS:  # text is already shaped; reading them took most of the time of a page
        if table in full:
            del full[table]
    options = embedding.subset.Options(
        retain_gids=True, ignore_missing_glyphs=True, hinting=hinting, desubroutinize=True, notdef_outline=True
    )
    subsetter = embedding.subset.Subsetter(options)
    subsetter.populate(gids=used)
    subsetter.subset(full)
    small = BytesIO()
    full.save(small)
    font.file_content = small.getvalue()
