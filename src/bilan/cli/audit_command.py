"""`bilan audit`: every numeral of a finished PDF or HTML against its manifest."""

import hashlib
import json
from pathlib import Path
from typing import Any

import click

from bilan.cli.output import common, say
from bilan.errors import ExitCode, Problem, UsageError
from bilan.pipeline.told import told_problem

BESIDE = ".manifest.json"
ATTACHED = "manifest.json"


@click.command("audit", epilog="Example:  bilan audit reports/kz-kg/2026-10/analyst.en.pdf")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--manifest", "named", type=click.Path(path_type=Path), help="Manifest (default: beside the file, else inside the PDF).")
@common
def command(file: Path, named: Path | None, **options: Any) -> int:  # noqa: ANN401  click's options
    """Tell every numeral of FILE that resolves to nothing printed for its edition, with page and nearest reading."""
    from bilan.audit.against import audit_html, audit_pages, rows_of  # noqa: PLC0415  loads the audit
    from bilan.audit.paper import page_texts  # noqa: PLC0415  same

    content = _bytes(file)
    manifest = _manifest(file, named, content)
    if content.startswith(b"%PDF"):
        pages = page_texts(content)
        found = audit_pages(pages, manifest)
    else:
        pages = [content.decode("utf-8", "replace")]
        found = audit_html(pages[0], rows_of(manifest), manifest["edition"]["language"])
    _tell(found, _about(file, content, manifest, len(pages)), as_json=options["as_json"], quiet=options["quiet"])
    return int(ExitCode.HELD if found else ExitCode.DONE)


def _tell(found: list[Problem], about: dict[str, Any], *, as_json: bool, quiet: bool) -> None:
    if as_json:
        say({"schema": 1, **about, "problems": [told_problem(one) for one in found]}, as_json=True)
        return
    for one in found:
        say(str(one))
    if not quiet:
        told = (
            ""
            if about["as_issued"] is None
            else "; the bytes are those issued"
            if about["as_issued"]
            else "; the bytes are not those issued"
        )
        say(f"{about['file']}: {about['printed']} numerals in the manifest, {len(found)} unresolved{told}")


def _about(file: Path, content: bytes, manifest: dict[str, Any], pages: int) -> dict[str, Any]:
    """What was looked at; `as_issued` is None where the manifest names no bytes of this file."""
    issued = manifest.get("pdf", {}).get("sha256") if content.startswith(b"%PDF") else manifest.get("files", {}).get(file.name)
    return {
        "file": file.name, "pages": pages, "printed": len(manifest["printed"]),
        "as_issued": None if issued is None else hashlib.sha256(content).hexdigest() == issued,
    }  # fmt: skip


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(str(file), f"cannot be read ({error.strerror})", "give the path of a PDF or HTML file") from None


def _manifest(file: Path, named: Path | None, content: bytes) -> dict[str, Any]:
    """The manifest named, beside the file, or attached to it."""
    path = named or file.with_name(file.name.removesuffix(file.suffix) + BESIDE)
    text = path.read_text(encoding="utf-8") if path.is_file() else None if named else _attached(content)
    if text is None:
        raise UsageError(path.name, "is not there, and the file carries no manifest", "name it with --manifest")
    try:
        manifest = json.loads(text)
    except ValueError:
        manifest = None
    if not isinstance(manifest, dict) or not {"printed", "edition"} <= manifest.keys():
        raise UsageError(path.name, "is no manifest of an edition", "name the manifest.json of this edition with --manifest")
    return manifest


def _attached(content: bytes) -> str | None:
    from bilan.audit.paper import attached  # noqa: PLC0415  only for a file without its manifest beside it

    found = attached(content, ATTACHED) if content.startswith(b"%PDF") else None
    return None if found is None else found.decode("utf-8")
