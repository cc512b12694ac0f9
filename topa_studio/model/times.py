"""`time:` texts like "00:05-00:11": what they should say where scenes and shots lie now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from topa_studio.model.scenario import Scenario

_CLOCK = r"(?:\d+:)?\d+:\d\d"
_SPAN = re.compile(rf"(?P<first>{_CLOCK})(?P<between>\s*[-–—]\s*)(?P<last>{_CLOCK})")


@dataclass(frozen=True, slots=True)
class Times:
    """Texts that do not fit the film any more, and what they should say: by scene id, by shot key.

    What is written in another way is left as it is.
    """

    scenes: Mapping[str, str]
    shots: Mapping[str, str]

    def __len__(self) -> int:
        return len(self.scenes) + len(self.shots)


def stale_times(scenario: Scenario) -> Times:
    """Every text that names another span than the one where its scene or shot lies."""
    scenes: dict[str, str] = {}
    shots: dict[str, str] = {}
    for is_scene, name, said, first, last in _spans(scenario):
        match = _SPAN.fullmatch(said.strip())
        if match is None or (_seconds(match["first"]), _seconds(match["last"])) == (first, last):
            continue
        words = f"{_clock(first, match['first'])}{match['between']}{_clock(last, match['last'])}"
        (scenes if is_scene else shots)[name] = words
    return Times(scenes, shots)


def _spans(scenario: Scenario) -> Iterator[tuple[bool, str, str, int, int]]:
    """Whether it is a scene, its name, its text, and where it begins and ends in seconds.

    Only what has a text: a film of thousands of shots without any is asked after each edit.
    """
    at = 0.0
    for scene in scenario.scenes:
        begun = at
        for shot in scene.shots:
            if shot.time:
                yield False, shot.key, shot.time, round(at), round(at + shot.seconds)
            at += shot.seconds
        if scene.time:
            yield True, scene.id, scene.time, round(begun), round(at)


def _seconds(clock: str) -> int:
    total = 0
    for part in clock.split(":"):
        total = total * 60 + int(part)
    return total


def _clock(seconds: int, like: str) -> str:
    """A time written as `like` is: with hours where it has them, its first part as wide."""
    parts = like.split(":")
    wide = len(parts[0])
    if len(parts) == 3 or seconds >= 6000:
        hours, rest = divmod(seconds, 3600)
        return f"{hours:0{wide}}:{rest // 60:02}:{rest % 60:02}"
    return f"{seconds // 60:0{wide}}:{seconds % 60:02}"
