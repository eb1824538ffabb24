from datetime import date
from pathlib import Path

import pytest

from bilan.errors import ConfigError, SourceError
from bilan.model import Source
from bilan.sources.claims_file import CLAIMS_FILE, StatedClaim, read_claims_file

SOURCES = {
    "paper": Source("paper", "A speech", "Paper", "", "2024-04-19", "en", ""),
    "undated": Source("undated", "A speech", "Paper", "", "", "en", ""),
}
CLAIM = '[[claim]]\nid = "own"\ntext = "Trade came to 1.2 billion"\nsource = "paper"\n'


def read(folder: Path, text: str, as_of: str = "2026-10-31") -> tuple[StatedClaim, ...]:
    (folder / CLAIMS_FILE).write_text(text, encoding="utf-8")
    return read_claims_file(folder, SOURCES, date.fromisoformat(as_of))


def test_without_the_file_there_are_no_claims(tmp_path: Path) -> None:
    assert read_claims_file(tmp_path, SOURCES, date(2026, 10, 31)) == ()


@pytest.mark.parametrize(
    ("said", "check", "value", "period"),
    [
        ('value = "1.2e9"\nunit = "USD"\nlevel = "trade.total:2023"', "level:trade.total:2023", "1200000000", "2023"),
        ('value = 1200000000\nunit = "USD"\noutcome = "trade.total:2024"', "outcome:trade.total:2024", "1200000000", "2024"),
        ('value = [20, 25]\nunit = "percent"\ngrowth = "trade.total"', "growth:trade.total", "20..25", "trade.total"),
        ('value = 8.4\ngrowth = "trade.total:2019..2023"', "growth:trade.total:2019..2023", "8.4", "2019..2023"),
        ('target = "tg07"', "target:tg07", "", "tg07"),
        ('verdict = "confirmed"\nevidence = ["undated"]', "", "", ""),
    ],
)
def test_a_claim_compares_itself_with_one_thing_or_is_declared(said: str, check: str, value: str, period: str, tmp_path: Path) -> None:
    (claim,) = read(tmp_path, f"{CLAIM}{said}\n")

    assert (claim.check, claim.value, claim.period) == (check, value, period)


def test_a_claim_says_by_whose_statistics_and_how_nearly(tmp_path: Path) -> None:
    said = (
        'value = 1\nlevel = "trade.total:2023"\nreporters = ["KAZ"]\ntolerance = 0.5\nwording = "say two"\nreadings = { kz = "a:b:2023" }\n'
    )
    (claim,) = read(tmp_path, f"{CLAIM}{said}")

    assert (claim.reporters, claim.tolerance, claim.wording, claim.readings) == (("KAZ",), "0.5", "say two", (("kz", "a:b:2023"),))


def test_a_claim_is_known_from_the_day_it_was_published(tmp_path: Path) -> None:
    assert read(tmp_path, CLAIM, "2024-04-18") == ()
    assert len(read(tmp_path, CLAIM, "2024-04-19")) == 1
    assert read(tmp_path, CLAIM.replace('"paper"', '"undated"')) == ()


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    text = (
        f'{CLAIM}value = "much"\nlevel = "trade.total:soon"\n[[claim]]\nid = "own"\ntext = "x"\nsource = "papre"\nlevel = "a:2023"\n'
        'growth = "b"\nvalue = 1\ntolerance = "little"\n'
    )
    with pytest.raises(SourceError) as error:
        read(tmp_path, text)

    told = "\n".join(error.value.mistakes)
    assert "claim 'own': value 'much' is no number" in told
    assert "claim 'own': level 'trade.total:soon':" in told
    assert "claim 'own': compares itself with level and growth; keep one" in told
    assert "claim 'own': tolerance 'little' is no number" in told
    assert "claim 'own': unknown source 'papre' (did you mean 'paper'?)" in told
    assert "claim 'own' stands twice" in told


def test_an_unknown_key_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="verdikt"):
        read(tmp_path, f'{CLAIM}verdikt = "confirmed"\n')
