"""What do all settings have in common? One frozen model, and the words that name things."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Iso3 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Language = Literal["fr", "en", "ru", "kk", "ky"]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
ByLanguage = dict[Language, str]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


class Model(BaseModel):
    """Frozen, and unknown keys are mistakes; a TOML key may use a hyphen where the field has an underscore."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, populate_by_name=True, alias_generator=lambda name: name.replace("_", "-")
    )
