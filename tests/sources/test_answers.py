import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bilan.errors import StoreError
from bilan.sources.answers import INDEX, Answers, Summary, answer_of
from bilan.sources.http_request import Known, Response

NOW = datetime(2026, 11, 25, 12, 0, 0, tzinfo=UTC)
ONE = Response("https://x.org/a?page=1", 200, {"etag": '"v1"', "last-modified": "yesterday"}, b"one", NOW)
TWO = Response("https://x.org/a?page=2", 200, {}, b"two", NOW + timedelta(seconds=1))


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    return Answers(tmp_path / "raw" / "wb-gdp")


def bodies(answers: Answers) -> list[bytes]:
    return sorted(path.read_bytes() for path in answers.folder.iterdir() if path.name != INDEX)


def test_keeps_a_page_byte_for_byte_under_its_hash(answers: Answers) -> None:
    kept = answers.keep(ONE)

    assert (answers.folder / kept.sha256).read_bytes() == b"one"
    assert kept.sha256 == "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
    assert (kept.address, kept.status, kept.at) == (ONE.address, 200, NOW)
    assert kept.known == Known('"v1"', "yesterday")


def test_the_same_bytes_are_stored_once_and_noted_twice(answers: Answers) -> None:
    answers.keep(ONE)
    answers.keep(replace(ONE, received_at=NOW + timedelta(days=1)))

    assert bodies(answers) == [b"one"]
    assert len((answers.folder / INDEX).read_text(encoding="utf-8").splitlines()) == 2


def test_a_damaged_file_is_mended_when_its_bytes_come_again(answers: Answers) -> None:
    kept = answers.keep(ONE)
    (answers.folder / kept.sha256).write_bytes(b"rotten")

    answers.keep(ONE)

    assert bodies(answers) == [b"one"]


def test_an_answer_is_there_only_once_all_its_pages_are(answers: Answers) -> None:
    first = answers.keep(ONE)
    assert answers.latest() is None

    second = answers.keep(TWO)
    answers.finish((first, second), NOW, "2026-10-21", {"title": "GDP"})
    latest = answers.latest()

    assert latest is not None
    assert (latest.at, latest.release, latest.citation, latest.pages) == (NOW, "2026-10-21", {"title": "GDP"}, (first, second))
    assert latest.page(TWO.address) == second
    assert latest.page("https://x.org/other") is None


def test_the_last_whole_answer_counts(answers: Answers) -> None:
    answers.finish((answers.keep(ONE),), NOW, "a", {})
    answers.finish((answers.keep(TWO),), NOW + timedelta(days=3), "b", {})

    latest = answers.latest()

    assert latest is not None
    assert latest.release == "b"
    assert answers.summary() == Summary(NOW + timedelta(days=3), "b", 1, {})
    assert answers.summary().age(NOW + timedelta(days=10)) == 7


def test_pages_since_the_last_whole_answer_are_open(answers: Answers) -> None:
    answers.finish((answers.keep(ONE),), NOW, "", {})
    left = answers.keep(TWO)
    answers.fail(NOW, "x.org: cannot be reached")

    assert answers.open_pages() == {TWO.address: left}


def test_a_page_that_was_refused_is_evidence_and_no_longer_open(answers: Answers) -> None:
    answers.refuse(answers.keep(ONE))

    assert answers.open_pages() == {}
    assert bodies(answers) == [b"one"]


def test_a_failure_is_remembered_until_the_next_whole_answer(answers: Answers) -> None:
    answers.finish((answers.keep(ONE),), NOW, "", {})
    answers.fail(NOW + timedelta(days=1), "x.org: cannot be reached")

    assert answers.summary() == Summary(NOW, "", 1, {}, NOW + timedelta(days=1), "x.org: cannot be reached")

    answers.finish((answers.keep(ONE),), NOW + timedelta(days=2), "", {})

    assert answers.summary().failure == ""


def test_a_source_never_asked_has_nothing(answers: Answers) -> None:
    assert (answers.latest(), answers.open_pages(), answers.summary()) == (None, {}, Summary())
    assert answers.summary().age(NOW) is None


def test_a_line_that_a_crash_cut_short_spoils_neither_the_lines_before_nor_after(answers: Answers) -> None:
    answers.finish((answers.keep(ONE),), NOW, "a", {})
    index = answers.folder / INDEX
    index.write_bytes(index.read_bytes() + b'{"kind": "set", "at": "20')

    answers.finish((answers.keep(TWO),), NOW, "b", {})

    assert answers.summary().release == "b"
    assert answers.summary().pages == 1


def test_a_message_with_strange_line_ends_stays_one_line(answers: Answers) -> None:
    answers.fail(NOW, "odd\u2028 and\x85 and\r\nplain")

    assert answers.summary().failure == "odd\u2028 and\x85 and\r\nplain"


def test_lines_that_are_no_entries_are_passed_over(answers: Answers) -> None:
    answers.finish((answers.keep(ONE),), NOW, "a", {})
    with (answers.folder / INDEX).open("a", encoding="utf-8") as file:
        file.write('[1]\n{"other": 1}\n\n')

    assert answers.summary().release == "a"


@pytest.mark.parametrize(("damage", "said"), [(b"rotten", "is damaged"), (None, "cannot be read")])
def test_a_damaged_or_missing_file_is_told(answers: Answers, damage: bytes | None, said: str) -> None:
    kept = answers.keep(ONE)
    answers.finish((kept,), NOW, "", {})
    path = answers.folder / kept.sha256
    path.unlink() if damage is None else path.write_bytes(damage)

    with pytest.raises(StoreError, match=said) as caught:
        answers.latest()

    assert caught.value.hint == "run `bilan fetch` again to ask for it anew"


def test_a_damaged_page_is_neither_remembered_nor_gone_on_from(answers: Answers) -> None:
    whole, left = answers.keep(ONE), answers.keep(TWO)
    answers.finish((whole, left), NOW, "", {})
    answers.keep(TWO)
    (answers.folder / left.sha256).write_bytes(b"rotten")

    assert answers.remembered() == {ONE.address: whole}
    assert answers.open_pages() == {}


@pytest.mark.parametrize("act", ["keep", "finish"])
def test_a_folder_that_cannot_be_written_is_told_and_nothing_half_written_stays(answers: Answers, act: str) -> None:
    answers.folder.parent.mkdir(parents=True)
    answers.folder.write_text("a file stands where the folder should be", encoding="utf-8")

    with pytest.raises(StoreError, match="raw/wb-gdp: cannot be written"):
        answers.keep(ONE) if act == "keep" else answers.finish((answer_of(ONE),), NOW, "", {})


def test_nothing_is_left_of_a_page_whose_writing_failed(answers: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(StoreError, match="No space left"):
            answers.keep(ONE)

    assert list(answers.folder.iterdir()) == []


def test_the_index_can_be_read_by_anyone(answers: Answers) -> None:
    answers.keep(ONE)

    line = json.loads((answers.folder / INDEX).read_text(encoding="utf-8"))

    assert line == {
        "kind": "page", "address": ONE.address, "at": "2026-11-25T12:00:00+00:00", "status": 200, "bytes": 3,
        "headers": {"etag": '"v1"', "last-modified": "yesterday"},
        "sha256": "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed",
    }  # fmt: skip
