"""How is what runs looked after? The looks of the doctor, and the ledger copied, freed of what is old, and given room."""

import os
from datetime import date, datetime
from typing import Annotated, Literal

from fastapi import APIRouter
from pydantic import Field

from bilan.ledger.backups import FOLDER, Backup, kept
from bilan.project import Project
from bilan.schedule.doctor import inside, machine
from bilan.web.api.common import Admin, After, Here, Limit, Listed, Model, paged, refusals
from bilan.web.jobs.requests import Asked, NothingAsked
from bilan.web.problems import outward

router = APIRouter(tags=["upkeep"])


class LookModel(Model):
    """One thing looked at: what, whether it is well, what was found and what to do."""

    what: str
    well: bool
    found: str
    hint: str


class DoctorModel(Model):
    """Whether all is well, and each look."""

    well: bool
    looks: list[LookModel]


class BackupModel(Model):
    """A copy of the ledger in `.bilan/backups` on the server, made `at` that second."""

    name: str
    bytes: int
    at: datetime


class FreshBackupModel(BackupModel):
    """A copy just made, with how many rows of each table."""

    rows: dict[str, int]


class PrunedModel(Model):
    """How many addresses became fingerprints, and how many runs without an edition are gone."""

    addresses: int
    runs: int


class VacuumedModel(Model):
    """Room was given back."""

    vacuumed: Literal[True]


class PruneAsked(Asked):
    """Only what ended before this day (UTC) is forgotten; a day to come is refused."""

    before: Annotated[date, Field(description="as 2025-01-01")]


@router.get("/doctor", summary="Whether this machine can issue editions")
def doctor(site: Here, _: Admin) -> DoctorModel:
    """Libraries, fonts, clock, settings, ledger, disk and archive of the server. It takes a second or two."""
    from bilan.fonts.cut import cache_folder  # noqa: PLC0415  light, but only here

    found = [*machine(site.now(), cache_folder(os.environ)), *inside(Project(site.project.root), site.ledger)]
    root = site.project.root
    looks = [LookModel(what=one.what, well=one.well, found=outward(one.found, root), hint=outward(one.hint, root)) for one in found]
    return DoctorModel(well=all(one.well for one in looks), looks=looks)


@router.post("/ledger/backups", status_code=201, summary="Copy the ledger")
def backup(site: Here, principal: Admin, _: NothingAsked) -> FreshBackupModel:
    """A copy of all of it, as it is at one instant, on the server; work goes on meanwhile.

    It holds hashes of passwords and addresses of recipients, so its owner on the server alone can read it and it cannot be fetched.
    """
    made, rows = site.ledger.keep(site.project.machine / FOLDER, site.now(), principal.name)
    return FreshBackupModel(**_told(made).model_dump(), rows=rows)


@router.get("/ledger/backups", summary="Copies of the ledger, newest first")
def backups(site: Here, _: Admin, limit: Limit = 50, after: After = None) -> Listed[BackupModel]:
    """What lies in `.bilan/backups`; who may on the server takes copies away and removes them."""
    part, following = paged(kept(site.project.machine / FOLDER), after, limit)
    return Listed(items=[_told(one) for one in part], next=following)


@router.post("/ledger/prunes", summary="Forget what is old", responses=refusals(409))
def prune(site: Here, principal: Admin, asked: PruneAsked) -> PrunedModel:
    """Addresses of settled receipts become fingerprints, and runs that made no edition go. Editions, approvals and events stay."""
    return PrunedModel(**site.ledger.prune(asked.before, site.now(), principal.name))


@router.post("/ledger/vacuums", summary="Give room back to the disk")
def vacuum(site: Here, principal: Admin, _: NothingAsked) -> VacuumedModel:
    """The room of what was forgotten; others wait for a moment."""
    site.ledger.vacuum(site.now(), principal.name)
    return VacuumedModel(vacuumed=True)


def _told(one: Backup) -> BackupModel:
    return BackupModel(name=one.name, bytes=one.bytes, at=one.at)
