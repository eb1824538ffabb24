import json
from collections.abc import Callable
from datetime import date

import pytest

from bilan.delivery.records import Parcel, Post, Recipient
from bilan.document import Identity
from bilan.period import Period

IDENTITY = Identity("kz-kg", Period.parse("2026-10"), "minister", "en")
ON = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("said", "gets"),
    [
        ({}, True),
        ({"audiences": ("analyst", "minister")}, True),
        ({"audiences": ("analyst",)}, False),
        ({"language": "fr"}, False),
        ({"partnerships": ("kz-kg",)}, True),
        ({"partnerships": ("kg-uz",)}, False),
        ({"consent": ON}, True),
        ({"consent": date(2026, 11, 3)}, False),
        ({"outsider": True}, False),
        ({"outsider": True, "consent": ON}, True),
    ],
    ids=str,
)
def test_a_recipient_gets_what_was_asked_for_and_agreed_to(
    recipient: Callable[..., Recipient], said: dict[str, object], *, gets: bool
) -> None:
    assert recipient(**said).gets(IDENTITY, ON) is gets


def test_a_schedule_may_name_the_groups_it_is_for(recipient: Callable[..., Recipient]) -> None:
    grouped = recipient(groups=("cabinet", "press"))

    assert grouped.gets(IDENTITY, ON, ("cabinet",))
    assert not grouped.gets(IDENTITY, ON, ("embassies",))
    assert not recipient().gets(IDENTITY, ON, ("cabinet",))


def test_a_place_of_files_gets_the_manifest_last(parcel: Callable[..., Parcel]) -> None:
    files = {"manifest.json": b"{}", "data.xlsx": b"x", "data.csv": b"c"}

    assert list(parcel(files=files).contents) == [
        "kz-kg/2026-10/minister.en.pdf",
        "kz-kg/2026-10/minister.en.data.csv",
        "kz-kg/2026-10/minister.en.data.xlsx",
        "kz-kg/2026-10/minister.en.manifest.json",
    ]


def test_of_a_withdrawn_edition_only_the_notice_is_handed_over(parcel: Callable[..., Parcel]) -> None:
    ((name, content),) = parcel(kind="withdrawal", reason="wrong total").contents.items()

    assert name == "kz-kg/2026-10/minister.en.withdrawn.json"
    assert json.loads(content)["reason"] == "wrong total"
    assert json.loads(content)["edition"]["number"] == 1


def test_readers_find_the_pdf_where_the_settings_say_or_nowhere(post: Callable[..., Post], parcel: Callable[..., Parcel]) -> None:
    served = post('[archive]\nurl = "https://x.example/reports/"\n')

    assert served.link(parcel()) == served.address("kz-kg/2026-10/minister.en") == "https://x.example/reports/kz-kg/2026-10/minister.en.pdf"
    assert served.address("kz-kg/2026-10/a b") == "https://x.example/reports/kz-kg/2026-10/a%20b.pdf"
    assert post("").address("kz-kg/2026-10/minister.en") == ""
