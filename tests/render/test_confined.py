import json
import subprocess
import sys

CODE = """
import json, resource
from bilan.render.confined import confine

resource.setrlimit(resource.RLIMIT_CPU, (50, 50))
confine(60, 2**31, 10)
print(json.dumps([resource.getrlimit(one)[0] for one in (resource.RLIMIT_CPU, resource.RLIMIT_AS, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE)]))
"""


def test_a_process_takes_no_more_than_it_is_told_and_never_more_than_it_may() -> None:
    said = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)  # noqa: S603  our own

    assert json.loads(said.stdout) == [50, 2**31, 10, 0]
