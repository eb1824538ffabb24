"""Which part of an outline lies in a frame? Its corners cut off side by side."""

from collections.abc import Callable, Sequence

from bilan.charts._canvas import Box, Place


def clipped(ring: Sequence[Place], frame: Box) -> list[Place]:
    """The part of a closed outline within a frame; empty where they do not meet."""
    points = list(ring)
    for axis, edge, sign in ((0, frame.left, 1), (0, frame.right, -1), (1, frame.bottom, 1), (1, frame.top, -1)):
        points = _cut(points, axis, edge, lambda place, axis=axis, edge=edge, sign=sign: sign * (place[axis] - edge) >= 0)  # type: ignore[misc]  # bound now
    return points


def _cut(points: list[Place], axis: int, edge: float, inside: Callable[[Place], bool]) -> list[Place]:
    kept: list[Place] = []
    for before, after in zip([points[-1], *points[:-1]] if points else [], points, strict=True):
        if inside(before) != inside(after):
            part = (edge - before[axis]) / (after[axis] - before[axis])
            kept.append((before[0] + (after[0] - before[0]) * part, before[1] + (after[1] - before[1]) * part))
        if inside(after):
            kept.append(after)
    return kept
