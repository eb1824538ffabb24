"""What can be asked for? Each kind of job with its request, checked where it is asked and where it is worked off."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, field_validator

from bilan.errors import UsageError
from bilan.period import Frequency, Period
from bilan.pipeline.request import Request

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,99}$")]
EditionName = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9-]{1,100}/[0-9]{4}-(0[1-9]|1[0-2])/[a-z0-9-]{1,100}\.[a-z]{2}(-[0-9]{1,4})?$")
]
"""`kz-kg/2026-10/analyst.fr` for the last issue, with `-2` for the second."""
Reason = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\x00-\x1f\x7f]+$")]


class Asked(BaseModel):
    """A request; what it does not name is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @property
    def told(self) -> dict[str, Any]:
        """As it is kept: only what was said."""
        return self.model_dump(mode="json", exclude_defaults=True, exclude_none=True)


class NothingAsked(Asked):
    """Nothing needs to be said."""


class BuildAsked(Asked):
    """Editions to make, as a draft or to be issued. What is left out is all that `bilan.toml` names; `period` the last full month."""

    partnership: Name
    period: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")] | None = None
    as_of: date | None = None
    audiences: Annotated[tuple[Name, ...], Field(max_length=20)] = ()
    languages: Annotated[tuple[Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")], ...], Field(max_length=20)] = ()
    draft: bool = False
    strict: bool = False

    @field_validator("period")
    @classmethod
    def _is_a_month(cls, period: str | None) -> str | None:
        if period is not None and Period.parse(period).frequency is not Frequency.MONTHLY:
            raise ValueError("a month is wanted, as 2026-10")
        return period

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
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    sample: Annotated[str, StringConstraints(pattern=r"^(real|worst|empty)$")] = "real"

    @classmethod
    def of(cls, audience: str, language: str, sample: str) -> Self:
        """A view."""
        return cls(audience=audience, language=language, sample=sample)


KINDS: Mapping[str, type[Asked]] = {"build": BuildAsked, "verify": VerifyAsked, "correct": CorrectAsked, "preview": PreviewAsked}


def read(kind: str, told: Mapping[str, Any]) -> Asked:
    """A request as it was kept; UsageError where this Bilan cannot read it."""
    try:
        return KINDS[kind].model_validate(dict(told))
    except (KeyError, ValidationError) as error:
        raise UsageError(f"job of kind '{kind}'", f"cannot be read: {error}", "ask for it again") from None
