"""Laws that hold for every chart."""

import hashlib
import logging
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bilan.charts.draw import draw, draw_all
from bilan.charts.specs import Spec
from bilan.config.models import BrandConfig, FontConfig
from bilan.fonts.cut import Fonts, font_files

BRAND = BrandConfig()
ELSEWHERE = """
import hashlib, pickle, sys
from pathlib import Path
from bilan.charts.draw import draw_all
drawings = draw_all(*pickle.loads(Path(sys.argv[1]).read_bytes()))
for name, drawing in sorted(drawings.items()):
    print(name, hashlib.sha256(drawing.svg.encode()).hexdigest())
print("pyplot" if "matplotlib.pyplot" in sys.modules else "no pyplot")
"""


def test_is_as_large_as_it_is_printed(sample: Spec, fonts: Fonts) -> None:
    drawing = draw(sample, BRAND, fonts)
    head = drawing.svg.splitlines()[0]
    box = re.search(r'width="([\d.]+)mm" height="([\d.]+)mm" viewBox="0 0 ([\d.]+) ([\d.]+)"', head)

    assert box is not None
    assert (drawing.width_mm, drawing.height_mm) == (sample.width_mm, sample.height_mm)
    assert (float(box[1]), float(box[2])) == (sample.width_mm, sample.height_mm)
    assert float(box[3]) == pytest.approx(sample.width_mm * 72 / 25.4, abs=1e-4)
    assert float(box[4]) == pytest.approx(sample.height_mm * 72 / 25.4, abs=1e-4)


def test_holds_paths_and_texts_and_nothing_that_could_clash_or_load(sample: Spec, fonts: Fonts) -> None:
    svg = draw(sample, BRAND, fonts).svg

    assert set(re.findall(r"<(\w+)", svg)) <= {"svg", "path", "text"}
    assert not re.search(r"\bid=|url\(|href|<\?xml|<!|metadata", svg)


def test_no_two_labels_intersect_and_none_leaves_the_sheet(sample: Spec, sheet: Callable[..., Any]) -> None:
    drawn = sheet(sample)

    assert drawn.collisions() == []
    assert drawn.outside() == []


@pytest.mark.parametrize("lang", ["ru", "kk", "ky"])
def test_labels_keep_apart_in_the_other_languages(lang: str, shown: Callable[[str], dict[str, Spec]], sheet: Callable[..., Any]) -> None:
    drawn = {name: sheet(spec) for name, spec in shown(lang).items()}

    assert {name: one.collisions() for name, one in drawn.items() if one.collisions()} == {}
    assert {name: one.outside() for name, one in drawn.items() if one.outside()} == {}


def test_in_large_print_on_a_taller_sheet_no_two_labels_intersect(sample: Spec, sheet: Callable[..., Any]) -> None:
    drawn = sheet(replace(sample, height_mm=sample.height_mm * 1.25), BrandConfig(fonts=FontConfig(scale=1.25)))

    assert drawn.collisions() == []


def test_with_the_stand_in_font_no_two_labels_intersect(sample: Spec, sheet: Callable[..., Any], tmp_path: Path) -> None:
    drawn = sheet(sample, BrandConfig(fonts=FontConfig(sans="Nix Sans")), font_files(("Nix Sans",), tmp_path))

    assert drawn.collisions() == []


def test_every_numeral_is_a_printed_one_that_the_drawing_names(sample: Spec, sheet: Callable[..., Any]) -> None:
    drawn = sheet(sample)

    for text in drawn.said():
        rest = text
        for label in sorted(drawn.labels, key=lambda one: -len(one.text)):
            rest = rest.replace(label.text, "")
        assert not re.search(r"\d", rest.replace("$2bn of $3bn", "")), text
    assert all(any(label.text in text for text in drawn.said()) for label in drawn.labels)


def test_no_text_is_smaller_than_six_and_a_half_points(sample: Spec, sheet: Callable[..., Any]) -> None:
    assert all(one.size >= 6.5 and one.weight in (400, 600) for one in sheet(sample).texts)


def test_every_colour_is_a_token_of_the_brand(sample: Spec, fonts: Fonts) -> None:
    tokens = set(re.findall(r"#[0-9a-f]{6}", BRAND.colour.model_dump_json().lower()))
    svg = draw(sample, BRAND, fonts).svg

    assert set(re.findall(r"#[0-9a-f]{6}", svg)) <= tokens


def test_gives_the_same_bytes_in_another_process_without_pyplot(samples: dict[str, Spec], fonts: Fonts, tmp_path: Path) -> None:
    package = tmp_path / "specs.pickle"
    package.write_bytes(pickle.dumps((samples, BRAND, fonts)))
    environ = {**os.environ, "PYTHONHASHSEED": "11", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    answer = subprocess.run([sys.executable, "-c", ELSEWHERE, str(package)], check=True, env=environ, capture_output=True, text=True).stdout  # noqa: S603  our own code
    here = [f"{name} {hashlib.sha256(draw(spec, BRAND, fonts).svg.encode()).hexdigest()}" for name, spec in sorted(samples.items())]

    assert answer.splitlines() == [*here, "no pyplot"]


def test_every_mark_stands_where_its_value_does(sample: Spec, sheet: Callable[..., Any]) -> None:
    """Columns and bars are as long as their values, points and lines lie on one straight scale, zero where the columns begin."""
    for group in sheet(sample).marks(floating=sample.kind == "contribution").values():
        ends = sorted({(value, round(end, 2)) for value, _, end in group})
        for value, start, end in group:
            zeros = [begin for other, begin, _ in group if begin is not None]
            assert start is None or start == pytest.approx(zeros[0], abs=0.02)
            assert value or start is None or end == pytest.approx(start, abs=0.02)
        if ends[0][0] == ends[-1][0]:
            continue
        slopes = [(two[1] - one[1]) / (two[0] - one[0]) for one, two in pairwise(ends) if two[0] - one[0] > (ends[-1][0] - ends[0][0]) / 50]
        assert slopes == pytest.approx([(ends[-1][1] - ends[0][1]) / (ends[-1][0] - ends[0][0])] * len(slopes), rel=0.05)
        assert all(slope > 0 for slope in slopes)


def test_describing_a_chart_needs_no_matplotlib() -> None:
    code = "import sys, bilan.charts.draw, bilan.charts.scale, bilan.charts.specs, bilan.fonts.cut; print('matplotlib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "False\n"  # noqa: S603  our own code


def test_all_charts_of_an_edition_are_drawn_and_logged(samples: dict[str, Spec], fonts: Fonts, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bilan.charts.draw")
    drawings = draw_all(samples, BRAND, fonts)

    assert list(drawings) == list(samples)
    assert re.fullmatch(rf"figures: {len(samples)} drawn in \d+ ms", caplog.messages[-1])
