import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bilan.config.models import PartnershipConfig
from bilan.document import Printed, Text
from bilan.errors import DefinitionError
from bilan.model import Reading
from bilan.period import Period
from bilan.wording.printer import Printer, plain_printer, printer

MakeReading = Callable[..., Reading]


def own(folder: Path, partnership: PartnershipConfig, text: str, lang: str = "en") -> Printer:
    (folder / f"texts.{lang}.ftl").write_text(text, encoding="utf-8")
    return printer(lang, partnership, folder)


@pytest.mark.parametrize(
    ("precision", "en_text", "fr_text"),
    [
        ("exact", "$1.7 billion", "1,7\u00a0milliard de dollars"),
        ("rounded", "$1.7 billion", "1,7\u00a0milliard de dollars"),
        ("approximate", "about $1.7 billion", "environ 1,7\u00a0milliard de dollars"),
        ("lower_bound", "over $1.7 billion", "plus de 1,7\u00a0milliard de dollars"),
        ("upper_bound", "nearly $1.7 billion", "près de 1,7\u00a0milliard de dollars"),
    ],
)
def test_hedges_as_the_precision_asks(precision: str, en_text: str, fr_text: str, en: Printer, fr: Printer, reading: MakeReading) -> None:
    one = reading("1700000000", precision=precision)

    assert [str(each.amount(one)) for each in (en, fr)] == [en_text, fr_text]
    assert str(en.amount(one, hedge=False)).startswith("$1.7")


@pytest.mark.parametrize(
    ("value", "en_text", "fr_text"),
    [
        ("2000000000", "$2 billion", "2\u00a0milliards de dollars"),
        ("745000000", "$745 million", "745\u00a0millions de dollars"),
        ("-406000000", "−$406 million", "−406\u00a0millions de dollars"),
        ("1000000", "$1 million", "1\u00a0million de dollars"),
    ],
)
def test_writes_money_in_sentences(value: str, en_text: str, fr_text: str, en: Printer, fr: Printer, reading: MakeReading) -> None:
    one = reading(value, precision="rounded")

    assert [str(each.amount(one)) for each in (en, fr)] == [en_text, fr_text]


def test_writes_money_in_tables(en: Printer, fr: Printer, reading: MakeReading) -> None:
    one = reading("1318000000")

    assert [str(each.amount(one, form="short")) for each in (en, fr)] == ["$1.32bn", "1,32\u00a0Md\u00a0$"]
    assert str(en.amount(one, form="bare", scale=Decimal(10**6), digits=1)) == "1,318.0"
    assert str(fr.amount(one, form="short", scale=Decimal(10**6), digits=0)) == "1\u202f318\u00a0M\u00a0$"


def test_writes_changes_with_their_sign(en: Printer, fr: Printer, reading: MakeReading) -> None:
    assert str(en.change(reading("11.55", "percent"))) == "+11.6%"
    assert str(fr.change(reading("-11.55", "percent"))) == "−11,6\u202f%"
    assert str(en.change(reading("-406000000"))) == "−$406m"
    assert str(en.change(reading("3.84", "percentage_points"), form="long")) == "+3.8 percentage points"
    assert str(en.change(reading("-0.04", "percent"))) == "0.0%"
    assert str(fr.amount(reading("3.84", "percentage_points"), signed=True)) == "+3,8\u00a0points de pourcentage"


def test_says_that_a_value_is_missing_without_any_numeral(en: Printer, fr: Printer, reading: MakeReading) -> None:
    missing = reading(None)

    assert [str(each.amount(missing)) for each in (en, fr)] == ["n/a", "n.\u00a0d."]
    assert str(en.magnitude(missing)) == "n/a"
    assert en.made == []


def test_keeps_a_ledger_of_all_it_printed(en: Printer, reading: MakeReading) -> None:
    text = en.amount(reading("1318000000"))
    day = en.date(date(2026, 11, 1))
    span = en.period(Period.parse("2023-M01..M07"))
    known = en.dated("2024-04")

    assert en.made == [*text.printed, day, span, known]
    assert (day.kind, day.ref, str(day)) == ("date", "2026-11-01", "1 November 2026")
    assert (span.kind, span.ref, known.kind, known.ref) == ("period", "2023-M01..M07", "date", "2024-04")
    assert str(en.date(date(2026, 11, 1), form="short")) == "1 Nov 2026"


def test_prints_counts_ticks_and_constants(en: Printer) -> None:
    assert (str(en.count(12345, "rows")), en.made[-1].ref) == ("12,345", "rows")
    assert str(en.axis(Decimal("-1.25"), 1)) == "−1.3"
    assert (en.constant("24/7", "name").ref, en.constant("No. 9", "ordinal", "edition").ref) == ("24/7", "edition")


def test_gives_a_message_every_kind_of_argument(tmp_path: Path, partnership: PartnershipConfig, reading: MakeReading) -> None:
    words = own(
        tmp_path,
        partnership,
        "all = { $who }: { $money } on { $day } in { $span }, { $n } times, { $dec }, { $made }, { $text }\n",
    )

    said = words.say(
        "all",
        who="Both",
        money=reading("5000000", precision="approximate"),
        day=date(2026, 1, 2),
        span=Period.parse("2023"),
        n=3,
        dec=Decimal("1.5"),
        made=words.constant("C5+1", "name"),
        text=Text.of("as ", words.period(Period.parse("2024"))),
    )

    assert str(said) == "Both: about $5 million on 2 January 2026 in 2023, 3 times, 1.5, C5+1, as 2024"
    assert [one.kind for one in said.printed] == ["reading", "date", "period", "count", "claim", "name", "period"]


def test_lets_a_message_choose_by_class_sign_state_and_kind(tmp_path: Path, partnership: PartnershipConfig, reading: MakeReading) -> None:
    words = own(
        tmp_path,
        partnership,
        "moved = { $x-state ->\n    [missing] unknown\n   *[known] { $x-sign ->\n        [negative] fell { $x-abs }\n        [zero] was stable\n"
        "       *[positive] rose { $x }\n    }\n }\nkind = { $p-kind }\nforms = { $x-short } { $x-plain } { $x-signed } { $x-change }\n"
        "quality = { $x-precision } { $x-status } { $x-class }\nof-text = { $t-state } { $t-sign } { $t-class }\n",
    )
    outcomes = [str(words.say("moved", x=reading(value, "percent"))) for value in ("-2", "2", "0.01", None)]
    kinds = [str(words.say("kind", p=Period.parse(text))) for text in ("2023", "2023-Q1", "2023-02", "2023-M01..M02", "2023-M01..M01")]

    assert outcomes == ["fell 2.0%", "rose 2.0%", "was stable", "unknown"]
    assert kinds == ["year", "quarter", "month", "span", "month"]
    assert str(words.say("forms", x=reading("5000000", precision="approximate"))) == "about $5m $5 million +$5 million +$5m"
    assert str(words.say("quality", x=reading("1", "percent", "rounded"))) == "rounded final one"
    assert str(words.say("of-text", t=words.amount(reading("-2", "percent")))) == "known negative other"
    assert str(words.say("of-text", t=Text.of("words"))) == "missing zero other"


def test_prints_only_what_a_message_uses(en: Printer, reading: MakeReading) -> None:
    en.say("issued-on", date=date(2026, 11, 1), unused=reading("5"))

    assert [one.text for one in en.made] == ["1 November 2026"]


def test_declares_the_numerals_of_a_partnerships_own_texts(tmp_path: Path, partnership: PartnershipConfig) -> None:
    words = own(tmp_path, partnership, "event = 7th Council, open 24/7, double track\nplain = No numeral\n")

    said = words.say("event")

    assert [(one.text, one.kind, one.ref) for one in said.printed] == [(text, "name", "event") for text in ("7", "24", "7", "double")]
    assert str(said) == "7th Council, open 24/7, double track"
    assert str(words.say("plain")) == "No numeral"
    assert said.printed == tuple(words.made)


def test_gives_plain_words_only_where_there_is_no_numeral(tmp_path: Path, partnership: PartnershipConfig) -> None:
    words = own(tmp_path, partnership, "event = 7th Council\n")

    assert (words.word("sources"), words.has("sources"), words.has("sorces")) == ("Sources", True, False)
    with pytest.raises(DefinitionError, match="holds a numeral: '7th Council'"):
        words.word("event")


def test_raises_when_an_argument_is_missing(en: Printer) -> None:
    with pytest.raises(DefinitionError, match=r"message 'issued-on' \(en/interface\.ftl\): cannot be used:\n  missing argument: \$date"):
        en.say("issued-on")


def test_names_countries_as_the_partnership_does(en: Printer, fr: Printer) -> None:
    assert (fr.country("KAZ"), fr.country_of("KAZ"), fr.country_of("KGZ")) == ("Kazakhstan", "du Kazakhstan", "de Kirghizstan")
    assert (en.country_of("KAZ"), en.country_adjective("KGZ")) == ("of Kazakhstan", "Kyrgyz")
    assert (en.partner("KAZ"), en.partner("WLD"), plain_printer("en", ["numbers"]).partner("KAZ")) == (True, False, False)


def test_tells_which_country_or_name_is_missing(en: Printer) -> None:
    with pytest.raises(DefinitionError, match="country 'KAS': cannot be used:\n  is no partner \\(did you mean 'KAZ'"):
        en.country("KAS")
    with pytest.raises(DefinitionError, match="country 'KGZ': cannot be used:\n  has no name in 'en'"):
        en.country("KGZ")


def test_marks_numerals_so_that_the_page_can_be_audited(fr: Printer, reading: MakeReading) -> None:
    html = fr.say("issued-on", date=date(2026, 11, 1)).__html__() + fr.amount(reading("1318000000")).__html__()

    assert '<span data-fixed="date" data-ref="2026-11-01">1er novembre 2026</span>' in html
    assert '<data value="1318000000" data-id="trade.total/2023">1,32\u00a0milliard de dollars</data>' in html


def test_loads_neither_babel_nor_fluent_before_something_is_printed() -> None:
    code = "import sys, bilan.wording.printer; sys.exit(int('babel' in sys.modules or 'fluent.runtime' in sys.modules))"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603  our own interpreter


def test_a_printed_text_of_foreign_make_is_passed_on_and_not_declared(en: Printer) -> None:
    foreign = Printed("9", "name", "x")

    assert en.say("edition", number=foreign).printed == (foreign,)
    assert en.made == []


def test_an_abbreviations_full_stop_also_ends_the_sentence(tmp_path: Path, partnership: PartnershipConfig) -> None:
    words = own(tmp_path, partnership, "a = До { $day }.\nb = { $who }. Всё.\nc = { $text }. И так…\n", "ru")

    assert str(words.say("a", day=date(2024, 4, 19))) == "До 19\u00a0апреля 2024\u00a0г."
    assert str(words.say("b", who="г.")) == "г. Всё."
    assert str(words.say("c", text=Text.of("т."))) == "т. И так…"
