from dataclasses import replace

import pytest

from bilan.delivery.body import Circumstances, as_text, blocks, quoted
from bilan.document import Summary

LINK = "https://bilan.example.org/reports/kz-kg/2026-10/minister.en.pdf"


def said(summary: Summary, kind: str = "edition", **more: object) -> str:
    return as_text(blocks(summary, Circumstances(kind, "en", **more)))  # type: ignore[arg-type]  # fields by name


def test_the_text_says_it_in_reading_order(summary: Summary) -> None:
    assert said(summary, link=LINK, unsubscribe="https://x.example/?token=t") == (
        "Bilan\nKazakhstan – Kyrgyzstan\nEdition 1 · Minister’s edition\n\nUnder embargo.\n\nIn 2024, trade came to $1.34bn.\n\n"
        "Trade · 2024 · $1.34bn · +2% on the year before\n\nWord findings.\n- Trade grew. By +2% & more.\n\n"
        "Word changes.\n- First edition. There is none before.\n\nWord attached.\nWord open.\n" + LINK + "\n\n"
        "Issued 2 November 2026\nWord why.\nWord unsubscribe.\nhttps://x.example/?token=t\n"
    )


def test_a_large_edition_is_linked_and_says_why(summary: Summary) -> None:
    text = said(summary, link=LINK, attached=False)

    assert f"Word large.\nWord open.\n{LINK}\n" in text
    assert "Word attached." not in text


def test_a_correction_says_so_first_with_its_reason(summary: Summary) -> None:
    text = said(summary, "correction", reason=quoted("the total of 2024 was wrong", "en"))

    assert text.startswith(
        "Bilan\nKazakhstan – Kyrgyzstan\nEdition 1 · Minister’s edition\n\nWord corrected.\n\nWord reason. the total of 2024 was"
    )
    assert "In 2024, trade came to $1.34bn." in text


def test_a_withdrawal_repeats_no_figure(summary: Summary) -> None:
    text = said(summary, "withdrawal", link=LINK, reason=quoted("wrong", "en"))

    assert "Word withdrawn.\n\nWord reason. wrong\n" in text
    assert not any(word in text for word in ("$1.34bn", "Trade", LINK, "Word attached"))


def test_an_edition_with_little_to_say_has_no_empty_heading(summary: Summary) -> None:
    text = said(replace(summary, findings=(), changes=(), headlines=(), notes=()))

    assert "Word findings" not in text
    assert "Word changes" not in text
    assert "\n\n\n" not in text


@pytest.mark.parametrize(
    ("reason", "numbers"), [("figure 1,34 was wrong", ["1,34"]), ("two rows", ["two"]), ("no number", []), ("", []), ("2024", ["2024"])]
)
def test_numerals_in_a_reason_are_quoted_as_they_were_written(reason: str, numbers: list[str]) -> None:
    text = quoted(reason, "en")

    assert str(text) == reason
    assert [one.text for one in text.printed] == numbers
    assert bool(text) is bool(reason)
