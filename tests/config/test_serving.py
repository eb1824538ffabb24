from bilan.config.decode import decode
from bilan.config.models import BilanConfig

BASE = 'partnerships = ["kz-kg"]\n'


def test_without_a_word_pages_are_laid_out_here_and_the_log_is_for_people() -> None:
    config = decode(BASE, BilanConfig, "bilan.toml")

    assert (config.executor, config.workers, config.log.format) == ("local", 0, "text")


def test_every_word_of_it_is_a_setting() -> None:
    config = decode(f'{BASE}executor = "dask+tls://engine.example:8786"\nworkers = 3\n[log]\nformat = "json"\n', BilanConfig, "bilan.toml")

    assert (config.executor, config.workers, config.log.format) == ("dask+tls://engine.example:8786", 3, "json")
