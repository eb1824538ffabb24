"""How does a job travel to a machine that has none of its files? With its fonts and templates in one parcel."""

import hashlib
import os
import pickle
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bilan.fonts.cut import Face
from bilan.render.job import Job, Limits

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Parcel:
    """A job without paths, the font files by face, and the files of each template folder in the order of look-up."""

    job: Job
    limits: Limits
    fonts: Mapping[Face, tuple[str, bytes]]
    roots: tuple[Files, ...]


def pack(job: Job, limits: Limits) -> bytes:
    """Everything a rendering needs, the same bytes for the same job."""
    bare = replace(job.lean(), look=replace(job.look, roots=()), fonts={})
    fonts = {face: (job.fonts[face].suffix, job.fonts[face].read_bytes()) for face in sorted(job.fonts)}
    return pickle.dumps(Parcel(bare, limits, fonts, tuple(_files(root) for root in job.look.roots)))


def unpack(message: bytes, folder: Path) -> tuple[Job, Limits]:
    """The job with its files laid out below a folder, each content once; several may unpack there at the same time."""
    parcel: Parcel = pickle.loads(message)  # noqa: S301  from whoever may run code here anyway: see the manual on Dask
    real = folder.resolve()
    fonts = {face: _placed(real, {f"face{suffix}": content}) / f"face{suffix}" for face, (suffix, content) in parcel.fonts.items()}
    roots = tuple(_placed(real, files) for files in parcel.roots)
    return replace(parcel.job, look=replace(parcel.job.look, roots=roots), fonts=fonts), parcel.limits


def _files(root: Path) -> Files:
    """Every file of a template folder; links are left out, as no template may be one."""
    paths = (path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def _placed(folder: Path, files: Files) -> Path:
    """The folder that holds just these files, named by them; it appears whole or not at all."""
    digest = hashlib.sha256()
    for name, content in files.items():
        digest.update(f"{len(name)} {len(content)} {name}".encode() + content)
    place = folder / digest.hexdigest()
    if not place.is_dir():
        part = Path(tempfile.mkdtemp(dir=folder))
        for name, content in files.items():
            (part / name).parent.mkdir(parents=True, exist_ok=True)
            (part / name).write_bytes(content)
        try:
            os.rename(part, place)  # noqa: PTH104  fails where another was quicker, instead of moving into its folder
        except OSError:
            shutil.rmtree(part)
    return place
