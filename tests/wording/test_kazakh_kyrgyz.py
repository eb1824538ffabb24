"""Kazakh and Kyrgyz: nothing hangs on a number or a name, and every letter comes out of the finished page."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from fluent.syntax import ast

from bilan.cli.app import run
from bilan.config.models import CountryConfig, PartnershipConfig
from bilan.model import Reading
from bilan.wording.catalogue import parsed
from bilan.wording.check import files
from bilan.wording.languages import MESSAGES
from bilan.wording.printer import Printer, printer
from bilan.wording.suffixes import filled

LANGUAGES = ("kk", "ky")
LETTERS = {"kk": "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі", "ky": "Ңң Өө Үү"}
GLUED = re.compile(r"\d[^\W\d_]\w*")
JOINED = re.compile(r"\d-([^\W\d_]+)")
# Words a numeral makes an ordinal or a date with; the hyphen is spelling, and the word is always the same.
ORDINALS = {
    "kk": ("басылым", "шығарылым", "тоқсан", "отырысы", "оқылым", "өңіраралық"),
    "ky": (
        "жыл", "ж", "чыгарылыш", "басма", "чейрек", "жыйыны", "окуу", "аймактар",
        "январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр",
    ),
}  # fmt: skip
CASES = re.compile(r"\d(?!\d*-жыл)\S*-?(?:ға|ге|қа|ке|дан|ден|нан|нен|га|го|гө|дон|дөн)\b")
MakeReading = Callable[..., Reading]


def ways(lang: str, checkout: Path) -> Iterator[tuple[str, str]]:
    """Every text of a language, ours and the partnership's, with a digit in each gap."""
    for folder in (MESSAGES, checkout / "data" / "kz-kg"):
        for path in files(folder)[lang]:
            for entry in parsed(path.read_text(encoding="utf-8"), path.name).body:
                if isinstance(entry, ast.Message) and entry.value is not None:
                    yield from ((entry.id.name, way) for way in filled(entry.value))


@pytest.fixture
def doors() -> dict[str, Printer]:
    partnership = PartnershipConfig(
        title={"kk": "Қазақстан – Қырғызстан", "ky": "Казакстан – Кыргызстан"},
        country=(
            CountryConfig(code="KAZ", short="kz", name={"kk": "Қазақстан", "ky": "Казакстан"}),
            CountryConfig(code="KGZ", short="kg", name={"kk": "Қырғызстан", "ky": "Кыргызстан"}),
        ),
    )
    return {lang: printer(lang, partnership) for lang in LANGUAGES}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> dict[str, str]:
    """The text of a minister's page by language, where a project is called after all the language's own letters."""
    folder = tmp_path_factory.mktemp("letters")
    shutil.copytree(checkout / "data" / "kz-kg", folder / "data" / "kz-kg")
    shutil.copytree(checkout / "templates", folder / "templates")
    settings = 'partnerships = ["kz-kg"]\naudiences = ["minister"]\nlanguages = ["kk", "ky"]\n'
    (folder / "bilan.toml").write_text(settings, encoding="utf-8")
    for lang, letters in LETTERS.items():
        path = folder / "data" / "kz-kg" / f"texts.{lang}.ftl"
        said = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^project-solar = .*$", f"project-solar = {letters}", said), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795564800")
        assert run(["build", "--quiet", "--project", str(folder)]) == 0
    return {lang: text_of(folder / "reports" / "kz-kg" / "2026-10" / f"minister.{lang}.pdf") for lang in LANGUAGES}


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_is_glued_to_a_gap(lang: str, checkout: Path) -> None:
    assert [(name, found[0]) for name, way in ways(lang, checkout) if (found := GLUED.search(way))] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_only_ordinals_and_dates_join_a_number_by_a_hyphen(lang: str, checkout: Path) -> None:
    joined = {(name, word) for name, way in ways(lang, checkout) for word in JOINED.findall(way)}

    assert {one for one in joined if not one[1].startswith(ORDINALS[lang])} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_issued_page_holds_every_letter_and_no_case_on_a_number(lang: str, pages: dict[str, str]) -> None:
    assert set(LETTERS[lang]) - set(pages[lang]) == set()
    assert CASES.findall(pages[lang]) == []


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("kk", "2023 жылғы өзара сауда: 1,57 млрд $ (қазақстандық статистика), 1,32 млрд $ (қырғызстандық статистика)."),
        ("ky", "2023-жылдагы өз ара соода: 1,57 млрд $ (казакстандык статистика), 1,32 млрд $ (кыргызстандык статистика)."),
    ],
)
def test_a_sentence_is_a_label_a_colon_and_its_values(doors: dict[str, Printer], reading: MakeReading, lang: str, expected: str) -> None:
    names = {"kk": ("қазақстандық статистика", "қырғызстандық статистика"), "ky": ("казакстандык статистика", "кыргызстандык статистика")}
    first, second = reading("1572000000"), reading("1318000000")
    own, other = names[lang]

    said = doors[lang].say("lead-trade", period=first.period, first=first, second=second, statistics=own, statistics_other=other)

    assert str(said).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("lang", "precisions", "expected"),
    [
        ("kk", ("approximate", "approximate"), "қажетті жылдық өсім: шамамен 10% немесе 14%"),
        ("kk", ("approximate", "exact"), "қажетті жылдық өсім: шамамен 10% немесе 14,0%"),
        ("kk", ("exact", "approximate"), "қажетті жылдық өсім: 10,0% немесе шамамен 14%"),
        ("kk", ("lower_bound", "upper_bound"), "қажетті жылдық өсім: кемінде 10% немесе ең көбі 14%"),
        ("ky", ("approximate", "approximate"), "зарыл жылдык өсүш: болжол менен 10% же 14%"),
        ("ky", ("approximate", "lower_bound"), "зарыл жылдык өсүш: болжол менен 10% же кеминде 14%"),
        ("ky", ("upper_bound", "approximate"), "зарыл жылдык өсүш: көп дегенде 10% же болжол менен 14%"),
    ],
)
def test_a_hedge_before_two_numbers_is_said_once_only_where_it_holds_for_both(
    doors: dict[str, Printer], reading: MakeReading, lang: str, precisions: tuple[str, str], expected: str
) -> None:
    pace, other = reading("10", "percent", precisions[0]), reading("14", "percent", precisions[1])

    assert str(doors[lang].say("kpi-pace", pace=pace, other=other)) == expected


@pytest.mark.parametrize(("lang", "expected"), [("kk", "Германия статистикасы"), ("ky", "Германия статистикасы")])
def test_a_name_without_forms_of_its_own_stays_in_the_nominative(doors: dict[str, Printer], lang: str, expected: str) -> None:
    forms = {
        f"country-{form}": str(doors[lang].say(f"country-{form}", gender="none", country="Германия")) for form in ("the", "of", "to", "in")
    }

    assert set(forms.values()) == {"Германия"}
    assert str(doors[lang].say("statistics-fallback", country="Германия", **forms)) == expected
