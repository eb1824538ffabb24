"""How far is a job? The stages of the design, weighed by what they usually take."""

from collections import Counter

WEIGHTS = {"fonts": 0.5, "data": 2.5, "compose": 1.5, "render": 6.0, "publish": 0.5}
"""Shares of the time of one edition; fonts and data come once, the others once an edition."""
ONCE = ("fonts", "data")


class Progress:
    """Counts the stages that began; a stage that begins ends the one before it."""

    def __init__(self, editions: int, *, draft: bool = False) -> None:
        self._editions = max(editions, 1)
        stages = [name for name in WEIGHTS if not (draft and name == "publish")]
        self._whole = sum(WEIGHTS[name] * self._times(name) for name in stages)
        self._begun: Counter[str] = Counter()
        self._behind = 0.0
        self._current = 0.0

    def begin(self, stage: str) -> float:
        """A stage begins: how much of the whole is done, from 0 up to 1; one told too often counts no more."""
        self._behind += self._current
        self._current = 0.0
        if stage in WEIGHTS and self._begun[stage] < self._times(stage):
            self._begun[stage] += 1
            self._current = WEIGHTS[stage]
        return min(self._behind / self._whole, 1.0)

    def _times(self, stage: str) -> int:
        return 1 if stage in ONCE else self._editions


def reached(done: float, stage: str, took: float, usual: float | None) -> float:
    """How far a job is by now: where its stage began, and on from there by the clock, but never beyond the stage."""
    if usual is None or usual <= 0 or stage not in WEIGHTS:
        return done
    share = WEIGHTS[stage] / sum(WEIGHTS.values())
    return max(done, min(took / usual, done + 0.95 * share * (1 - done)))


def left(done: float, took: float, usual: float | None) -> float | None:
    """How many seconds are left after `took`: what such a job usually takes, else by its own pace; None where nobody knows."""
    if usual is not None:
        return (1 - done) * max(usual, took)
    return took * (1 - done) / done if done > 0 else None
