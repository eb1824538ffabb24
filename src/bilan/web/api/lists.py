"""What is there to choose from? Indicators, sources, audiences, charts, rules, channels, and for those who may send the recipients."""

from datetime import date
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Query
from pydantic import BeforeValidator

from bilan.pipeline.listing import KINDS
from bilan.web.api.common import After, Approver, Here, Limit, Listed, Model, Viewer, paged
from bilan.web.site import Site

router = APIRouter(tags=["data"])
M = TypeVar("M", bound=Model)
Published = Annotated[date | None, Query(description="only what was published by this day")]


def _split(told: object) -> object:
    return told.split() if isinstance(told, str) else told


Words = Annotated[list[str], BeforeValidator(_split)]


class IndicatorModel(Model):
    """An indicator with everything its definition says."""

    indicator: str
    question: str
    formula: str
    unit: str
    kind: str
    base: str
    display: str
    frequency: str
    periods: int
    needs: str
    inputs: dict[str, str]
    slices: list[str]
    source: str
    rules: dict[str, str]
    declared_in: str


class SourceModel(Model):
    """A source as pages cite it."""

    source: str
    publisher: str
    published: str
    title: str
    url: str
    licence: str


class AudienceModel(Model):
    """An audience with its page budget and sections."""

    audience: str
    pages: int
    findings: int
    sections: Words


class ChartModel(Model):
    """A kind of chart."""

    chart: str


class RuleModel(Model):
    """A rule findings are derived by, the section it speaks to, and its weight."""

    rule: str
    section: str
    weight: int


class ChannelModel(Model):
    """How editions can be delivered, and whether a delivery whose end is not known is tried again."""

    channel: str
    tried_again_unasked: bool


class RecipientModel(Model):
    """Who gets which editions, by which channel; `partnerships` is `all` where none is named."""

    recipient: str
    channel: str
    address: str
    audiences: Words
    language: str
    partnerships: Words
    groups: Words
    outsider: bool
    consent: str


def _listed(site: Site, kind: type[M], name: str, after: str | None, limit: int, *, as_of: date | None = None) -> Listed[M]:
    part, following = paged(KINDS[name](site.project, as_of, site.now()), after, limit)
    return Listed(items=[kind.model_validate(_named(row)) for row in part], next=following)


def _named(row: dict[str, Any]) -> dict[str, Any]:
    return {name.replace(" ", "_"): value for name, value in row.items()}


@router.get("/indicators", summary="Indicators")
def indicators(site: Here, _: Viewer, limit: Limit = 50, after: After = None) -> Listed[IndicatorModel]:
    """Indicators of every partnership: question, formula, unit, inputs, and how they treat what is missing."""
    return _listed(site, IndicatorModel, "indicators", after, limit)


@router.get("/sources", summary="Sources")
def sources(site: Here, _: Viewer, as_of: Published = None, limit: Limit = 50, after: After = None) -> Listed[SourceModel]:
    """The register of sources, and those that were or can be fetched."""
    return _listed(site, SourceModel, "sources", after, limit, as_of=as_of)


@router.get("/audiences", summary="Audiences")
def audiences(site: Here, _: Viewer, limit: Limit = 50, after: After = None) -> Listed[AudienceModel]:
    """Whom editions are made for."""
    return _listed(site, AudienceModel, "audiences", after, limit)


@router.get("/charts", summary="Kinds of chart")
def charts(site: Here, _: Viewer, limit: Limit = 50, after: After = None) -> Listed[ChartModel]:
    """What can be drawn."""
    return _listed(site, ChartModel, "charts", after, limit)


@router.get("/rules", summary="Rules of findings")
def rules(site: Here, _: Viewer, limit: Limit = 50, after: After = None) -> Listed[RuleModel]:
    """What findings are derived by."""
    return _listed(site, RuleModel, "rules", after, limit)


@router.get("/channels", summary="Channels")
def channels(site: Here, _: Viewer, limit: Limit = 50, after: After = None) -> Listed[ChannelModel]:
    """How editions can be delivered."""
    return _listed(site, ChannelModel, "channels", after, limit)


@router.get("/recipients", summary="Recipients")
def recipients(site: Here, _: Approver, limit: Limit = 50, after: After = None) -> Listed[RecipientModel]:
    """Who gets what; addresses are for those who may send."""
    return _listed(site, RecipientModel, "recipients", after, limit)
