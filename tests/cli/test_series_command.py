import json
from collections.abc import Callable
from pathlib import Path

Bilan = Callable[..., tuple[int, str, str]]


def test_without_a_key_every_series_is_listed(project: Path, bilan: Bilan) -> None:
    code, out, _ = bilan("series", "--project", project)

    assert code == 0
    assert out.splitlines()[0].split() == ["series", "periods", "publications", "last", "published"]
    assert any(line.startswith("population/KAZ////A") for line in out.splitlines())


def test_a_series_shows_what_counts_as_of_a_day(project: Path, bilan: Bilan) -> None:
    _, out, _ = bilan("series", "fdi_net_inflows_share_gdp/KGZ", "--period", "2023", "--as-of", "2024-12-31", "--project", project)

    assert "as of 2024-12-31" in out
    assert "0.01072" in out
    assert "3.50596" not in out


def test_its_vintages_are_shown_on_wish(project: Path, bilan: Bilan) -> None:
    _, out, _ = bilan("series", "exports_goods_services_share_gdp/KGZ", "--period", "2021", "--vintages", "--project", project)
    events = [line.split()[-3:] for line in out.splitlines() if "gm-sg" in line]

    assert len(events) == 4
    assert "withdrawn" in out
    assert "restored, counts" in out
    assert "-3.96 %" in out


def test_a_date_known_to_the_month_is_printed_as_it_is(project: Path, bilan: Bilan) -> None:
    _, out, _ = bilan("series", "gross_fdi_inflow_all", "--vintages", "--project", project)

    assert "2016-03 " in out
    assert "2016-06 " in out
    assert "+92.11 %" in out


def test_it_speaks_json(project: Path, bilan: Bilan) -> None:
    (told,) = json.loads(bilan("series", "population/KAZ", "--period", "2010", "--vintages", "--json", "--project", project)[1])

    assert [one["value"] for one in told["values"]] == ["16323000", "16321581", "16321872", "16836810"]
    assert [one["counts"] for one in told["values"]] == [False, False, False, True]


def test_a_period_unknown_to_the_series_has_no_value(project: Path, bilan: Bilan) -> None:
    assert "no value" in bilan("series", "population/KAZ", "--period", "1900", "--project", project)[1]


def test_an_unknown_series_and_a_misspelt_date_are_usage_errors(project: Path, bilan: Bilan) -> None:
    assert bilan("series", "nothing", "--project", project)[0] == 2
    assert bilan("series", "population", "--as-of", "yesterday", "--project", project)[0] == 2
    assert bilan("series", "population", "--period", "20x3", "--project", project)[0] == 2


def test_the_list_speaks_json(project: Path, bilan: Bilan) -> None:
    told = json.loads(bilan("series", "--json", "--project", project)[1])

    assert {"series", "periods", "publications", "last", "published"} == set(told[0])
