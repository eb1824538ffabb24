"""`bilan gallery`: every kind of chart with usual, worst and missing data, as PDF and pictures."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bilan.cli.output import common, opened, progress, say
from bilan.pipeline.reported import told_galleries, told_gallery
from bilan.project import Project

if TYPE_CHECKING:
    from bilan.pipeline.gallery import Gallery


@click.command("gallery", epilog="Examples:  bilan gallery   ·   bilan gallery --lang fr --png --out charts")
@click.option("--lang", "-l", "languages", multiple=True, help="Language of labels (default: those of bilan.toml).")
@click.option("--out", "-o", type=click.Path(path_type=Path, file_okay=False), help="Folder to write to (default: .bilan/gallery).")
@click.option("--png", is_flag=True, help="Write a picture of every page, too.")
@common
def command(languages: tuple[str, ...], out: Path | None, folder: Path | None, **options: Any) -> int:  # noqa: ANN401  click's options
    """Show every kind of chart in the project's brand, drawn from invented data."""
    project = opened(folder, verbose=options["verbose"])
    place = out or project.machine / "gallery"
    place.mkdir(parents=True, exist_ok=True)
    with progress(shown=not (options["quiet"] or options["as_json"])) as told:
        told("fonts", "")
        made = _made(project, languages or project.config.languages)
    rows = [_written(one, place, png=options["png"]) for one in made]
    if options["as_json"]:
        say(told_galleries(rows, made), as_json=True)
        return 0
    for problem in (problem for one in made for problem in one.problems):
        click.echo(str(problem), err=True)
    if not options["quiet"]:
        say("\n".join(f"{row['file']}  {row['pages']} pages, {row['figures']} figures" for row in rows))
    return 0


def _made(project: Project, languages: tuple[str, ...]) -> "list[Gallery]":
    from bilan.fonts.cut import cache_folder, font_files  # noqa: PLC0415  heavy
    from bilan.pipeline.gallery import gallery  # noqa: PLC0415  same

    fonts = font_files((project.brand.fonts.sans, project.brand.fonts.serif), cache_folder(os.environ))
    return [gallery(project, language, fonts, datetime.now(UTC).date()) for language in languages]


def _written(one: "Gallery", place: Path, *, png: bool) -> dict[str, Any]:
    """Write the PDF, and its pages as pictures where asked for; gives what `--json` tells."""
    path = place / f"gallery.{one.language}.pdf"
    path.write_bytes(one.pdf)
    pictures = []
    if png:
        from bilan.render.picture import pages  # noqa: PLC0415  loads pdfium

        for number, picture in enumerate(pages(one.pdf), start=1):
            pictures.append(path.with_name(f"{path.stem}-{number}.png"))
            pictures[-1].write_bytes(picture)
    return told_gallery(one, str(path), [str(name) for name in pictures])
