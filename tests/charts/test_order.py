"""Laws of the order in which texts are written."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from bilan.charts._order import ordered
from bilan.charts._pen import Letters, Shape
from bilan.charts._style import PT, Look
from bilan.charts.specs import Spec

INK = Look("#14212B")


def letters(words: str, x: float, y: float) -> Letters:
    return Letters((x, y), words, INK, "left")


def words(*pieces: Letters | Shape) -> list[str]:
    return [one.words if isinstance(one, Letters) else "shape" for one in ordered(pieces)]


def test_a_text_nearly_on_the_level_of_the_one_before_is_written_later() -> None:
    assert words(letters("Korday", 50, 30), letters("Merke", 20, 29.2), letters("Osh", 30, 10)) == ["Korday", "Osh", "Merke"]


def test_texts_on_one_level_and_texts_far_apart_stay_in_their_order() -> None:
    assert words(letters("1.7", 10, 30), letters("bn", 20, 30), letters("Kazakh", 10, 27)) == ["1.7", "bn", "Kazakh"]


def test_shapes_stay_below_the_texts_drawn_after_them() -> None:
    ground = Shape(((0, 0), (1, 1)), "#FFFFFF")
    assert words(letters("one", 0, 10), letters("two", 20, 10.8), ground, letters("three", 0, 0)) == ["one", "shape", "three", "two"]


def test_texts_without_another_between_them_are_still_written() -> None:
    assert words(letters("one", 0, 10), letters("two", 20, 10.8)) == ["one", "two"]


def test_no_sample_of_the_gallery_has_texts_that_a_reader_would_tear(samples: dict[str, Spec], sheet: Callable[..., Any]) -> None:
    torn = [
        (name, one.text, other.text)
        for name, spec in samples.items()
        for one, other in pairwise(sheet(spec).texts)
        if 0.2 < abs(base(one) - base(other)) < 0.5 * max(one.size, other.size) * PT
    ]
    assert torn == []


def base(one: Any) -> float:  # noqa: ANN401  a text that was read
    return float(one.box.bottom - 0.21 * one.size * PT)
