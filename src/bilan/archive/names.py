"""What are the files of an edition called, and what does its manifest say of them?"""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from bilan.document import Identity
from bilan.errors import ArchiveError
from bilan.period import Period

MANIFEST = ".manifest.json"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MONTH = re.compile(r"\d{4}-\d{2}")
TAKEN = ("pdf", "manifest.json", "withdrawn.json")
FACTS = ("number", "key", "as_of", "issued_on", "pages")
_EXTRA = re.compile(r"[a-z0-9]+([-.][a-z0-9]+)*")


def stem_of(identity: Identity, issue: int) -> str:
    """The name an edition's files share, `kz-kg/2026-10/analyst.fr.issue-2`; ArchiveError for one that could leave the archive."""
    who = (identity.partnership, identity.audience, identity.language)
    if not all(SLUG.fullmatch(part) for part in who) or not MONTH.fullmatch(str(identity.period)) or issue < 1:
        raise ArchiveError(
            f"edition {identity}", "cannot be a file name", "names are lower-case letters, digits and hyphens; the period is a month"
        )
    return str(identity) if issue == 1 else f"{identity}.issue-{issue}"


def extras(stem: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files beside an edition under their names in its folder, sorted; ArchiveError for a name that poses as another."""
    return {f"{stem.rpartition('/')[2]}.{_checked(name)}": files[name] for name in sorted(files)}


def described(identity: Identity, issue: int, manifest: Mapping[str, Any], files: Mapping[str, bytes]) -> dict[str, Any]:
    """The manifest with identity, issue and the hashes of its files, the PDF first among them."""
    facts = dict(manifest.get("edition", {}))
    missing = [name for name in FACTS if name not in facts]
    if missing:
        raise ArchiveError(f"edition {identity}", f"its manifest does not tell {', '.join(missing)}", "fill manifest['edition']")
    who = {"partnership": identity.partnership, "audience": identity.audience, "language": identity.language}
    (pdf, content), *others = files.items()
    return dict(manifest) | {
        "edition": facts | who | {"period": str(identity.period), "issue": issue},
        "pdf": {"file": pdf, "sha256": sha(content), "bytes": len(content)},
        "files": {name: sha(other) for name, other in others},
    }


def named(manifest: Mapping[str, Any], manifest_sha256: str, name: str) -> dict[str, str]:
    """The hash of every file of an edition by its name in the archive, PDF first, manifest last, as that manifest tells them.

    Raises ValueError, KeyError or TypeError for what is no manifest of the edition that a file called `name` belongs to.
    """
    about = manifest["edition"]
    if type(about["issue"]) is not int:
        raise TypeError(f"it tells of issue {about['issue']!r}")
    who = Identity(str(about["partnership"]), Period.parse(about["period"]), str(about["audience"]), str(about["language"]))
    stem = stem_of(who, about["issue"])
    files = {str(manifest["pdf"]["file"]): str(manifest["pdf"]["sha256"])} | manifest.get("files", {})
    folder, _, start = stem.rpartition("/")
    strange = [file for file in files if not (file.startswith(f"{start}.") and _EXTRA.fullmatch(file))]
    if strange or next(iter(files)) != f"{start}.pdf":
        raise ValueError(f"it names {', '.join(strange) or next(iter(files))} as a file of {stem}")
    naming = {f"{folder}/{file}": digest for file, digest in files.items()} | {f"{stem}{MANIFEST}": manifest_sha256}
    if name not in naming:
        raise ValueError(f"it tells of {stem}")
    return naming


def manifest_of(pdf: str) -> str:
    """The manifest that stands beside a PDF, both within the archive."""
    return f"{pdf.removesuffix('.pdf')}{MANIFEST}"


def sha(content: bytes) -> str:
    """SHA-256 as everything here is named by."""
    return hashlib.sha256(content).hexdigest()


def _checked(name: str) -> str:
    if not _EXTRA.fullmatch(name) or name in TAKEN or name.startswith("issue-"):
        raise ArchiveError(f"file '{name}'", "cannot stand beside an edition", "name it like data.csv")
    return name
