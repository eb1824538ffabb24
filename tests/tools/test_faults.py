"""Does the fault campaign run, and does it find what is planted? Its counts are in benchmarks/README.md."""

import subprocess
import sys
from pathlib import Path


def test_the_campaign_finds_no_fault_where_nothing_is_disturbed_and_the_planted_one(checkout: Path) -> None:
    asked = ["--plant", "again", "--each", "1", "--ledger", "sqlite"]
    done = subprocess.run([sys.executable, "-m", "benchmarks.faults", *asked], cwd=checkout, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "planted “again”: found"), done.stderr
    assert "got " in done.stderr
    assert " 2 times" in done.stderr
