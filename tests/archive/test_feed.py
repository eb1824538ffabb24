from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

from bilan.archive.entry import Entry
from bilan.archive.feed import MOST, edition_id, feed_name, feeds
from bilan.archive.furniture import Furniture

IDENTITY = "urn:uuid:5b0f0a3e-7f0a-5b6e-9d1f-3f1f6f0b7a11"
URL = "https://example.org/bilan"


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))


def plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\xa0", " ")


def read(content: bytes) -> Any:  # noqa: ANN401  the library has no types
    told = feedparser.parse(plain(content.decode()).encode())
    assert not told.bozo, told.get("bozo_exception")
    assert told.version == "atom10"
    return told


def made(furniture: Furniture, found: list[Entry]) -> dict[str, Any]:
    return {name: read(content) for name, content in feeds(furniture, found, IDENTITY)}


def links(entry: Any) -> dict[str, str]:  # noqa: ANN401  the library has no types
    return {one.rel: one.href for one in entry.links}


@pytest.mark.parametrize("url", ["", URL])
def test_every_feed_is_what_the_standard_asks_and_another_program_reads_it(
    furniture: Furniture, lived: list[Entry], schema: etree.RelaxNG, url: str
) -> None:
    found = dict(feeds(replace(furniture, url=url), lived, IDENTITY))

    assert sorted(found) == ["kz-kg/feed.analyst.fr.atom", "kz-kg/feed.atom", "kz-kg/feed.press.ru.atom"]
    for name, content in found.items():
        schema.assertValid(etree.fromstring(content))
        told = read(content)
        ids = [one.id for one in told.entries]
        assert len(set(ids)) == len(ids) == {"kz-kg/feed.atom": 5, "kz-kg/feed.analyst.fr.atom": 3}.get(name, 2)
        assert told.feed.updated == max(one.updated for one in told.entries)


@pytest.mark.parametrize(
    "broken",
    [
        '<id>urn:x</id><title/><updated>2026-11-03</updated><author><name>a</name></author><link rel="self" type="a/b" href="x"/>',
        '<title/><updated>2026-11-03T00:00:00Z</updated><author><name>a</name></author><link rel="self" type="a/b" href="x"/>',
        '<id>urn:x</id><title/><updated>2026-11-03T00:00:00Z</updated><link rel="self" type="a/b" href="x"/>',
    ],
    ids=["a day is no instant", "no id", "nobody wrote it"],
)
def test_the_schema_refuses_what_the_standard_forbids(schema: etree.RelaxNG, broken: str) -> None:
    assert not schema.validate(etree.fromstring(f'<feed xmlns="http://www.w3.org/2005/Atom">{broken}</feed>'))


def test_the_latest_change_stands_first_and_a_correction_says_what_was_wrong(furniture: Furniture, lived: list[Entry]) -> None:
    told = made(furniture, lived)["kz-kg/feed.analyst.fr.atom"]

    newest, former, oldest = told.entries
    assert (newest.title, newest.summary) == (
        "<b>Kazakhstan</b> & Kyrgyzstan · Édition de l’analyste",
        "Données au 2 novembre 2026 · pages : 8 · Correction du tirage précédent : 2025 was counted twice.",
    )
    assert former.title.startswith("Remplacée : ")
    assert (former.published, former.updated) == ("2026-11-03T12:00:00+00:00", "2026-11-05T12:00:00+00:00")
    assert former.summary.endswith("Remplacée le 5 novembre 2026 · Motif : 2025 was counted twice.")
    assert [one.term for one in oldest.tags] == ["analyst", "fr", "issued"]
    assert told.feed.author == "Bureau & Co"


def test_only_an_edition_that_counts_is_handed_out(furniture: Furniture, lived: list[Entry]) -> None:
    told = made(furniture, lived)

    newest, former, _ = told["kz-kg/feed.analyst.fr.atom"].entries
    assert links(newest) == {"alternate": "2026-10/analyst.fr.issue-2.html", "enclosure": "2026-10/analyst.fr.issue-2.pdf"}
    assert newest.enclosures[0].length == str(len(b"%PDF second"))
    assert links(former) == {"alternate": "2026-10/analyst.fr.html"}
    withdrawn = told["kz-kg/feed.press.ru.atom"].entries[0]
    assert withdrawn.title.startswith("Отозван: ")
    assert withdrawn.summary.endswith("Отозван 6 ноября 2026 г. · Причина: Ошибка <в> данных.")
    assert links(withdrawn) == {"alternate": "index.ru.html#kz-kg.2026-10.press.ru.1"}


def test_a_served_archive_gives_whole_addresses_and_each_feed_its_own(furniture: Furniture, lived: list[Entry]) -> None:
    told = made(replace(furniture, url=URL), lived)

    for name, feed in told.items():
        assert links(feed.feed)["self"] == f"{URL}/{name}"
        assert all(link.startswith(f"{URL}/kz-kg/") for one in feed.entries for link in links(one).values())
    assert links(told["kz-kg/feed.press.ru.atom"].entries[0])["alternate"] == f"{URL}/kz-kg/index.ru.html#kz-kg.2026-10.press.ru.1"


def test_ids_stay_when_the_archive_moves_and_when_an_edition_is_withdrawn(furniture: Furniture, lived: list[Entry]) -> None:
    before, after = made(furniture, [one for one in lived if one.issue == 1]), made(replace(furniture, url=URL, office="Other"), lived)

    assert {name: feed.feed.id for name, feed in before.items()} == {name: feed.feed.id for name, feed in after.items()}
    assert len({feed.feed.id for feed in after.values()}) == 3
    old = {one.id for feed in before.values() for one in feed.entries}
    assert old < {one.id for feed in after.values() for one in feed.entries}
    assert edition_id(lived[0]) == edition_id(replace(lived[0], state="withdrawn", settled_at="2026-12-01T00:00:00+00:00"))


def test_a_feed_does_not_grow_for_ever(furniture: Furniture, lived: list[Entry]) -> None:
    many = [
        replace(lived[0], key=f"k{number}", issue=number, issued_at=f"2026-11-03T12:00:{number % 60:02}+00:00")
        for number in range(MOST + 9)
    ]

    assert len(made(furniture, many)["kz-kg/feed.atom"].entries) == MOST


def test_an_audience_and_a_partnership_without_a_name_stand_by_their_own(furniture: Furniture, lived: list[Entry]) -> None:
    told = made(replace(furniture, titles={}, audiences={}), lived)

    assert told["kz-kg/feed.analyst.fr.atom"].feed.title == "Nouvelles éditions : kz-kg · analyst"
    assert feed_name("") == "feed.atom"
