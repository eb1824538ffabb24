"""Where does a draft go? Into a folder of its own, never into the archive, and nothing of it into the ledger."""

from pathlib import Path
from typing import TYPE_CHECKING

from bilan.document import Identity
from bilan.pipeline.outcome import Outcome, edition_of

if TYPE_CHECKING:
    from bilan.pipeline.edition import Finished


def drafted(folder: Path, identity: Identity, finished: "Finished", *, whole: bool) -> Outcome:
    """Write the PDF of a draft, and where it is wanted `whole` also the page for screens and the data beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{str(identity).replace('/', '-')}.pdf"
    path.write_bytes(finished.pdf)
    for name, content in finished.files.items() if whole else ():
        path.with_name(f"{path.stem}.{name}").write_bytes(content)
    return Outcome(identity, edition_of(finished.manifest, str(path)))
