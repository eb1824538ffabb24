import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.delivery.conftest import EDITION, GROWTH, ISSUED, TRADE, YEAR

from bilan.delivery.summary import read, rows, told
from bilan.document import Headline, Item, Printed, Summary, Text

PRINTED = st.builds(Printed, *[st.text(max_size=5)] * 7)
TEXTS = st.lists(st.one_of(st.text(min_size=1, max_size=8), PRINTED.filter(lambda one: bool(one.text))), max_size=4).map(
    lambda parts: Text(tuple(parts))
)
ITEMS = st.lists(st.builds(Item, TEXTS, TEXTS), max_size=2).map(tuple)
HEADLINES = st.lists(st.builds(Headline, TEXTS, TEXTS, TEXTS, st.none(), TEXTS), max_size=2).map(tuple)
WORDS = st.dictionaries(st.sampled_from(["why", "open", "large"]), TEXTS)
SUMMARIES = st.builds(Summary, WORDS, WORDS, st.lists(TEXTS, max_size=2).map(tuple), HEADLINES, ITEMS, ITEMS)


@settings(max_examples=25)
@given(SUMMARIES)
def test_what_a_manifest_keeps_is_what_was_said(summary: Summary) -> None:
    assert read(json.loads(json.dumps(told(summary)))) == summary


def test_every_numeral_of_a_mail_is_told_once(summary: Summary) -> None:
    assert rows(summary) == [TRADE, EDITION, ISSUED, YEAR, GROWTH]


def test_what_was_not_written_by_us_is_not_read(manifest: dict[str, Any]) -> None:
    del manifest["mail"]["notes"]

    with pytest.raises(KeyError, match="notes"):
        read(manifest["mail"])
