from bilan.audit.charts import drawn, drawn_texts, spoken
from bilan.audit.evidence import Evidence
from bilan.document import Figure, Printed, Text

LABEL = Printed("$1.5bn", "reading", "total", "1.5", "1500000000", "1.5", "1000000000")
YEAR = Printed("2023", "period", "2023")


def figure(svg: str, alt: Text, *labels: Printed) -> Figure:
    words = Text.of("Trade")
    return Figure("trade", "bars", f"<svg>{svg}</svg>", 80, 20, words, words, alt, words, labels)


def evidence(html: str, *figures: Figure) -> Evidence:
    return Evidence(html, figures, ["page one"], (LABEL, YEAR), "en")


def test_reads_the_texts_a_chart_draws() -> None:
    assert drawn_texts(figure("<text>a</text><g><text>b</text></g>", Text())) == ["a", "b"]


def test_accepts_labels_alone_or_with_words_around_them() -> None:
    chart = figure("<text>$1.5bn</text><text>Kazakhstan $1.5bn, 2023</text>", Text(), LABEL, YEAR)

    assert drawn(evidence("", chart)) == []


def test_finds_a_label_inside_a_longer_numeral() -> None:
    bare = Printed("1.5", "axis", "1.5", "1.5", shown="1.5")
    chart = figure("<text>11.5</text><text>1.55</text><text>−$1.5</text><text>0,1.5</text>", Text(), bare)
    found = Evidence("", (chart,), [], (bare,), "en")

    assert len(drawn(found)) == 4


def test_finds_a_drawing_that_belongs_to_no_figure() -> None:
    (problem,) = drawn(evidence("<svg><text>99</text></svg>"))

    assert str(problem) == "markup: '99' is drawn on the page and in no figure (nearest reading: '$1.5bn' (total))"


def test_a_spoken_text_may_hold_a_figures_words_and_declared_numerals() -> None:
    chart = figure("", Text.of("Trade: ", LABEL), LABEL)

    assert spoken(evidence('<img alt="Figure. Trade: $1.5bn" title="in 2023">', chart)) == []


def test_finds_undeclared_numerals_in_a_figures_text() -> None:
    foreign = Printed("$9bn", "reading", "x", "9", "9000000000", "9", "1000000000")
    alt = Text.of("In 1999 ", foreign)

    problems = [problem.message for problem in spoken(evidence(f'<img alt="{alt}">', figure("", alt)))]

    assert problems == ["'1999' stands undeclared in the text of figure 'trade'", "'$9bn' stands undeclared in the text of figure 'trade'"]


def test_counts_how_often_a_numeral_may_be_spoken() -> None:
    (problem,) = spoken(evidence('<p title="2023 and 2023">x</p>'))

    assert problem.message == "'2023' is spoken and not declared"
