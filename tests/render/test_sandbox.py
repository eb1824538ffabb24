from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.document import Figure, Item, Mark, Printed, Table, Text
from bilan.errors import TemplateError
from bilan.render import page
from bilan.render.job import Job
from bilan.render.loader import Loader
from bilan.render.sandbox import WIDTH_MM, Ordinals, code, halves, mm, narrow, plain, rest, rows, scaled, short

Custom = Callable[[dict[str, str]], Job]
ESCAPES = [
    "{{ ''.__class__.__mro__ }}",
    "{{ word.__class__.__init__.__globals__ }}",
    "{{ briefing.glance.__class__.__subclasses__() }}",
    "{{ '{0.__class__}'.format(briefing) }}",
    "{{ ordinal.__call__.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ ''|attr('__class__') }}",
    "{{ sections.__getitem__ }}",
    "{% set _ = word.update({'lead': 'x'}) %}",
    "{% set _ = word.pop('lead') %}",
    "{{ open('/etc/passwd').read() }}",
    "{{ range(1000000000) }}",
    "{{ 10 ** 100000000 }}",
    "{{ 'x' * 10000000000 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ 1 + 1 }}",
    "{{ lipsum() }}",
    "{{ word.lead|safe }}",
    "{{ sections|random }}",
    '{% include "/etc/passwd" %}',
    '{% include "../../bilan.toml" %}',
    '{% include "brand.toml" %}',
    '{% import "os" as os %}',
    "{{ environment }}",
    "{{ env.HOME }}",
    "{{ os.environ }}",
    "{{ now() }}",
    "{{ request('https://example.org') }}",
    "{{ word.lead.__init__.__globals__['__builtins__'] }}",
    "{{ figures.motif.__class__.__base__ }}",
    "{{ brand.logo.body.decode.__self__.__class__ }}",
    "{{ ordinal.__init__.__globals__.Counter }}",
    "{{ ordinal._last }}",
    "{{ (sections|map(attribute='__class__')|list)[0] }}",
    "{{ sections|map(attribute='__class__.__mro__')|list }}",
    "{{ sections|groupby('__class__') }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ loop }}",
    "{{ joiner }}",
    "{{ ''.join.__self__ }}",
    "{{ sections|tojson }}",
    "{{ word|xmlattr }}",
    "{{ word.lead|format(1) }}",
    "{{ 7|round }}",
    "{% do 1 %}",
    "{% set _ = sections.append(1) %}",
    "{{ figures.clear() }}",
]


def drawn(width: float) -> Figure:
    nothing = Text()
    return Figure("f", "sample", "<svg/>", width, 50, nothing, nothing, nothing, nothing, ())


@pytest.mark.parametrize("attempt", ESCAPES)
def test_a_template_cannot_leave_the_page_or_compute(custom: Custom, attempt: str) -> None:
    job = custom({"base/cover.html": attempt})

    with pytest.raises(TemplateError) as caught:
        page.html(job.briefing, job.look, job.figures)

    assert caught.value.where == "templates/base/cover.html"


@given(st.lists(st.sampled_from([55.33, 70.17, 85.0, 99.83, 114.67, 174.0])))
def test_rows_keep_every_figure_in_order_and_none_is_wider_than_the_page(widths: list[float]) -> None:
    packed = rows([drawn(width) for width in widths])

    assert [figure.width_mm for row in packed for figure in row] == widths
    assert all(sum(figure.width_mm for figure in row) + 4 * (len(row) - 1) <= WIDTH_MM + 0.2 for row in packed)


def test_a_wide_and_a_small_figure_share_a_row() -> None:
    assert [len(row) for row in rows([drawn(114.67), drawn(55.33), drawn(174)])] == [2, 1]


def test_figures_of_two_lists_share_a_row() -> None:
    assert [[figure.width_mm for figure in row] for row in rows([drawn(55.33)], [drawn(114.67)])] == [[55.33, 114.67]]


def test_a_list_in_two_columns_keeps_its_order() -> None:
    one, two, three = (Item(name) for name in "abc")

    assert halves((one, two, three)) == ((one, two), (three,))


def test_only_a_narrow_figure_leaves_room_for_a_table() -> None:
    assert narrow(drawn(114.67))
    assert not narrow(drawn(174))
    assert rest(drawn(114.67)) == 55.33


def test_a_table_of_eight_lines_stays_on_one_page() -> None:
    assert short(Table("t", (), (("a",),) * 8))
    assert not short(Table("t", (), (("a",),) * 9))
    assert not short(Table("t", (), ((("a", "b"), "c"),) * 5))


def test_a_length_is_printed_without_idle_zeros() -> None:
    assert [mm(174.0), mm(114.67)] == ["174mm", "114.67mm"]


def test_the_numeral_of_a_headline_stands_large_inside_its_mark() -> None:
    value = Text.of(Printed("$1.8bn", "reading", "trade", "1.8", "1.8"), " of ", Printed("13", "count", "13", "13"))

    assert str(scaled(value)) == (
        '<data value="1.8" data-id="trade"><small>$</small>1.8<small>bn</small></data><small> of </small><small><span data-fixed="count" data-ref="13">13</span></small>'
    )


def test_a_headline_without_a_value_stays_a_word_and_is_escaped() -> None:
    assert str(scaled(Text.of("n/a <b>"))) == "<small>n/a &lt;b&gt;</small>"


def test_a_hostile_value_is_escaped_in_the_headline() -> None:
    hostile = Printed('<i>1"8</i>', "reading", '"><script>', '1"8', "1")

    assert "<script>" not in scaled(Text.of(hostile))
    assert "<i>" not in scaled(Text.of(hostile))


def test_ordinals_count_each_kind_for_itself() -> None:
    ordinal = Ordinals()

    assert [str(ordinal(kind)) for kind in ("figure", "table", "figure")] == ["1", "1", "2"]
    assert ordinal("figure").ref == "figure-3"


def test_an_id_is_a_declared_constant_and_plain_words_have_no_marks() -> None:
    assert code("trade.12m").kind == "code"
    assert plain(Text.of("in ", Printed("2023", "date", "2023"))) == "in 2023"


def test_a_status_is_shape_and_word(custom: Custom) -> None:
    job = custom({"base/cover.html": '{% import "macros.html" as part %}{{ part.cell(("A", mark)) }}'})

    made = page.fill(Loader(job.look), "cover.html", {"mark": Mark("late", "Late")})

    assert made == '<b>A</b><br><span class="muted"><span class="mark late">Late</span></span>'
