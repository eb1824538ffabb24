import tomllib
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from bilan.config.models import (
    ArchiveConfig,
    AudienceConfig,
    BilanConfig,
    BrandConfig,
    ColourConfig,
    ContactConfig,
    EmbargoConfig,
    OfficeConfig,
    PartnershipConfig,
)

KAZ = {"code": "KAZ", "short": "kz", "name": {"en": "Kazakhstan"}}
KGZ = {"code": "KGZ", "short": "kg", "name": {"en": "the Kyrgyz Republic"}}


def test_a_project_needs_nothing_but_a_partnership() -> None:
    config = BilanConfig(partnerships=("kz-kg",))

    assert config.audiences == ("minister", "analyst")
    assert config.languages == ("fr", "en")
    assert config.reports == "reports"


def test_a_project_without_partnership_is_refused() -> None:
    with pytest.raises(ValidationError):
        BilanConfig(partnerships=())


def test_settings_cannot_be_changed_once_read() -> None:
    config = BilanConfig(partnerships=("kz-kg",))

    with pytest.raises(ValidationError):
        config.reports = "elsewhere"


@pytest.mark.parametrize("countries", [(), (KAZ,), (KAZ, KGZ, KAZ)], ids=["none", "one", "three"])
def test_a_partnership_has_two_countries(countries: tuple[dict[str, Any], ...]) -> None:
    with pytest.raises(ValidationError):
        PartnershipConfig.model_validate({"title": {"en": "Title"}, "country": countries})


def test_a_country_code_is_of_three_capitals() -> None:
    with pytest.raises(ValidationError):
        PartnershipConfig.model_validate({"title": {"en": "Title"}, "country": (KAZ, KGZ | {"code": "KG"})})


def test_a_name_in_a_language_we_do_not_write_is_refused() -> None:
    with pytest.raises(ValidationError):
        PartnershipConfig.model_validate({"title": {"de": "Titel"}, "country": (KAZ, KGZ)})


def test_a_key_may_be_written_with_a_hyphen() -> None:
    assert ColourConfig.model_validate({"ink-2": "#123456", "band_soft": "#654321"}).ink_2 == "#123456"


def test_a_colour_is_of_six_hexadecimal_digits() -> None:
    with pytest.raises(ValidationError):
        ColourConfig(ink="blue")


def test_an_audience_names_at_least_one_section() -> None:
    with pytest.raises(ValidationError):
        AudienceConfig(name={"en": "Press"}, sections=())


def test_the_look_is_whole_without_a_brand_file() -> None:
    brand = BrandConfig()

    assert (brand.cover, brand.fonts.sans, brand.colour.partner.a.mark) == ("band", "IBM Plex Sans", "#0B4F75")


def test_what_the_checkout_ships_is_what_the_models_allow(checkout: Path) -> None:
    raw = tomllib.loads((checkout / "bilan.toml").read_text(encoding="utf-8"))

    assert BilanConfig.model_validate(raw, strict=False).partnerships == ("kz-kg",)


EMBARGO = EmbargoConfig(days=1, at="07:00", zone={"en": "Bishkek time"})


def test_an_embargo_and_the_section_that_prints_it_need_each_other() -> None:
    assert AudienceConfig(name={"en": "Press"}, sections=("embargo", "glance"), embargo=EMBARGO).embargo == EMBARGO
    for sections, embargo in ((("glance",), EMBARGO), (("embargo", "glance"), None)):
        with pytest.raises(ValidationError, match="need each other"):
            AudienceConfig(name={"en": "Press"}, sections=sections, embargo=embargo)


@pytest.mark.parametrize("setting", [{"at": "7:00"}, {"at": "24:00"}, {"days": -1}, {"days": 40}, {"zone": {"xx": "here"}}])
def test_an_embargo_has_an_hour_and_a_sensible_day(setting: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        EmbargoConfig(**{"at": "07:00", "zone": {"en": "Bishkek time"}, **setting})


def test_a_contact_has_an_address_and_is_for_all_unless_it_says_for_whom() -> None:
    assert OfficeConfig(contacts=(ContactConfig(address="desk@example.org"),)).contacts[0].audiences == ()
    with pytest.raises(ValidationError):
        ContactConfig(address="")


def test_a_brand_may_bring_logo_footer_and_fonts_of_its_own() -> None:
    brand = BrandConfig()

    assert (brand.logo, brand.footer, brand.fonts.files) == ("", "", ())


@pytest.mark.parametrize("url", ["ftp://example.org", "example.org", "https://", "https://example.org/?page=1", "https://example.org/a b"])
def test_an_archive_is_served_at_a_web_address(url: str) -> None:
    with pytest.raises(ValidationError):
        ArchiveConfig(url=url)

    assert ArchiveConfig(url="https://example.org/bilan/").url == "https://example.org/bilan/"


@pytest.mark.parametrize("place", ["reports", "/srv/reports", "s3://bucket", "s3a://bucket/folder/of/ours/"])
def test_reports_lie_in_a_folder_or_on_storage(place: str) -> None:
    assert BilanConfig(partnerships=("kz-kg",), reports=place).reports == place


@pytest.mark.parametrize("place", ["ftp://host/reports", "s3://", "s3://bucket//x", "s3://bucket/a b"])
def test_reports_lie_nowhere_else(place: str) -> None:
    with pytest.raises(ValidationError, match="expected a folder, or a place on S3-like storage"):
        BilanConfig(partnerships=("kz-kg",), reports=place)
