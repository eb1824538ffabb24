"""`bilan audit`: every numeral of a finished PDF or HTML against its manifest."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bilan.cli.output import common, say
from bilan.errors import ExitCode, UsageError
from bilan.pipeline.reported import told_audit

if TYPE_CHECKING:
    from bilan.audit.finished import Audited

BESIDE = ".manifest.json"


@click.command("audit", epilog="Example:  bilan audit reports/kz-kg/2026-10/analyst.en.pdf")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--manifest", "named", type=click.Path(path_type=Path), help="Manifest (default: beside the file, else inside the PDF).")
@common
def command(file: Path, named: Path | None, **options: Any) -> int:  # noqa: ANN401  click's options
    """Tell every numeral of FILE that resolves to nothing printed for its edition, with page and nearest reading."""
    from bilan.audit.finished import audited  # noqa: PLC0415  loads the audit

    content = _bytes(file)
    found = audited(file.name, content, _manifest(file, named, content))
    _tell(found, as_json=options["as_json"], quiet=options["quiet"])
    return int(ExitCode.HELD if found.problems else ExitCode.DONE)


def _tell(found: "Audited", *, as_json: bool, quiet: bool) -> None:
    if as_json:
        say(told_audit(found), as_json=True)
        return
    for one in found.problems:
        say(str(one))
    if not quiet:
        issued = {None: "", True: "; the bytes are those issued", False: "; the bytes are not those issued"}[found.as_issued]
        say(f"{found.file}: {found.printed} numerals in the manifest, {len(found.problems)} unresolved{issued}")


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(str(file), f"cannot be read ({error.strerror})", "give the path of a PDF or HTML file") from None


def _manifest(file: Path, named: Path | None, content: bytes) -> dict[str, Any]:
    """The manifest named, beside the file, or attached to it."""
    from bilan.audit.finished import attached_manifest, read_manifest  # noqa: PLC0415  as above

    path = named or file.with_name(file.name.removesuffix(file.suffix) + BESIDE)
    text = path.read_bytes() if path.is_file() else None if named else attached_manifest(file.name, content)
    return read_manifest(path.name, text, "name the manifest.json of this edition with --manifest")
