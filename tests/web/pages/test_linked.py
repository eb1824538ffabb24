import re
from base64 import b64encode
from hashlib import sha256

from bilan.web.pages.linked import linked, policy

PAGE = (
    '<html><head><meta http-equiv="Content-Security-Policy" content="x"><style>p{color:red}</style></head><body>'
    '<p><data value="1" data-id="trade.total:KAZ:2024">$1.7&nbsp;bn</data> and <data value="2" data-id="a&amp;b">2</data></p></body></html>'
)


def text(page: str) -> str:
    return re.sub(r"<style.*?</style>|<[^>]+>", "", page)


def test_each_number_leads_to_where_it_comes_from_and_the_words_are_the_same() -> None:
    made = linked(PAGE, "/en/trace")

    assert '<a data-trace href="/en/trace?number=trade.total%3AKAZ%3A2024"><data' in made
    assert "number=a%26b" in made
    assert text(made) == text(PAGE)


def test_a_name_cannot_leave_its_attribute() -> None:
    made = linked('<data data-id="&quot; onclick=alert(1) x=&quot;">1</data>', "/t")

    assert 'href="/t?number=%22%20onclick%3Dalert%281%29%20x%3D%22"' in made


def test_only_the_style_sheets_in_the_page_are_allowed() -> None:
    digest = b64encode(sha256(b"p{color:red}").digest()).decode()

    assert f"style-src 'sha256-{digest}'" in policy(PAGE)
    assert "unsafe" not in policy(PAGE)
    assert "style-src 'none'" in policy("<p>none</p>")
