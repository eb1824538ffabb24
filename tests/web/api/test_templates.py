import pytest
from tests.web.api.asking import Client, Clients

from bilan.config.models import FILES
from bilan.web.site import Site


def test_blocks_and_variables_are_told(api: Client) -> None:
    told = api.get("/templates").json()

    assert told["audience"] == "analyst"
    assert "lead" in [one["name"] for one in told["blocks"]]
    assert {"name", "about", "file", "line"} == set(told["blocks"][0])
    assert told["variables"]["title"] == "title of the document"
    assert {one["file"].partition("/")[0] for one in api.get("/templates?audience=minister").json()["blocks"]} <= {"builtin", "templates"}


@pytest.mark.parametrize("audience", ["analist", "x" * 100])
def test_an_audience_that_is_not_there_is_told(api: Client, audience: str) -> None:
    assert api.get(f"/templates?audience={audience}").status_code == 404
    assert api.get(f"/templates/lead?audience={audience}").status_code == 404


def test_a_block_or_file_is_shown_as_it_came(api: Client) -> None:
    assert '<p class="lead">{{ word.lead }}</p>' in api.get("/templates/lead").json()["source"]
    assert api.get("/templates/sections/trade.html").json()["source"].startswith("{# ")


@pytest.mark.parametrize(
    "block", ["leed", "../bilan.toml", "..%2f..%2fbilan.toml", "%2fetc%2fpasswd", "audience.toml", "sections", "a%00b"]
)
def test_what_is_no_block_is_not_there(api: Client, block: str) -> None:
    answer = api.get(f"/templates/{block}")

    assert answer.status_code == 404
    assert "partnerships" not in answer.text


@pytest.mark.parametrize("file", FILES)
def test_the_schema_of_a_settings_file(api: Client, file: str) -> None:
    told = api.get(f"/schemas/{file}").json()

    assert told["additionalProperties"] is False
    assert set(told["properties"]) == {info.alias or key for key, info in FILES[file].model_fields.items()}


def test_there_is_no_schema_of_other_files(api: Client) -> None:
    told = api.get("/schemas/brend")

    assert (told.status_code, told.json()["detail"]) == (404, "schema 'brend' is not there (did you mean 'brand'?)")
    assert [api.get(f"/schemas/{one}").status_code for one in ("sources", "..%2fbilan", "x" * 101)] == [404, 404, 422]


def test_an_audience_begins_and_is_there_at_once(own: Site) -> None:
    client = Client(own)

    made = client.post("/templates", json={"audience": "embassy", "model": "minister"})
    again = client.post("/templates", json={"audience": "embassy"})

    assert (made.status_code, again.status_code) == (201, 409)
    assert made.json() == {
        "audience": "embassy",
        "files": ["templates/embassy/audience.toml", "templates/embassy/briefing.html"],
        "next": 'add "embassy" to `audiences` in bilan.toml; POST /previews lays its pages out',
    }
    assert "embassy" in [one["audience"] for one in client.get("/audiences").json()["items"]]
    assert client.get("/templates?audience=embassy").status_code == 200
    assert own.project.audience("embassy").extends == "minister"


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"audience": "analyst"}, 409),
        ({"audience": "base"}, 422),
        ({"audience": "builtin"}, 422),
        ({"audience": "../x"}, 422),
        ({"audience": "a--b"}, 422),
        ({"audience": "x", "model": "../minister"}, 422),
        ({"audience": "x", "model": "analist"}, 404),
        ({"audience": "x", "from": "analyst"}, 422),
        ({}, 422),
    ],
)
def test_what_cannot_begin_leaves_nothing(everybody: Site, api: Client, asked: dict[str, str], status: int) -> None:
    before = sorted((everybody.project.root / "templates").rglob("*"))

    assert api.post("/templates", json=asked).status_code == status
    assert sorted((everybody.project.root / "templates").rglob("*")) == before


def test_who_may(as_role: Clients) -> None:
    for path in ("/templates", "/templates/lead", "/schemas/brand"):
        assert [as_role(role).get(path).status_code for role in ("", "view")] == [401, 200]
    asked = {"audience": "analyst"}
    assert [as_role(role).post("/templates", json=asked).status_code for role in ("", "view", "run", "approve", "admin")] == [
        401, 403, 403, 403, 409,
    ]  # fmt: skip
