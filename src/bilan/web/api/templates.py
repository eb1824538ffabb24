"""What can be made one's own? Blocks and variables of templates, new audiences, and the schemas of settings files."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from bilan.config.decode import schema
from bilan.config.models import FILES
from bilan.errors import UsageError, closest
from bilan.pipeline.begun import begin
from bilan.web.api.common import Admin, Here, Model, Viewer, refusals
from bilan.web.jobs.requests import Asked, Name
from bilan.web.problems import RefusedError, outward

router = APIRouter(tags=["templates"])
Audience = Annotated[str, Query(pattern=r"^[a-z0-9][a-z0-9-]{0,99}$", description="whose templates to look in")]
BlockName = Annotated[str, Path(min_length=1, max_length=200, description="a block, or a file as sections/trade.html")]
FileName = Annotated[str, Path(min_length=1, max_length=100, description=", ".join(FILES))]


class BlockModel(Model):
    """A block that can be overridden: what it holds, and in which file and line it stands."""

    name: str
    about: str
    file: str
    line: int


class TemplatesModel(Model):
    """What a template of an audience can override, and by which names it is given what it prints."""

    audience: str
    blocks: list[BlockModel]
    variables: dict[str, str]


class SourceModel(Model):
    """A block or file as it came, with the files it includes."""

    block: str
    source: str


class BegunModel(Model):
    """An audience that begins: its files in the project folder, and what is to be done next."""

    audience: str
    files: list[str]
    next: str


class AudienceAsked(Asked):
    """An audience to begin, and the one it takes after."""

    audience: Name
    model: Name = "analyst"


@router.get("/templates", summary="What templates can override", responses=refusals(404))
def templates(site: Here, _: Viewer, audience: Audience = "analyst") -> TemplatesModel:
    """Blocks in the order of the page, and variables with what they are."""
    from bilan.render.look import look  # noqa: PLC0415  light, but only here
    from bilan.render.reference import VARIABLES, blocks  # noqa: PLC0415  loads jinja2

    names = list(BlockModel.model_fields)
    found = [BlockModel(**{name: getattr(one, name) for name in names}) for one in blocks(look(site.project, audience))]
    return TemplatesModel(audience=audience, blocks=found, variables=VARIABLES)


@router.get("/templates/{block:path}", summary="A block as it came", responses=refusals(404))
def template(site: Here, _: Viewer, block: BlockName, audience: Audience = "analyst") -> SourceModel:
    """Its built-in source, to be copied into a template that overrides it."""
    from bilan.render.look import look  # noqa: PLC0415  light, but only here
    from bilan.render.reference import source  # noqa: PLC0415  loads jinja2

    try:
        return SourceModel(block=block, source=source(look(site.project, audience), block))
    except UsageError as error:
        raise RefusedError(404, outward(str(error)), error.hint) from None


@router.post("/templates", status_code=201, summary="Begin an audience", responses=refusals(404, 409))
def begun(site: Here, _: Admin, asked: AudienceAsked) -> BegunModel:
    """A commented folder that builds as it is; name it under `audiences` in `bilan.toml` to have its editions issued."""
    files = begin(site.project, asked.audience, asked.model)
    said = f'add "{asked.audience}" to `audiences` in bilan.toml; POST /previews lays its pages out'
    return BegunModel(audience=asked.audience, files=list(files), next=said)


@router.get("/schemas/{file}", summary="The JSON schema of a settings file", responses=refusals(404))
def settings(_: Here, __: Viewer, file: FileName) -> dict[str, Any]:
    """For editors that complete and check `FILE.toml` while it is written."""
    if file not in FILES:
        raise RefusedError(404, f"schema '{file}' is not there{closest(file, list(FILES))}", f"there are {', '.join(FILES)}")
    return schema(FILES[file])
