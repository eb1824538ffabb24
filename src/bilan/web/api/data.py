"""What do the data say? Series with their vintages, revisions, readings, findings, claims, the gate, and what is late, as of any day."""

import os
from typing import Annotated

from fastapi import APIRouter, Path, Query

from bilan.errors import UsageError
from bilan.ledger.people_records import Role
from bilan.period import Period
from bilan.pipeline.facts import summed, told_change, told_finding, told_gate, told_outline, told_reading, told_revision, told_series
from bilan.pipeline.told import told_problem
from bilan.project import Project
from bilan.schedule.beforehand import LOOKS, Looking, delivery, looked
from bilan.secret import redacted
from bilan.web.api.common import Here, Listed, ProblemModel, Viewer, paged, refusals
from bilan.web.api.facts import (
    Asked,
    ChecksModel,
    ClaimModel,
    ClaimsAsked,
    FindingModel,
    FreshnessModel,
    GateModel,
    GateResultModel,
    OutlineModel,
    Paged,
    ReadingModel,
    ReadingsAsked,
    RevisionModel,
    RevisionsAsked,
    RevisionsModel,
    SeriesAsked,
    SeriesModel,
    TurnModel,
    ValuesAsked,
)
from bilan.web.known import day_named, knowledge_of, slug_of, view_of

router = APIRouter(tags=["data"], responses=refusals(404))
Key = Annotated[str, Path(min_length=1, max_length=200, description="a key, its beginning, or a pattern with `*`")]


@router.get("/series", summary="Series known as of a day")
def outlined(site: Here, _: Viewer, asked: Annotated[SeriesAsked, Query()]) -> Listed[OutlineModel]:
    """One line a series: how many periods and publications, the last period, when it was last published."""
    from bilan.pipeline.vintages import fitting, outlines  # noqa: PLC0415  loads the store

    view = view_of(site, asked.partnership, asked.as_of)
    part, following = paged(fitting(view, asked.pattern), asked.after, asked.limit)
    return Listed(items=[OutlineModel(**told_outline(one)) for one in outlines(view, part)], next=following)


@router.get("/series/{key:path}", summary="What series say as of a day")
def series(site: Here, _: Viewer, key: Key, asked: Annotated[ValuesAsked, Query()]) -> list[SeriesModel]:
    """The values of every series that fits, on wish with each publication of them."""
    from bilan.pipeline.vintages import matching, spoken  # noqa: PLC0415  loads the store

    period = _period(asked.period)
    view = view_of(site, asked.partnership, asked.as_of)
    found = {one: spoken(view, one, period, every=asked.vintages) for one in matching(view, key)}
    return [SeriesModel(**told_series(one, view.as_of, told)) for one, told in found.items()]


@router.get("/revisions", summary="What was revised between two days")
def revised(site: Here, _: Viewer, asked: Annotated[RevisionsAsked, Query()]) -> RevisionsModel:
    """Revisions worth telling, or with `everything` all of them, and which sentences they turned."""
    from bilan.pipeline.vintages import between, turns  # noqa: PLC0415  loads the store

    old, new = day_named(site, asked.since), day_named(site, asked.until or site.today.isoformat())
    if old > new:
        raise UsageError(f"from {old.isoformat()}", f"lies after the day to {new.isoformat()}", "give the earlier date first")
    slug = asked.partnership
    found = between(view_of(site, slug, old), view_of(site, slug, new), asked.pattern or "", everything=asked.everything)
    changes = turns(knowledge_of(site, slug, old), knowledge_of(site, slug, new))
    return RevisionsModel(
        since=old.isoformat(),
        until=new.isoformat(),
        revisions=[RevisionModel(**told_revision(one)) for one in found],
        changes=[TurnModel(**told_change(one)) for one in changes],
    )


@router.get("/readings", summary="Indicators computed as of a day")
def readings(site: Here, _: Viewer, asked: Annotated[ReadingsAsked, Query()]) -> Listed[ReadingModel]:
    """Every reading, or those of one indicator; one without a value misses an input."""
    every = knowledge_of(site, asked.partnership, asked.as_of).facts.readings
    part, following = paged([one for one in every if asked.indicator in (None, one.indicator)], asked.after, asked.limit)
    return Listed(items=[ReadingModel(**told_reading(one)) for one in part], next=following)


@router.get("/findings", summary="Findings derived as of a day")
def findings(site: Here, _: Viewer, asked: Annotated[Paged, Query()]) -> Listed[FindingModel]:
    """Statements derived by rule, the heaviest first, before an audience chooses among them."""
    part, following = paged(knowledge_of(site, asked.partnership, asked.as_of).findings, asked.after, asked.limit)
    return Listed(items=[FindingModel(**told_finding(one)) for one in part], next=following)


@router.get("/claims", summary="What was said, and what the data say of it")
def claimed(site: Here, _: Viewer, asked: Annotated[ClaimsAsked, Query()]) -> Listed[ClaimModel]:
    """Every declared claim with its verdict, its evidence and the recommended wording."""
    from bilan.pipeline.claims import claims, told_claim  # noqa: PLC0415  loads the charts' specs

    knowledge = knowledge_of(site, asked.partnership, asked.as_of)
    part, following = paged(claims(site.project, knowledge, slug_of(site, asked.partnership), asked.language), asked.after, asked.limit)
    return Listed(items=[ClaimModel(**told_claim(one, knowledge)) for one in part], next=following)


@router.get("/gate", summary="Whether the data pass the gate")
def gate(site: Here, _: Viewer, asked: Annotated[Asked, Query()]) -> GateModel:
    """Each rule's result for each series, with the rows at fault."""
    slug = slug_of(site, asked.partnership)
    results = knowledge_of(site, slug, asked.as_of).gate
    told = [GateResultModel(**told_gate(one)) for one in results]
    return GateModel.model_validate(summed(site.project, results, (slug,)) | {"results": told})


@router.get("/freshness", summary="Which series are late")
def freshness(site: Here, _: Viewer, asked: Annotated[Paged, Query()]) -> Listed[FreshnessModel]:
    """For each series its last period, when that was published, and by when the next is due."""
    from bilan.gate.check import dues  # noqa: PLC0415  loads the store
    from bilan.gate.rules import load_gate  # noqa: PLC0415  same

    rules = load_gate(site.project.folder(slug_of(site, asked.partnership)) / "gate.toml")
    part, following = paged(dues(view_of(site, asked.partnership, asked.as_of), rules), asked.after, asked.limit)
    items = [
        FreshnessModel(
            series=str(key), last=str(last.period), published=last.published or last.published_on.isoformat(), due=due.by, state=due.state
        )
        for key, last, due in part
    ]
    return Listed(items=items, next=following)


@router.get("/checks", summary="Everything knowable before an edition is built")
def checks(site: Here, principal: Viewer) -> ChecksModel:
    """Settings, tables, gate, indicators, messages and templates; recipients for those who may send. It takes a second or two."""
    from bilan.fonts.cut import cache_folder  # noqa: PLC0415  light, but only here

    looking = Looking(Project(site.project.root), site.now(), cache_folder(os.environ), site.knowledge)
    found = looked(looking, tuple(look for look in LOOKS if look is not delivery or principal.may(Role.APPROVE)))
    results = [GateResultModel(**told_gate(one)) for one in looking.gate]
    problems = [told_problem(one) for one in found]
    told = [ProblemModel(**(one | {name: redacted(one[name]) for name in ("where", "message", "hint")})) for one in problems]
    summary = summed(site.project, looking.gate, site.project.config.partnerships)
    return ChecksModel(problems=told, gate=GateModel.model_validate(summary | {"results": results}))


def _period(text: str | None) -> Period | None:
    try:
        return Period.parse(text) if text is not None else None
    except ValueError as error:
        raise UsageError("period", f"is no period: {error}", "leave it out for all of them") from None
