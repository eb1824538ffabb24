from decimal import Decimal
from pathlib import Path

import pytest

from bilan.config.connectors import SourcesConfig
from bilan.config.decode import decode, load
from bilan.errors import ConfigError
from bilan.sources.connector import load_connectors

ENTRY = """
[source.wb-gdp]
connector = "worldbank"
title = "GDP"
publisher = "World Bank"
licence = "CC BY 4.0"
address = "https://api.worldbank.org/v2"
indicator = "gdp_current_usd"
unit = "USD"
partnerships = ["kz-kg"]
"""
QUERY = 'query = { indicator = "NY.GDP.MKTP.CD" }\n'


@pytest.fixture(autouse=True)
def connectors() -> None:
    load_connectors()


def mistakes(text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        decode(text, SourcesConfig, "sources.toml")
    return "\n".join(caught.value.mistakes)


def test_an_entry_has_defaults_for_what_is_rarely_said() -> None:
    one = decode(ENTRY + QUERY, SourcesConfig, "sources.toml").source["wb-gdp"]

    assert (one.times, one.countries, one.key, one.fresh_days, one.link) == (Decimal(1), (), None, 45, "")


def test_no_file_content_is_no_source() -> None:
    assert decode("", SourcesConfig, "sources.toml").source == {}


def test_all_mistakes_are_told_at_once_with_their_lines() -> None:
    text = ENTRY.replace('unit = "USD"', 'unti = "USD"').replace("kz-kg", "KZ KG") + 'query = { indikator = "NY" }\nfresh-days = 0\n'

    told = mistakes(text)

    assert "source.wb-gdp.unit: missing" in told
    assert "line 9: source.wb-gdp.unti: unknown setting (did you mean 'unit'?)" in told
    assert "line 10: source.wb-gdp.partnerships" in told
    assert "source.wb-gdp.query.indicator: missing" in told
    assert "source.wb-gdp.query.indikator: unknown setting" in told
    assert "fresh-days" in told


def test_an_unknown_connector_is_answered_with_the_closest() -> None:
    assert "no such connector (did you mean 'worldbank'?)" in mistakes(ENTRY.replace('"worldbank"', '"wordbank"') + QUERY)


def test_a_query_that_is_not_there_is_told_by_what_it_lacks() -> None:
    assert "source.wb-gdp.query.indicator: missing" in mistakes(ENTRY)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('factor = "0"', "expected a positive number in quotes"),
        ('factor = "a lot"', "expected a positive number in quotes"),
        ('factor = "inf"', "expected a positive number in quotes"),
        ('key = "SECRET"', "key"),
        ('countries = ["KZ"]', "countries"),
        ("partnerships = 1", "partnerships"),
    ],
)
def test_a_setting_that_cannot_be_is_told(line: str, said: str) -> None:
    text = ENTRY.replace('partnerships = ["kz-kg"]\n', "") if line.startswith("partnerships") else ENTRY

    assert said in mistakes(text + QUERY + line + "\n")


@pytest.mark.parametrize("address", ["ftp://x.org", "api.worldbank.org", "https://me:pass@x.org", "https://x.org/a b"])
def test_an_address_is_https_and_holds_no_login(address: str) -> None:
    assert "starts with https://" in mistakes((ENTRY + QUERY).replace("https://api.worldbank.org/v2", address))


@pytest.mark.parametrize("line", ["attempts = 0", "seconds-between = -1", 'allowed-hosts = ["https://x.org"]', "max-bytes = 1"])
def test_the_manner_of_asking_has_bounds(line: str) -> None:
    assert "fetch." in mistakes(f"[fetch]\n{line}\n")


def test_the_sources_of_this_repository_can_be_read(checkout: Path) -> None:
    sources = load(checkout / "data" / "sources.toml", SourcesConfig).source

    assert {one.connector for one in sources.values()} >= {"worldbank", "comtrade", "dbnomics"}
    assert all(one.partnerships == ("kz-kg",) and one.licence and one.publisher for one in sources.values())
