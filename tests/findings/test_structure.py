from collections.abc import Callable

import pytest

from bilan.findings.facts import Facts
from bilan.findings.structure import concentration, terms, two_way
from bilan.model import Reading

Known = Callable[..., Facts]
Make = Callable[..., Reading]


@pytest.mark.parametrize(("index", "state"), [("0.25", "concentrated"), ("0.149", "spread"), ("0.15", "between")])
def test_concentration_is_told_by_the_index_with_the_share_of_the_largest(facts: Known, reading: Make, index: str, state: str) -> None:
    hhi, top = reading("product.hhi:KGZ/export:2024", index, "index"), reading("product.top_share:KGZ/export:2024", "0.6", "share")

    (one,) = concentration(facts(hhi, top))
    assert (dict(one.args)["state"], dict(one.args)["flow"], dict(one.args)["count"]) == (state, "export", 5)
    assert list(concentration(facts(hhi))) == []


@pytest.mark.parametrize(("index", "state"), [("0.5", "two-way"), ("0.24", "one-way"), ("0.25", "between")])
def test_trade_both_ways_is_told_between_none_and_all(facts: Known, reading: Make, index: str, state: str) -> None:
    (one,) = two_way(facts(reading("product.grubel_lloyd:KGZ:2024", index, "index")))

    assert (dict(one.args)["state"], dict(one.args)["none"], dict(one.args)["all"]) == (state, 0, 1)


@pytest.mark.parametrize(("index", "direction"), [("104.8", "up"), ("88.6", "down"), ("100.9", "stable")])
def test_terms_of_trade_are_told_against_the_year_before(facts: Known, reading: Make, index: str, direction: str) -> None:
    (one,) = terms(facts(reading("product.terms_of_trade:KGZ:2024", index, "index")))

    assert (dict(one.args)["direction"], dict(one.args)["base"]) == (direction, 100)


def test_without_trade_by_product_nothing_is_said(facts: Known, reading: Make) -> None:
    known = facts(reading("product.hhi:KGZ/export:2024", None, "index"), reading("product.grubel_lloyd:KGZ:2024", None, "index"))

    assert [*concentration(known), *two_way(known), *terms(known)] == []
