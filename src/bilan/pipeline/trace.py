"""Where does a printed number come from? From its text to readings, formulas, observations, rows and sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bilan.errors import UsageError, closest
from bilan.pipeline.knowledge import Knowledge
from bilan.pipeline.manifest import evidence

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Trace:
    """One resolution of a printed number: how it stands on the page, and the reading or constant behind it."""

    printed: Json
    reading: Json | None
    inputs: "tuple[Trace | Json, ...]" = ()


def trace(manifest: Mapping[str, Any], number: str) -> list[Trace]:
    """Every printed numeral with that text, number or reading id; raises UsageError with close ones where there is none."""
    wanted = _plain(number)
    found = [one for one in manifest["printed"] if wanted in (_plain(one["text"]), _plain(one["number"]), one["ref"])]
    if not found:
        known = sorted({one["text"] for one in manifest["printed"]} | {one["ref"] for one in manifest["printed"]})
        about = manifest["edition"]
        raise UsageError(
            f"'{number}'",
            f"is not printed in edition {about['number']}{closest(number, known)}",
            "write it as it stands on the page, or a reading's id",
        )
    return [Trace(one, *_resolved(manifest, one["ref"])) if one["kind"] == "reading" else Trace(one, None) for one in found]


def trace_as_of(knowledge: Knowledge, found: Iterable[Trace]) -> list[Trace]:
    """The same readings as of another date; one that has no value or does not exist then says so by its reading."""
    known = evidence(knowledge.facts.readings, knowledge.observations.values(), knowledge.sources.values(), knowledge.slices.values())
    named = dict.fromkeys(one.printed["ref"] for one in found if one.printed["kind"] == "reading")
    return [Trace({"ref": name, "kind": "reading"}, *_resolved(known, name)) for name in named]


def _resolved(manifest: Mapping[str, Any], name: str) -> tuple[Json | None, tuple[Trace | Json, ...]]:
    readings = {one["id"]: one for one in manifest["readings"]}
    observations = {one["digest"]: one for one in manifest["observations"]}
    slices = {one["id"]: one for one in manifest.get("slices", ())}
    reading = readings.get(name)
    if reading is None:
        return None, ()
    inputs: list[Trace | Json] = []
    for place in reading["inputs"]:
        if place in observations:
            inputs.append(_cited(manifest, observations[place]))
        elif place in slices:
            inputs.append(_cited(manifest, slices[place]))
        elif place in readings:
            inputs.append(Trace({"ref": place}, *_resolved(manifest, place)))
    return reading, tuple(inputs)


def _cited(manifest: Mapping[str, Any], observation: Json) -> Json:
    sources = {one["id"]: one for one in manifest["sources"]}
    return {**observation, "citations": [sources[name] for name in observation["sources"] if name in sources]}


def _plain(text: str) -> str:
    """Without spaces of any kind, which a keyboard has not or a reader leaves out: `10%` is `10 %`."""
    return "".join(text.split()).replace("\u2212", "-")
