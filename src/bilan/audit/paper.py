"""What text stands on the pages of a finished PDF, and is it the markup's, word for word?"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bilan.audit.numerals import squeezed
from bilan.audit.runs import Run, runs
from bilan.audit.shapes import Letter

# The layout breaks lines and words; what a reader sees does not depend on where.
_AIR = re.compile("[\\s\u00a0\u202f\u200b\u00ad\ufffe\\x02\\-\u2010\u2011]+")
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_HEAD = re.compile(r"<thead\b.*?</thead>", re.DOTALL)
_TITLE = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
TAKEN, PAGE = "\ue003", "\ue004"
LEAST = 12


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, as a reader's copy would have it."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415  only a finished edition needs it

    document = PdfDocument(pdf)
    try:
        texts = []
        for page in document:
            textpage = page.get_textpage()
            texts.append(str(textpage.get_text_bounded()))
            textpage.close()
            page.close()
        return texts
    finally:
        document.close()


def attached(pdf: bytes, name: str) -> bytes | None:
    """The file of that name that a PDF carries; None for a PDF without it."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415  as above

    document = PdfDocument(pdf)
    try:
        every = [document.get_attachment(number) for number in range(document.count_attachments())]
        return next((bytes(one.get_data()) for one in every if one.get_name() == name), None)
    finally:
        document.close()


def bare(text: str) -> str:
    """A text without spaces, hyphens and capitals."""
    return _AIR.sub("", text).casefold()


Block = tuple[str, ...]
"""What stands together on paper; the lines of a drawing may also stand one by one, as on a map."""


def blocks(html: str, drawings: Mapping[str, Sequence[Letter]]) -> list[Block]:
    """Rows of tables, runs of words, the texts of drawings in order; `drawings` by the name of their file."""
    rows = [("".join(bare(run.text) for run in runs(row)),) for row in _ROW.findall(html)]
    loose = [_of_run(run, drawings) for run in runs(_ROW.sub("<p>", html))]
    return [one for one in (*rows, *loose) if "".join(one)]


def repeated(html: str) -> list[str]:
    """What may stand again on a further page: heads of tables, the title."""
    return [bare("".join(run.text for run in runs(one))) for one in (*_HEAD.findall(html), *_TITLE.findall(html))]


def compared(pages: Sequence[str], wanted: Iterable[Block], again: Iterable[str]) -> tuple[list[str], list[str]]:
    """Blocks that are not on paper, and what is on paper without being a block; `again` may stand once more a page."""
    paper = PAGE.join(bare(page) for page in pages)
    lost: list[str] = []
    parts: list[str] = []
    for block, many in sorted(Counter(wanted).items(), key=lambda pair: (-len("".join(pair[0])), pair[0])):
        for _ in range(many):
            taken = _without(paper, "".join(block))
            if taken is not None:
                paper = taken
            elif len(block) > 1:
                parts += block
            else:
                lost += block
    for head in sorted({*again} - {""}, key=len, reverse=True):
        paper = paper.replace(head, TAKEN * len(head), max(len(pages) - 1, 0))
    for part in sorted(parts, key=lambda text: (-len(text), text)):
        taken = _without(paper, part)
        paper, lost = (paper, [*lost, part]) if taken is None else (taken, lost)
    # Names that overlap on a map are read interleaved; a numeral among them still has to be there.
    lost = [one for one in lost if one not in parts or any(sign.isdigit() for sign in one)]
    return lost, _besides(pages, paper)


def _besides(pages: Sequence[str], paper: str) -> list[str]:
    """What is left of the pages, as it is written there."""
    whole = PAGE.join(pages)
    origin = [place for place, sign in enumerate(whole) if not _AIR.fullmatch(sign) for _ in sign.casefold()]
    left = re.finditer(f"[^{TAKEN}{PAGE}]+", paper)
    return [squeezed(whole[origin[one.start()] : origin[one.end() - 1] + 1]) for one in left]


def _of_run(run: Run, drawings: Mapping[str, Sequence[Letter]]) -> Block:
    if not run.image:
        return (bare(run.text),)
    lines = ["".join(bare(one.text) for one in line) for line in in_lines(drawings.get(run.image, ()))]
    return tuple(line for line in lines if line)


def in_lines(letters: Sequence[Letter]) -> list[list[Letter]]:
    """Texts as a reader of the PDF gets them: those that follow each other on one line from left to right."""
    lines: list[list[Letter]] = []
    for one in letters:
        if lines and abs(lines[-1][-1].y - one.y) < 1:
            lines[-1].append(one)
        else:
            lines.append([one])
    return [sorted(line, key=lambda letter: letter.x) for line in lines]


def _without(paper: str, block: str) -> str | None:
    """The paper without a block, which may run on to the next page; None where it is not there."""
    place = paper.find(block)
    if place >= 0:
        return _taken(paper, place, len(block))
    return _over_pages(paper, block)


def _over_pages(paper: str, block: str) -> str | None:
    """A long block whose start ends one page's text and whose rest stands on the next."""
    for size in range(len(block) - LEAST, LEAST, -1):
        start, rest = block[:size], block[size:]
        place = paper.find(start)
        if place < 0:
            continue
        border = paper.find(PAGE, place)
        further = paper.find(rest, border) if border >= 0 else -1
        if further >= 0 and PAGE not in paper[border + 1 : further]:
            return _taken(_taken(paper, further, len(rest)), place, len(start))
    return None


def _taken(paper: str, place: int, size: int) -> str:
    return f"{paper[:place]}{TAKEN * size}{paper[place + size :]}"
