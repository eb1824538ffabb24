import re
from pathlib import Path

import pytest
from tests.render.test_pdf import laid_out

from bilan.audit.paper import page_texts
from bilan.render.job import FontFiles

PAGE = "<style>@page{size:100mm 100mm;margin:0}body{margin:0}td{height:8mm;padding:0}p{margin:0}%s</style>"
ROWS = 9


def rules(checkout: Path) -> str:
    """What our sheet says about the rows of a table."""
    sheet = (checkout / "templates" / "base" / "briefing.css").read_text(encoding="utf-8")
    return "".join(re.findall(r"^\.t (?:tbody )?tr\b.*break.*$", sheet, re.MULTILINE))


@pytest.mark.parametrize("before_mm", [0, 20, 28, 36, 76, 84, 92])
def test_a_table_that_runs_on_begins_with_two_rows_at_least_and_ends_with_three(before_mm: int, checkout: Path, fonts: FontFiles) -> None:
    rows = "".join(f"<tr><td>row {number}</td></tr>" for number in range(ROWS))
    body = f'{PAGE % rules(checkout)}<p style="height:{before_mm}mm">a</p><table class="t"><tbody>{rows}</tbody></table>'

    pages = [text.count("row") for text in page_texts(laid_out(body, fonts).pdf)]

    assert sum(pages) == ROWS
    held = [count for count in pages if count]
    assert held[0] >= 2
    assert held[-1] >= 3
