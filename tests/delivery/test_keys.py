from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.delivery.keys import secret
from bilan.delivery.records import Post
from bilan.errors import ConfigError


def test_a_secret_comes_from_the_environment_or_from_the_file_it_names(post: Callable[..., Post], tmp_path: Path) -> None:
    (tmp_path / "key").write_text("from a file\n", encoding="utf-8")

    assert secret(post("", BILAN_X="given here"), "BILAN_X") == "given here"
    assert secret(post("", BILAN_X_FILE=str(tmp_path / "key")), "BILAN_X") == "from a file"


def test_a_secret_that_is_not_there_is_missed_by_name(post: Callable[..., Post]) -> None:
    with pytest.raises(ConfigError, match="the variable BILAN_X is not set"):
        secret(post(""), "BILAN_X")


def test_no_record_shows_the_environment(post: Callable[..., Post]) -> None:
    assert "hush" not in repr(post("", BILAN_X="hush"))
