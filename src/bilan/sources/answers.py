"""What did a source answer, and when? Bytes as received, kept under their hash, with an index that is only appended to."""

import hashlib
import json
import os
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bilan.errors import StoreError
from bilan.sources.http_request import Known, Response

INDEX = "index.jsonl"
_AGAIN = "run `bilan fetch` again to ask for it anew"


@dataclass(frozen=True, slots=True)
class Answer:
    """One page as it was received: address without secrets, instant, status, headers that matter, SHA-256, bytes."""

    address: str
    at: datetime
    status: int
    headers: Mapping[str, str]
    sha256: str
    body: bytes

    @property
    def known(self) -> Known:
        """What to say so that the server sends it again only if it changed."""
        return Known(self.headers.get("etag", ""), self.headers.get("last-modified", ""))


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """All pages of one question, whole: when the last was received, what release they say they are of, how to cite them."""

    at: datetime
    release: str
    citation: Mapping[str, str]
    pages: tuple[Answer, ...]

    def page(self, address: str) -> Answer | None:
        """The page kept for an address."""
        return next((one for one in self.pages if one.address == address), None)


@dataclass(frozen=True, slots=True)
class Summary:
    """What is known of a source without opening a page: last whole answer, its release, pages and citation, last failure since."""

    at: datetime | None = None
    release: str = ""
    pages: int = 0
    citation: Mapping[str, str] | None = None
    failed_at: datetime | None = None
    failure: str = ""

    def age(self, now: datetime) -> int | None:
        """Whole days since the last whole answer; None where there was none."""
        return (now - self.at).days if self.at else None


class Answers:
    """The answers of one source, in a folder of its own (`data/raw/<source>/`)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, response: Response) -> Answer:
        """A page kept on disk, whole or not at all; the same bytes are stored once."""
        answer = answer_of(response)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._publish(answer)
            self._note({"kind": "page", **_told(answer)})
        except OSError as error:
            raise self._unwritable(error) from error
        return answer

    def refuse(self, answer: Answer) -> None:
        """Say that a page cannot be trusted: its bytes stay as evidence, no later fetch goes on from it."""
        self._note({"kind": "refused", **_told(answer)})

    def finish(self, pages: Sequence[Answer], at: datetime, release: str, citation: Mapping[str, str]) -> AnswerSet:
        """Say that these pages are all of one answer; from now on it is the latest."""
        line = {"kind": "set", "at": _instant(at), "release": release, "citation": dict(citation), "pages": [_told(one) for one in pages]}
        self._note(line)
        return AnswerSet(at, release, citation, tuple(pages))

    def fail(self, at: datetime, reason: str) -> None:
        """Say that the source was asked in vain; what is stored stays in use."""
        self._note({"kind": "failure", "at": _instant(at), "reason": reason})

    def latest(self) -> AnswerSet | None:
        """The last whole answer, every byte compared with its hash; None where there was none."""
        line = next((one for one in reversed(self._lines()) if one["kind"] == "set"), None)
        if line is None:
            return None
        pages = tuple(self._answer(page) for page in line["pages"])
        return AnswerSet(datetime.fromisoformat(line["at"]), line["release"], line["citation"], pages)

    def remembered(self) -> dict[str, Answer]:
        """The undamaged pages of the last whole answer by address: what need not be sent again."""
        line = next((one for one in reversed(self._lines()) if one["kind"] == "set"), None)
        pages = [self._whole(page) for page in line["pages"]] if line else []
        return {one.address: one for one in pages if one}

    def open_pages(self) -> dict[str, Answer]:
        """Pages received after the last whole answer, by address: what an interrupted fetch left."""
        lines = self._lines()
        last = max((number for number, one in enumerate(lines) if one["kind"] == "set"), default=-1)
        pages: dict[str, dict[str, Any]] = {}
        for one in lines[last + 1 :]:
            if one["kind"] == "page":
                pages[one["address"]] = one
            elif one["kind"] == "refused":
                pages.pop(one["address"], None)
        return {address: answer for address, one in pages.items() if (answer := self._whole(one))}

    def summary(self) -> Summary:
        """What is known of the source without opening a page."""
        lines = self._lines()
        last = max((number for number, one in enumerate(lines) if one["kind"] == "set"), default=-1)
        failed: dict[str, Any] = next((one for one in reversed(lines[last + 1 :]) if one["kind"] == "failure"), {})
        whole = lines[last] if last >= 0 else {}
        return Summary(
            at=datetime.fromisoformat(whole["at"]) if whole else None,
            release=whole.get("release", ""),
            pages=len(whole.get("pages", ())),
            citation=whole.get("citation"),
            failed_at=datetime.fromisoformat(failed["at"]) if failed else None,
            failure=failed.get("reason", ""),
        )

    def _publish(self, answer: Answer) -> None:
        path = self.folder / answer.sha256
        if path.exists() and _hash(path.read_bytes()) == answer.sha256:
            return
        part = self.folder / f"{os.getpid()}-{secrets.token_hex(8)}.part"
        try:
            with part.open("wb") as file:
                file.write(answer.body)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        _sync(self.folder)

    def _note(self, line: Mapping[str, Any]) -> None:
        """Append one line in one write; a line that a crash cut short is closed first."""
        path = self.folder / INDEX
        text = json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
            try:
                size = os.fstat(descriptor).st_size
                torn = size and os.pread(descriptor, 1, size - 1) != b"\n"
                os.write(descriptor, (("\n" if torn else "") + text).encode())
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            raise self._unwritable(error) from error

    def _lines(self) -> list[dict[str, Any]]:
        """The index, without lines that a crash cut short."""
        try:
            text = (self.folder / INDEX).read_bytes().decode("utf-8", "replace")
        except FileNotFoundError:
            return []
        except OSError as error:
            raise StoreError(
                f"raw/{self.folder.name}", f"cannot be read: {error.strerror}", "check the path and its permissions"
            ) from error
        lines = []
        for line in text.split("\n"):  # a message may hold other line ends
            try:
                one = json.loads(line)
            except json.JSONDecodeError:
                continue
            if isinstance(one, dict) and "kind" in one:
                lines.append(one)
        return lines

    def _whole(self, told: Mapping[str, Any]) -> Answer | None:
        """The page, or None where its file is damaged: then it is asked again."""
        try:
            return self._answer(told)
        except StoreError:
            return None

    def _answer(self, told: Mapping[str, Any]) -> Answer:
        where = f"{self.folder.name}/{told['sha256'][:16]}"
        try:
            body = (self.folder / told["sha256"]).read_bytes()
        except OSError as error:
            raise StoreError(where, f"cannot be read: {error.strerror}", _AGAIN) from error
        if _hash(body) != told["sha256"]:
            raise StoreError(where, "is damaged: its bytes do not agree with its name", _AGAIN)
        return Answer(told["address"], datetime.fromisoformat(told["at"]), told["status"], told["headers"], told["sha256"], body)

    def _unwritable(self, error: OSError) -> StoreError:
        return StoreError(f"raw/{self.folder.name}", f"cannot be written: {error.strerror}", "check space and permissions")


def answer_of(response: Response) -> Answer:
    """A response as an answer, kept nowhere yet."""
    return Answer(response.address, response.received_at, response.status, response.headers, _hash(response.body), response.body)


def _told(answer: Answer) -> dict[str, Any]:
    return {
        "address": answer.address, "at": _instant(answer.at), "status": answer.status, "headers": dict(sorted(answer.headers.items())),
        "sha256": answer.sha256, "bytes": len(answer.body),
    }  # fmt: skip


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
