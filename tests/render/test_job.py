from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bilan.model import Reading
from bilan.period import Period
from bilan.render.job import Job, figures_of

Sample = Callable[[str, str], Job]
READING = Reading("trade.turnover:2023", "trade.turnover", Period.parse("2023"), date(2024, 11, 30), "USD", Decimal(1))


def test_a_lean_job_keeps_the_words_and_leaves_the_data(sample: Sample) -> None:
    job = sample("minister", "en")
    laden = replace(job, briefing=replace(job.briefing, readings=(READING,)))

    assert laden.lean() == job


def test_figures_of_sections_of_the_strip_and_of_the_cover_are_found(sample: Sample) -> None:
    job = sample("analyst", "en")

    drawn = figures_of(job.briefing, job.figures)

    assert {"motif", "trade.total", "spark.trade", "mirror.gap", "map"} <= set(drawn)
