import json
from collections.abc import Callable

import pytest

from bilan.config.models import FILES

Said = tuple[int, str, str]
Bilan = Callable[..., Said]


@pytest.mark.parametrize("name", FILES)
def test_prints_the_schema_of_a_settings_file(bilan: Bilan, name: str) -> None:
    code, out, _ = bilan("schema", name)

    schema = json.loads(out)
    assert code == 0
    assert schema["additionalProperties"] is False
    assert set(schema["properties"]) == {info.alias or key for key, info in FILES[name].model_fields.items()}
