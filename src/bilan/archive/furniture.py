"""In whose words and colours does the archive speak? The office's, in every language there are messages in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bilan.archive.entry import Entry
from bilan.config.models import BrandConfig
from bilan.errors import BilanError
from bilan.project import Project

Names = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the editions. The first language is the one a page has when nobody chose; `url` is where it is served."""

    languages: tuple[str, ...]
    office: str
    url: str
    brand: BrandConfig
    titles: Names = field(default_factory=dict)
    audiences: Names = field(default_factory=dict)

    def title(self, pair: str, language: str) -> str:
        """What a partnership is called; its slug where nobody says."""
        return self.titles.get(pair, {}).get(language, pair)

    def audience(self, name: str, language: str) -> str:
        """What an audience's edition is called; its slug where nobody says."""
        return self.audiences.get(name, {}).get(language, name)


def furnished(project: Project, found: Sequence[Entry], identity: str, stamp: str) -> dict[str, bytes]:
    """Every page and feed around the editions of a project's archive, by name, `index.html` last, in which `stamp` stands.

    `identity` is that of the archive, for ever; `stamp` the hash of the index they were made from.
    """
    from bilan.archive.feed import feeds  # noqa: PLC0415  loads Fluent and Babel, which no reader needs
    from bilan.archive.page import pages  # noqa: PLC0415  same

    around = furniture(project, found)
    made = dict(feeds(around, found, identity)) | dict(pages(around, found, stamp))
    return made | {"index.html": made.pop("index.html")}


def furniture(project: Project, found: Iterable[Entry], *, whole: bool = False) -> Furniture:
    """The furniture of a project's archive; a partnership or audience that is no longer described stands by its slug.

    With `whole` also the names of what the settings and templates know and nothing was issued of yet.
    """
    from bilan.wording.languages import languages  # noqa: PLC0415  light, but no reader needs it

    config, entries = project.config, list(found)
    pairs = {entry.partnership for entry in entries} | set(config.partnerships if whole else ())
    audiences = {entry.audience for entry in entries} | set(project.audiences() if whole else ())
    return Furniture(
        languages=tuple(dict.fromkeys([*config.languages, *languages()])),
        office=config.office.name,
        url=config.archive.url.rstrip("/"),
        brand=_brand(project),
        titles={pair: _title(project, pair) for pair in sorted(pairs)},
        audiences={name: _audience(project, name) for name in sorted(audiences)},
    )


def _brand(project: Project) -> BrandConfig:
    try:
        return project.brand
    except BilanError:
        return BrandConfig()


def _title(project: Project, pair: str) -> Mapping[str, str]:
    try:
        return {str(language): title for language, title in project.partnership(pair).title.items()}
    except BilanError:
        return {}


def _audience(project: Project, name: str) -> Mapping[str, str]:
    try:
        return {str(language): said for language, said in project.audience(name).name.items()}
    except BilanError:
        return {}
