from datetime import date

import pytest

from bilan.compose.erratum import Erratum, erratum_in_words
from bilan.wording.printer import plain_printer

WRONG = Erratum(1, date(2026, 11, 2), "1,32 au lieu de 1,23")
TOLD = {
    "fr": "Erratum. Ce tirage 2 remplace le tirage 1 du 2 novembre 2026. Ce qui était faux : 1,32 au lieu de 1,23",
    "en": "Erratum. This issue 2 replaces issue 1 of 2 November 2026. What was wrong: 1,32 au lieu de 1,23",
    "ru": "Исправление. Издание 2 заменяет издание 1 (выпущено 2 ноября 2026 г.). Что было неверно: 1,32 au lieu de 1,23",
    "kk": "Түзету. 2-шығарылым 1-шығарылымды алмастырады (шыққан күні: 2026 ж. 2 қараша). Не қате болды: 1,32 au lieu de 1,23",
    "ky": "Оңдоо. 2-басма 1-басманы алмаштырат (чыккан күнү: 2026-ж. 2-ноябрь). Эмне туура эмес болгон: 1,32 au lieu de 1,23",
}


@pytest.mark.parametrize("language", sorted(TOLD))
def test_a_correction_says_which_issue_it_replaces_and_what_was_wrong(language: str) -> None:
    said = erratum_in_words(plain_printer(language, ("archive", "dates")), WRONG, 2)

    assert str(said).replace("\xa0", " ") == TOLD[language]
    assert [(one.kind, one.ref) for one in said.printed] == [
        ("edition", "issue"),
        ("edition", "replaced"),
        ("date", "2026-11-02"),
        ("erratum", "reason"),
    ]


def test_an_erratum_survives_the_manifest() -> None:
    assert Erratum.of({"erratum": WRONG.told}) == WRONG
    assert Erratum.of({}) is None
