from typing import Any

import pytest

from bilan.config.decode import decode
from bilan.config.models import BilanConfig
from bilan.errors import ConfigError, ExecutorError
from bilan.executor.choose import executor_of
from bilan.executor.pool import Pool, processors


def settings(**more: Any) -> BilanConfig:  # noqa: ANN401  any setting
    return BilanConfig(partnerships=("kz-kg",), **more)


def test_without_a_word_the_work_stays_on_this_machine() -> None:
    with executor_of(settings()) as found:
        assert isinstance(found, Pool)
        assert len(found.workers) == processors()


def test_the_number_of_workers_is_a_setting() -> None:
    with executor_of(settings(workers=3)) as found:
        assert isinstance(found, Pool)
        assert len(found.workers) == 3


def test_one_setting_names_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bilan.executor.cluster.PATIENCE", 0.1)

    with pytest.raises(ExecutorError, match=r"executor dask://127\.0\.0\.1:1: cannot be reached"):
        executor_of(settings(executor="dask://127.0.0.1:1"))


@pytest.mark.parametrize("word", ["dask", "ray://x:1", "dask://x", "dask://me:pass@x:1", "dask://x:1/path"])
def test_any_other_word_is_a_mistake_in_the_settings(word: str) -> None:
    with pytest.raises(ConfigError, match="executor"):
        decode(f'partnerships = ["kz-kg"]\nexecutor = "{word}"\n', BilanConfig, "bilan.toml")
