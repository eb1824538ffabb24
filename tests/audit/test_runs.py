from bilan.audit.runs import Run, kind_of, numerals, plain, runs, told
from bilan.document import Printed, Text

ONE = Printed("$1.57 billion", "reading", "trade.total:KAZ:2023", value="1570000000")


def texts(html: str) -> list[str]:
    return [run.text for run in runs(html)]


def test_a_page_falls_into_runs_at_its_tags() -> None:
    assert texts("<p><b>Lead.</b> Body <i>and</i> more</p><p>x<br>y</p>") == ["Lead.", "Body", "and", "more", "x", "y"]


def test_a_numeral_belongs_to_its_sentence_and_carries_what_it_resolves_to() -> None:
    (run,) = runs(f"<p>Trade came to {ONE.__html__()} in all.</p>")

    assert run.text == "Trade came to $1.57 billion in all."
    assert run.told == told(Text.of("Trade came to ", ONE, " in all."))
    assert [kind_of(one) for one in numerals(run.told)] == ["reading"]


def test_a_numeral_set_in_parts_is_one_numeral() -> None:
    (run,) = runs('<div><small>about </small><data value="5" data-id="x"><small>$</small>5<small>bn</small></data></div>')

    assert run.told == told(Text.of("about ", Printed("$5bn", "reading", "x", value="5")))


def test_a_declared_constant_keeps_its_kind() -> None:
    (run,) = runs('<p><span data-fixed="period" data-ref="2023">2023</span></p>')

    assert ([kind_of(one) for one in numerals(run.told)], plain(run.told)) == (["period"], "2023")


def test_styles_titles_and_drawings_are_no_part_of_the_page() -> None:
    assert texts("<title>t</title><style>p{}</style><p>x</p><svg><text>9<tspan>8</tspan></text></svg><p>y</p>") == ["x", "y"]


def test_a_picture_stands_where_it_is() -> None:
    assert runs('<p>x</p><img src="figures/a.svg"><p>y</p>') == [Run("x", "x"), Run("", "", "figures/a.svg"), Run("y", "y")]


def test_what_is_left_open_still_counts() -> None:
    assert texts('<p><data value="7" data-id="x">7<p>more') == ["7more"]
