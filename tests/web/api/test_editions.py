import pytest
from tests.web.api.asking import Client

from bilan.web.site import Site

OCTOBER = "/editions/kz-kg/2026-10/minister.en"


def test_editions_are_listed_with_all_the_archive_says_of_them(api: Client) -> None:
    told = api.get("/editions").json()

    assert told["next"] is None
    (one,) = told["items"]
    assert (one["name"], one["state"], one["issue"]) == ("kz-kg/2026-10/minister.en", "issued", 1)
    assert one["files"] == ["minister.en.pdf", "minister.en.data.csv", "minister.en.data.xlsx", "minister.en.html"]
    assert api.get(OCTOBER).json() == one


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("audience=minister", 1),
        ("audience=press", 0),
        ("state=withdrawn", 0),
        ("period=2026-10&language=en", 1),
        ("as_of=2026-10-31", 1),
        ("as_of=2026-10-30", 0),
    ],
)
def test_a_list_is_narrowed_by_what_is_named(api: Client, query: str, found: int) -> None:
    assert len(api.get(f"/editions?{query}").json()["items"]) == found


@pytest.mark.parametrize("query", ["colour=red", "limit=0", "limit=201", "after=x", f"audience={'x' * 101}"])
def test_a_question_nobody_understands_is_refused(api: Client, query: str) -> None:
    assert api.get(f"/editions?{query}").status_code == 422


def test_the_manifest_is_the_one_that_was_issued(api: Client, everybody: Site) -> None:
    answer = api.get(f"{OCTOBER}/manifest")
    (entry,) = everybody.editions()

    assert answer.content == everybody.archive.blob(entry.manifest_sha256)
    assert api.get(f"{OCTOBER}/manifest", headers={"if-none-match": answer.headers["etag"]}).status_code == 304


def test_files_are_given_and_others_are_not(api: Client) -> None:
    assert api.get(f"{OCTOBER}/files/minister.en.pdf").content.startswith(b"%PDF")
    assert api.get(f"{OCTOBER}/files/bilan.toml").status_code == 404


def test_a_printed_number_is_followed_to_its_rows(api: Client) -> None:
    (first, *_) = api.get(f"{OCTOBER}/trace", params={"number": "$1.7bn"}).json()

    assert first["reading"]["id"] == "trade.total:KAZ:2024"
    assert first["inputs"][0]["row"] == "trade.csv#bt053"
    assert first["inputs"][0]["citations"][0]["publisher"] == "La Presse turquoise"
    assert api.get(f"{OCTOBER}/trace", params={"number": "42424242"}).status_code == 404


def test_what_the_same_number_was_on_another_day(api: Client) -> None:
    asked = {"number": "trade.total:KAZ:2023"}
    (now,) = api.get(f"{OCTOBER}/trace", params=asked).json()
    (then,) = api.get(f"{OCTOBER}/trace", params=asked | {"as_of": "2024-06-30"}).json()
    (never,) = api.get(f"{OCTOBER}/trace", params=asked | {"as_of": "1950-01-01"}).json()

    assert (now["reading"]["value"], then["reading"]["value"], never["reading"]) == ("1572000000", "1600000000", None)
    assert (now["reading"]["published"], then["reading"]["published"]) == ("2024-07", "2024-04")
    assert api.get(f"{OCTOBER}/trace", params=asked | {"as_of": "2199-01-01"}).status_code == 404


def test_what_changed_is_told_against_any_other(api: Client) -> None:
    assert api.get(f"{OCTOBER}/changes", params={"since": "kz-kg/2026-10/minister.en"}).json() == []
    assert api.get(f"{OCTOBER}/changes", params={"since": "kz-kg/2026-09/minister.en"}).status_code == 404


def test_who_got_it_is_told(api: Client) -> None:
    assert api.get(f"{OCTOBER}/receipts").json() == []
