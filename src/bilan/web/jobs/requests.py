"""What can be asked for? Each kind of job with its request, checked where it is asked and where it is worked off."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bilan.errors import UsageError
from bilan.period import Period
from bilan.pipeline.replay import months
from bilan.pipeline.request import Request

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,99}$")]
EditionName = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9-]{1,100}/[0-9]{4}-(0[1-9]|1[0-2])/[a-z0-9-]{1,100}\.[a-z]{2}(-[0-9]{1,4})?$")
]
"""`kz-kg/2026-10/analyst.fr` for the last issue, with `-2` for the second."""
Month = Annotated[str, StringConstraints(pattern=r"^[12][0-9]{3}-(0[1-9]|1[0-2])$")]
"""`2026-10`."""
Reason = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\x00-\x1f\x7f]+$")]
LanguageName = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
MOST_MONTHS = 120


class Asked(BaseModel):
    """A request; what it does not name is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @property
    def told(self) -> dict[str, Any]:
        """As it is kept: only what was said."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude_none=True)


class NothingAsked(Asked):
    """Nothing needs to be said."""


class BuildAsked(Asked):
    """Editions to make, as a draft or to be issued. What is left out is all that `bilan.toml` names; `period` the last full month."""

    partnership: Name
    period: Month | None = None
    as_of: date | None = None
    audiences: Annotated[tuple[Name, ...], Field(max_length=20)] = ()
    languages: Annotated[tuple[LanguageName, ...], Field(max_length=20)] = ()
    draft: bool = False
    strict: bool = False

    @property
    def request(self) -> Request:
        """As the pipeline takes it."""
        period = Period.parse(self.period) if self.period else None
        return Request((self.partnership,), period, self.audiences, self.languages, self.as_of, self.draft, self.strict)


class VerifyAsked(Asked):
    """An edition to make again and compare byte by byte."""

    edition: EditionName


class CorrectAsked(Asked):
    """An edition to issue anew, with what was wrong on its first page, in the language of the edition."""

    edition: EditionName
    reason: Reason
    as_of: date | None = None


class PreviewAsked(Asked):
    """The pages of an audience as its templates are now, with real data, the longest texts, or none."""

    audience: Name
    language: LanguageName
    sample: Annotated[str, StringConstraints(pattern=r"^(real|worst|empty)$")] = "real"

    @classmethod
    def of(cls, audience: str, language: str, sample: str) -> Self:
        """A view."""
        return cls(audience=audience, language=language, sample=sample)


class FetchAsked(Asked):
    """Sources to ask for newer values, all of `data/sources.toml` where none is named.

    `offline` reads the stored answers again and asks nobody; `dry_run` keeps nothing.
    """

    sources: Annotated[tuple[Name, ...], Field(max_length=200)] = ()
    offline: bool = False
    dry_run: bool = False


class ReplayAsked(Asked):
    """Months to issue one after the other, each with what was published by its end; what is left out is all that `bilan.toml` names."""

    partnership: Name
    first: Annotated[Month, Field(alias="from")]
    last: Annotated[Month, Field(alias="to")]
    audiences: Annotated[tuple[Name, ...], Field(max_length=20)] = ()
    languages: Annotated[tuple[LanguageName, ...], Field(max_length=20)] = ()

    @property
    def months(self) -> list[Period]:
        """Every month; UsageError where the first comes after the last, or there are more than 120."""
        span = months(Period.parse(self.first), Period.parse(self.last))
        if len(span) > MOST_MONTHS:
            raise UsageError(f"replay from {self.first} to {self.last}", f"has {len(span)} months, {MOST_MONTHS} at most", "ask for less")
        return span

    @property
    def request(self) -> Request:
        """As the pipeline takes it."""
        return Request((self.partnership,), None, self.audiences, self.languages)


class GalleryAsked(Asked):
    """Every kind of chart with usual, worst and missing data, in the project's brand and a language."""

    language: LanguageName


class ArchiveCheckAsked(Asked):
    """The whole archive, to be read and compared with its manifests, its names and the ledger."""


class ArchiveRebuildAsked(Asked):
    """The whole archive: names whose content is kept are given back, index, pages and feeds made anew."""


class AuditAsked(Asked):
    """A finished PDF or HTML that was sent, by the name it was given and the SHA-256 of its bytes, and that of its manifest if one came."""

    file: Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f/\\]+$")]
    sha256: Digest
    manifest_sha256: Digest | None = None


KINDS: Mapping[str, type[Asked]] = {
    "build": BuildAsked, "verify": VerifyAsked, "correct": CorrectAsked, "preview": PreviewAsked, "fetch": FetchAsked,
    "replay": ReplayAsked, "gallery": GalleryAsked, "archive-check": ArchiveCheckAsked, "archive-rebuild": ArchiveRebuildAsked,
    "audit": AuditAsked,
}  # fmt: skip


def read(kind: str, told: Mapping[str, Any]) -> Asked:
    """A request as it was kept; UsageError where this Bilan cannot read it."""
    try:
        return KINDS[kind].model_validate(dict(told))
    except (KeyError, ValidationError) as error:
        raise UsageError(f"job of kind '{kind}'", f"cannot be read: {error}", "ask for it again") from None
