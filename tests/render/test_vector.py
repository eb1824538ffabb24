import pytest

from bilan.render.vector import DEEPEST, MOST_BYTES, MOST_ELEMENTS, Drawing

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
PLAIN = f'{HEAD}<path d="M0 0h40v20z" fill="#0B4F75"/></svg>'


def read(body: str) -> Drawing:
    return Drawing(body.encode())


def refused(inside: str) -> str:
    found = read(f"{HEAD}\n{inside}</svg>").mistakes
    assert found
    return found[0]


def test_a_drawing_of_shapes_is_written_anew_with_its_size() -> None:
    drawing = read(PLAIN)

    assert not drawing.mistakes
    assert drawing.size == (40.0, 20.0)
    assert drawing.text == (
        '<svg viewBox="0 0 40 20" xmlns="http://www.w3.org/2000/svg"><path d="M0 0h40v20z" fill="#0B4F75"></path></svg>'
    )
    assert Drawing(drawing.text.encode()).text == drawing.text


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>alert(1)</script>", "<script> is not allowed"),
        ('<rect onload="alert(1)"/>', "<rect onload=…> is not allowed"),
        ('<image href="https://example.org/x.png"/>', "<image> is not allowed"),
        ('<use href="#a"/>', "<use> is not allowed in a drawing; draw the shape itself"),
        ("<foreignObject/>", "<foreignObject> is not allowed"),
        ("<style>@import url(x)</style>", "<style> is not allowed"),
        ("<text>1.8bn</text>", "<text> is not allowed in a drawing; turn text into paths"),
        ("<animate/>", "<animate> is not allowed"),
        ('<rect fill="url(https://example.org/p)"/>', "refers to 'url(https://example.org/p)'"),
        ('<rect style="fill:URL(file:///etc/passwd)"/>', "refers to 'URL(file:///etc/passwd)'"),
        ('<rect xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="x"/>', "<rect href=…> is not allowed"),
    ],
)
def test_whatever_runs_or_refers_is_refused_with_its_line(inside: str, said: str) -> None:
    assert refused(inside).startswith("line 2: ")
    assert said in refused(inside)


def test_what_other_programs_leave_behind_is_dropped_without_a_word() -> None:
    drawing = read(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/" width="30px" height="10px">'
        '<i:page i:x="1"/><metadata xmlns="x"/><rect class="a" i:label="b" style="fill:#fff;-x:y" width="3"/></svg>'
    )

    assert not drawing.mistakes
    assert drawing.size == (30.0, 10.0)
    assert '<rect fill="#fff" width="3">' in drawing.text
    assert "label" not in drawing.text


def test_its_own_gradient_may_be_referred_to() -> None:
    assert 'fill="url(#g)"' in read(f'{HEAD}<linearGradient id="g"/><rect fill="url(#g)"/></svg>').text


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + PLAIN, "a document type is not allowed"),
        ("<svg", "is no XML"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "states no size"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0"/>', "states no size"),
        (HEAD + "<g>" * (DEEPEST + 1), "is too large"),
        (HEAD + "<rect/>" * MOST_ELEMENTS + "</svg>", "is too large"),
        (PLAIN + " " * MOST_BYTES, "KB are allowed"),
    ],
)
def test_what_could_blow_up_or_cannot_be_read_is_refused(body: str, said: str) -> None:
    assert said in read(body).mistakes[0]
