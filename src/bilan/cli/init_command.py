"""`bilan init`: a project folder that works at once, for any two countries."""

import os
import shutil
from pathlib import Path

import click

from bilan.cli.output import say
from bilan.errors import UsageError
from bilan.project import SETTINGS, starter

SOURCES = "sources.toml"
STARTER = {("KAZ", "KGZ"): "kz-kg"}
SKIPPED = ("store", "__pycache__")


@click.command("init", epilog="Examples:  bilan init demo   ·   bilan init demo --pair DEU-FRA")
@click.argument("directory", type=click.Path(path_type=Path))
@click.option("--pair", default="KAZ-KGZ", show_default=True, help="Two ISO 3166 alpha-3 codes joined by a hyphen.")
def command(directory: Path, pair: str) -> int:
    """Write a project into DIRECTORY, which must not hold one yet."""
    codes = pair.upper().split("-")
    if len(codes) != 2 or codes[0] == codes[1]:  # noqa: PLR2004  a pair
        raise UsageError(f"--pair {pair}", "is no pair of countries", "write two alpha-3 codes, as KAZ-KGZ")
    if (directory / SETTINGS).exists():
        raise UsageError(str(directory), f"already holds {SETTINGS}", "choose another folder")
    first, second = codes
    (directory / "templates").mkdir(parents=True, exist_ok=True)
    (directory / "reports").mkdir(exist_ok=True)
    known = STARTER.get((first, second))
    if known:
        shutil.copytree(starter() / "data" / known, directory / "data" / known, ignore=shutil.ignore_patterns(*SKIPPED))
        shutil.copy(starter() / SETTINGS, directory / SETTINGS)
        shutil.copy(starter() / "data" / SOURCES, directory / "data" / SOURCES)
    else:
        _new(directory, first, second)
    say(f"{directory}: ready; next: cd {directory} && bilan build")
    return 0


def _new(directory: Path, first: str, second: str) -> None:
    from bilan.wording.countries import Country, country  # noqa: PLC0415  loads Babel

    def entry(one: Country) -> str:
        names = ", ".join(f'{language} = "{name}"' for language, name in sorted(one.names.items()))
        return f'[[country]]\ncode = "{one.code}"\nshort = "{one.short}"\nname = {{ {names} }}\n'

    pair = country(first), country(second)
    slug = "-".join(one.short for one in pair)
    title = "".join(f'{language} = "{pair[0].names[language]} – {pair[1].names[language]}"\n' for language in sorted(pair[0].names))  # noqa: RUF001  a dash between names
    folder = directory / "data" / slug
    folder.mkdir(parents=True)
    words = f"# {first} - {second}: the partners and the aims they declared. Keys: bilan schema partnership\n\n[title]\n{title}"
    _write(folder / "partnership.toml", f"{words}\n{entry(pair[0])}\n{entry(pair[1])}")
    sources = (starter() / "data" / SOURCES).read_text(encoding="utf-8").replace("kz-kg", slug)
    _write(directory / "data" / SOURCES, sources.replace("Kazakhstan and Kyrgyzstan", " and ".join(one.names["en"] for one in pair)))
    settings = (starter() / SETTINGS).read_text(encoding="utf-8")
    settings = settings.replace('"kz-kg"', f'"{slug}"').replace('["KG", "KZ"]', str([one.short.upper() for one in pair]).replace("'", '"'))
    _write(directory / SETTINGS, settings.replace("Asia/Bishkek", pair[0].zone))


def _write(path: Path, text: str) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}")
    part.write_text(text, encoding="utf-8")
    part.replace(path)
