"""A small project whose sources are a server on this machine; for tests of fetching."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.sources.server import Asked, Reply, Route, Server, sample, serving

from bilan.project import Project

HEAD = "[fetch]\nseconds-between = 0\nattempts = 1\n"
ENTRY = """
[source.{name}]
connector = "{connector}"
title = "Title of {name}"
publisher = "Publisher"
licence = "CC BY 4.0"
address = "{address}/{name}"
link = "https://data.example/{name}"
indicator = "{indicator}"
unit = "{unit}"
partnerships = ["kz-kg"]
{more}
query = {query}
"""
GDP = '{ indicator = "NY.GDP.MKTP.CD" }'
POPULATION = '{ indicator = "SP.POP.TOTL" }'
TRADE = "{ since = 2022, until = 2023 }"
FX = '{ provider = "WB", dataset = "WDI", dimensions = { indicator = ["PA.NUS.FCRF"] } }'


def written(folder: Path, checkout: Path, *entries: str) -> Project:
    """A project with one partnership and these entries in `data/sources.toml`."""
    (folder / "data" / "kz-kg").mkdir(parents=True)
    shutil.copy(checkout / "data" / "kz-kg" / "partnership.toml", folder / "data" / "kz-kg")
    (folder / "bilan.toml").write_text('partnerships = ["kz-kg"]\n[office]\ncontact = "office@example.org"\n', encoding="utf-8")
    (folder / "data" / "sources.toml").write_text(HEAD + "".join(entries), encoding="utf-8")
    return Project(folder)


def entry(server: Server, name: str, connector: str = "worldbank", query: str = GDP, *, unit: str = "USD", more: str = "") -> str:
    """An entry whose answers come from the server, under its own name."""
    indicator = name.replace("-", "_")
    return ENTRY.format(name=name, connector=connector, address=server.address, indicator=indicator, unit=unit, more=more, query=query)


def by_source(**routes: Route | Reply) -> Route:
    """A route that answers by the name of the source, in which `_` stands for a hyphen."""

    def route(asked: Asked) -> Reply:
        found = routes[asked.path.split("/")[1].replace("-", "_")]
        return found if isinstance(found, Reply) else found(asked)

    return route


def gdp(asked: Asked) -> Reply:
    """The two pages of the gross domestic product."""
    return sample(f"worldbank_gdp_page{asked.query['page']}of2.json")


@contextmanager
def two_sources(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server that answers one source and refuses another."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with serving() as told:
        told.route = by_source(wb_gdp=gdp, un_trade=sample("comtrade_error_401.json"))
        yield told
