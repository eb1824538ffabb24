from pathlib import Path

import httpx
import pytest
from tests.web.api.asking import Client, Clients

from bilan.web.site import Site


def sent(client: Client, content: bytes, table: str = "trade.csv", partnership: str = "kz-kg") -> httpx.Response:
    return client.post("/uploads", data={"partnership": partnership, "table": table}, files={"file": ("any.csv", content)})


@pytest.fixture
def trade(everybody: Site) -> str:
    return (Path(everybody.project.root) / "data" / "kz-kg" / "trade.csv").read_text(encoding="utf-8")


def test_what_would_change_is_told_with_old_and_new_values(api: Client, trade: str) -> None:
    answer = sent(api, trade.replace(",1340,USD_million", ",350.9,USD_million").encode())

    told = answer.json()
    assert answer.status_code == 200
    assert told["changes"] == [
        {
            "row": "bt056", "what": "revised", "series": "trade/KGZ/KAZ/total/TOTAL/A", "period": "2024", "before": "1340",
            "after": "350.9", "columns": ["value"],
        }
    ]  # fmt: skip
    assert (told["new"], told["revised"], told["withdrawn"], told["more"], told["compared"]) == (0, 1, 0, 0, True)
    assert "hold" in [one["action"] for one in told["gate_new"]]


def test_every_mistake_is_told(api: Client, trade: str) -> None:
    answer = sent(api, trade.replace(",1340,USD_million", ",x,USD_million").replace(",2001,120.8,", ",20o1,120.8,").encode())

    told = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert [one["where"] for one in told["errors"]] == ["trade.csv", "trade.csv"]
    assert told["errors"][0]["message"].startswith("line 3: period: '20o1' is no period")


def test_mistakes_without_end_are_cut_off(api: Client, trade: str) -> None:
    head, *rows = trade.splitlines()
    broken = "\n".join([head, *(row.replace("bt0", f"b{number}t0", 1).replace(",A,", ",A,x", 1) for number in range(20) for row in rows)])

    told = sent(api, broken.encode()).json()
    assert len(told["errors"]) == 500
    assert "the first 500 are told" in told["detail"]


@pytest.mark.parametrize(
    ("table", "partnership", "status"),
    [
        ("../x.csv", "kz-kg", 422),
        ("x\0.csv", "kz-kg", 422),
        ("trade.csv", "xx-yy", 404),
        ("trade.csv", "../x", 422),
        ("y" * 999, "kz-kg", 422),
        ("", "kz-kg", 422),
    ],
)
def test_names_are_checked(api: Client, table: str, partnership: str, status: int) -> None:
    assert sent(api, b"a\n1\n", table, partnership).status_code == status


def test_a_field_nobody_asked_for_is_passed_over_as_described(api: Client, trade: str) -> None:
    told = {"partnership": "kz-kg", "table": "trade.csv", "": "x", "colour": "red"}
    described = api.get("/openapi.json").json()["components"]["schemas"]["Body_data-upload"]

    assert api.post("/uploads", data=told, files={"file": ("any.csv", trade.encode())}).status_code == 200
    assert "additionalProperties" not in described


def test_what_is_no_form_is_refused(api: Client) -> None:
    assert api.post("/uploads", content=b"x").status_code == 422
    assert api.post("/uploads", content=b"x", headers={"content-type": "multipart/form-data"}).status_code == 400
    assert api.post("/uploads", data={"file": "x", "partnership": "kz-kg", "table": "trade.csv"}).status_code == 422
    assert api.post("/uploads", content=b"", headers={"content-length": str(10**9)}).status_code == 413


def test_only_who_may_run_may_try(as_role: Clients, trade: str) -> None:
    assert [sent(as_role(role), trade.encode()).status_code for role in ("", "view", "run")] == [401, 403, 200]
