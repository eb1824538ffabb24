"""Does the audit take any chart that is right for one that is wrong? Every kind, with usual, worst and missing data."""

import os
from datetime import date
from pathlib import Path

import pytest
from tests.audit.briefings import briefing

from bilan.audit.evidence import Composed, Evidence
from bilan.audit.pages import LAYERS, audit
from bilan.charts.draw import draw
from bilan.compose.figures.samples import samples
from bilan.document import Figure, Text
from bilan.fonts.cut import cache_folder, font_files
from bilan.project import Project
from bilan.wording.printer import printer

ROOT = Path(__file__).parents[2]
NOTHING = Text()


@pytest.mark.parametrize("language", ["en", "kk"])
def test_no_chart_of_the_gallery_is_held(language: str) -> None:
    project = Project(ROOT)
    partnership = project.partnership("kz-kg")
    door = printer(language, partnership, project.folder("kz-kg"))
    shown = list(samples(door, (partnership.country[0].code, partnership.country[1].code), date(2026, 11, 24)))
    fonts = font_files(("IBM Plex Sans", "IBM Plex Serif"), cache_folder(os.environ))
    drawings = {f"{one.kind} {one.case} {number}": draw(one.spec, project.brand, fonts) for number, one in enumerate(shown)}
    figures = [Figure(name, "", one.svg, 1, 1, NOTHING, NOTHING, NOTHING, NOTHING, one.labels) for name, one in drawings.items()]
    specs = dict(zip(drawings, (one.spec for one in shown), strict=True))

    found = audit(Evidence("", figures, (), door.made, language, composed=Composed(briefing(), specs)), LAYERS["charts"])

    assert [str(one) for one in found] == []
    assert len({one.kind for one in shown}) > 12
