"""What may `data/sources.toml` say? Public sources, how each is asked, and what its answer is called here."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints, field_validator, model_validator
from pydantic_core.core_schema import ValidationInfo

from bilan.config.base import Iso3, Model, Slug
from bilan.errors import closest
from bilan.registry import Registry

QUERIES: Registry[type[Model]] = Registry("connector")
"""What the query of each connector may say; filled by the connectors as they register."""


def _factor(text: str) -> str:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal(0)
    if not number.is_finite() or number <= 0:
        raise ValueError("expected a positive number in quotes, as '0.000001'")
    return text


def _address(text: str) -> str:
    if not text.startswith(("https://", "http://")) or any(sign.isspace() for sign in text) or "@" in text:
        raise ValueError("expected an address that starts with https:// and holds no name and password")
    return text


Address = Annotated[str, AfterValidator(_address)]
Variable = Annotated[str, StringConstraints(pattern=r"^BILAN_[A-Z0-9_]+$")]
Host = Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]+(:\d+)?$")]


class SourceEntry(Model):
    """`[source.NAME]`: one question to one public source.

    `query` is checked by the connector. Values are multiplied by `factor` and carry `unit`. `countries` are asked for
    beside those of the partnerships. `key` names the environment variable of a subscription key. An answer older than
    `fresh_days` is told in the data notes.
    """

    connector: str
    title: str
    publisher: str
    licence: str
    address: Address
    link: str = ""
    indicator: str
    unit: str
    factor: Annotated[str, AfterValidator(_factor)] = "1"
    partnerships: tuple[Slug, ...] = Field(min_length=1)
    countries: tuple[Iso3, ...] = ()
    key: Variable | None = None
    fresh_days: int = Field(default=45, ge=1)
    language: str = "en"
    note: str = ""
    query: Mapping[str, Any] = Field(default_factory=dict)

    @field_validator("connector", mode="after")
    @classmethod
    def _is_known(cls, name: str) -> str:
        if name not in QUERIES:
            raise ValueError(f"no such connector{closest(name, QUERIES.names())}, known: {', '.join(QUERIES.names())}")
        return name

    @field_validator("query", mode="after")
    @classmethod
    def _as_the_connector_wants(cls, query: Mapping[str, Any], info: ValidationInfo) -> Mapping[str, Any]:
        name = info.data.get("connector")
        if name:
            QUERIES.get(name).model_validate(query)
        return query

    @model_validator(mode="before")
    @classmethod
    def _query_is_there(cls, raw: Any) -> Any:  # noqa: ANN401  decoding
        return {"query": {}, **raw} if isinstance(raw, dict) else raw

    @property
    def times(self) -> Decimal:
        """What each value is multiplied by."""
        return Decimal(self.factor)


class FetchConfig(Model):
    """`[fetch]`: how politely the network is used."""

    contact: str = ""
    allowed_hosts: tuple[Host, ...] = ()
    attempts: int = Field(default=5, ge=1, le=10)
    seconds_between: float = Field(default=1.0, ge=0, le=60)
    patience: float = Field(default=120.0, ge=0, le=3600)
    max_bytes: int = Field(default=64 * 1024 * 1024, ge=1024, le=2**31)


class SourcesConfig(Model):
    """`data/sources.toml`: the sources of a project."""

    fetch: FetchConfig = FetchConfig()
    source: dict[Slug, SourceEntry] = Field(default_factory=dict)
