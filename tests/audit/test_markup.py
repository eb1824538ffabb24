from bilan.audit.markup import Span, read


def test_tells_declared_numerals_from_loose_words() -> None:
    found = read('<p>In <span data-fixed="period" data-ref="2023">2023</span>: <data value="5" data-id="x">5</data> <b>7</b></p>')

    assert found.spans == [Span("2023", "period", "2023"), Span("5", "reading", "x", "5")]
    assert "".join(found.loose) == "In :  7"


def test_takes_a_span_in_a_span_as_one_text() -> None:
    found = read('<span data-fixed="name" data-ref="a">C<span>5</span><data data-id="x">+1</data></span>6')

    assert (found.spans, found.loose) == ([Span("C5+1", "name", "a")], ["6"])


def test_counts_an_element_that_is_never_closed_with_all_that_follows() -> None:
    assert read('<p><data value="7" data-id="x">7<p>more').spans == [Span("7more", "reading", "x", "7")]


def test_never_joins_digits_of_neighbours() -> None:
    assert read("<i>20</i><i>23</i>, <b>1</b>er<p>5</p>6").text.split("\n") == ["20", "23, 1er", "5", "6"]


def test_leaves_out_styles_and_keeps_what_is_spoken() -> None:
    found = read(
        '<title>Bilan 9</title><style>p { margin: 3px }</style><img alt="8 bars" title=""><script>4</script><br/><p aria-label="6">x</p>'
    )

    assert (found.spoken, found.loose, found.text.strip()) == (["Bilan 9", "8 bars", "6"], ["x"], "x")


def test_reads_what_a_drawing_says_apart_from_the_page() -> None:
    found = read("<svg><title>a 1</title><text>20<tspan>23</tspan></text><metadata>9</metadata><text>é</text></svg><p>x</p>")

    assert (found.drawn, found.spoken, found.loose) == (["2023", "é"], ["a 1"], ["x"])


def test_knows_the_heads_a_long_table_repeats() -> None:
    assert read("<table><thead><tr><th>2023</th></tr></thead><tr><td>5</td></tr></table>").heads == ["2023"]
