"""Laws of the records a chart is drawn from."""

import pickle

from bilan.charts.specs import Spec


def test_every_spec_travels_to_another_process(samples: dict[str, Spec]) -> None:
    assert pickle.loads(pickle.dumps(samples)) == samples  # noqa: S301  pickled on the same line


def test_equal_specs_are_drawn_once(samples: dict[str, Spec]) -> None:
    assert len({pickle.loads(pickle.dumps(one)) for one in samples.values()} | set(samples.values())) == len(set(samples.values()))  # noqa: S301  as above
