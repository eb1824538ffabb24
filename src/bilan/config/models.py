"""What may a project's TOML files say? One frozen model a file."""

import re
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from bilan.config.base import ByLanguage, Clock, Colour, Iso3, Language, Model, Slug
from bilan.config.delivery import DeliveryConfig
from bilan.config.schedule import ScheduleConfig
from bilan.config.serving import Engine, LogConfig, ServeConfig


class ContactConfig(Model):
    """Whom a reader may ask: what about, who, where; for the audiences named, or for all."""

    about: Literal["general", "press", "investment", "trade", "data"] = "general"
    name: str = ""
    address: str = Field(min_length=1)
    audiences: tuple[Slug, ...] = ()


class OfficeConfig(Model):
    """Who issues: printed on the cover and in the contact line."""

    name: str = "Bilan"
    contact: str = ""
    contacts: tuple[ContactConfig, ...] = ()


class SignConfig(Model):
    """Who signs: certificate and key in PEM or DER, by path from the project folder; the passphrase comes from the environment."""

    certificate: str = Field(min_length=1)
    key: str = Field(min_length=1)
    chain: tuple[str, ...] = ()
    reason: str = ""


class PdfConfig(Model):
    """Which standard the PDF keeps, who signs it, and whose certificates `verify` trusts."""

    variant: Literal["ua", "a3a-ua"] = "ua"
    sign: SignConfig | None = None
    trust: tuple[str, ...] = ()


_BUCKET = re.compile(r"s3a?://[^\s/?#]+(/[^\s/?#]+)*/?")


class ArchiveConfig(Model):
    """Where readers find the archive: the address under which the folder of reports is served, for links in mails and feeds."""

    url: Annotated[str, StringConstraints(pattern=r"^(https?://[^\s/?#]+(/[^\s?#]*)?)?$")] = ""


class BilanConfig(Model):
    """`bilan.toml`: the settings of a project."""

    partnerships: tuple[Slug, ...] = Field(min_length=1)
    audiences: tuple[Slug, ...] = ("minister", "analyst")
    languages: tuple[Language, ...] = ("fr", "en")
    office: OfficeConfig = OfficeConfig()
    schedule: dict[Slug, ScheduleConfig] = Field(default_factory=dict)
    ledger: str = "sqlite:///.bilan/ledger.sqlite3"
    reports: str = "reports"
    archive: ArchiveConfig = ArchiveConfig()
    pdf: PdfConfig = PdfConfig()
    log: LogConfig = LogConfig()
    serve: ServeConfig = ServeConfig()
    delivery: DeliveryConfig = DeliveryConfig()
    executor: Engine = "local"
    workers: int = Field(default=0, ge=0, le=256)
    approval: dict[Slug, Annotated[int, Field(ge=0, le=2)]] = Field(default_factory=dict)

    @field_validator("reports")
    @classmethod
    def _is_a_place(cls, reports: str) -> str:
        if "://" in reports and not _BUCKET.fullmatch(reports):
            raise PydanticCustomError("reports", "expected a folder, or a place on S3-like storage such as 's3://bucket/folder'")
        return reports


class CountryConfig(Model):
    """One partner: code, short code for file names, and its names.

    `of` is the form after a noun (fr "du Kirghizstan"), `adjective` the form beside "statistics" (fr "kirghizes").
    """

    code: Iso3
    short: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    name: ByLanguage
    of: ByLanguage = Field(default_factory=dict)
    adjective: ByLanguage = Field(default_factory=dict)


class TargetConfig(Model):
    """A declared aim for an indicator: value, deadline, who set it and when, superseded by what."""

    id: str
    indicator: str
    value: int
    unit: str
    set_on: str
    stated_by: str
    source: str
    deadline: int | None = None
    superseded_by: str = ""


class ThresholdConfig(Model):
    """A round figure whose crossing is news: an indicator's id and a value in its unit."""

    id: Slug
    indicator: str
    value: int | float
    unit: str


class PromiseConfig(Model):
    """After how many days without dated evidence a project is watched, and after how many it is called silent."""

    watch_after_days: int = Field(default=90, ge=1)
    silent_after_days: int = Field(default=180, ge=1)


class PartnershipConfig(Model):
    """`partnership.toml`: two countries and what describes them."""

    title: ByLanguage
    country: tuple[CountryConfig, CountryConfig]
    target: tuple[TargetConfig, ...] = ()
    threshold: tuple[ThresholdConfig, ...] = ()
    promises: PromiseConfig = PromiseConfig()
    headline_reporter: Iso3 | None = None


class EmbargoConfig(Model):
    """Until when nothing may be quoted: so many days after the day of issue, at a time; `zone` says whose time it is."""

    days: int = Field(default=0, ge=0, le=31)
    at: Clock
    zone: ByLanguage


class AudienceConfig(Model):
    """`audience.toml`: sections in order, depth, page budget, template, embargo."""

    name: ByLanguage
    extends: str = "base"
    sections: tuple[str, ...] = Field(min_length=1)
    findings: int = Field(default=3, ge=1)
    pages: int = Field(default=12, ge=1)
    template: str = "briefing.html"
    embargo: EmbargoConfig | None = Field(default=None, validate_default=True)

    @field_validator("embargo")
    @classmethod
    def _is_printed(cls, embargo: EmbargoConfig | None, known: ValidationInfo) -> EmbargoConfig | None:
        if (embargo is not None) is not ("embargo" in known.data.get("sections", ())):
            raise PydanticCustomError("embargo", 'an [embargo] table and the section "embargo" need each other')
        return embargo


class PartnerColours(Model):
    """Mark, text and tint of one partner."""

    mark: Colour
    text: Colour
    tint: Colour


class StatusColours(Model):
    """Colours of a status; always with a word and a shape."""

    done: Colour = "#14212B"
    on_track: Colour = "#1F6F5F"
    watch: Colour = "#9A6A00"
    late: Colour = "#A8231F"
    unknown: Colour = "#66727D"


class PartnersColours(Model):
    """Both partners' colours, in the order of `partnership.toml`."""

    a: PartnerColours = PartnerColours(mark="#0B4F75", text="#0B4F75", tint="#D3E2EB")
    b: PartnerColours = PartnerColours(mark="#D96C2B", text="#A84B12", tint="#F7E1D3")


class ColourConfig(Model):
    """Every colour a page or chart may use."""

    ink: Colour = "#14212B"
    ink_2: Colour = "#4A5763"
    ink_3: Colour = "#66727D"
    axis: Colour = "#8B969F"
    grid: Colour = "#DDE3E7"
    context: Colour = "#A9B4BD"
    panel: Colour = "#F3F5F6"
    paper: Colour = "#FFFFFF"
    band: Colour = "#0E2F44"
    band_soft: Colour = "#B9CBD6"
    band_accent: Colour = "#3D8DB8"
    joint: Colour = "#34434F"
    partner: PartnersColours = PartnersColours()
    status: StatusColours = StatusColours()


class FontConfig(Model):
    """Families for text and titles; `files` are TTF or OTF files in `templates/` that hold a family no package brings."""

    sans: str = "IBM Plex Sans"
    serif: str = "IBM Plex Serif"
    files: tuple[str, ...] = ()
    scale: float = Field(default=1.0, ge=0.8, le=1.5)


class BrandConfig(Model):
    """`brand.toml`: one file recolours pages and charts."""

    name: str = "Bilan"
    logo: str = ""
    footer: str = ""
    cover: Literal["band", "line"] = "band"
    fonts: FontConfig = FontConfig()
    colour: ColourConfig = ColourConfig()


FILES: dict[str, type[Model]] = {"bilan": BilanConfig, "partnership": PartnershipConfig, "audience": AudienceConfig, "brand": BrandConfig}
"""Settings files by their names without `.toml`."""
