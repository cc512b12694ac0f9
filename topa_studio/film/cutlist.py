"""The film as it stands: one cut a shot, as long as the shot says, whatever picture there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from topa_studio.model.scenario import Scenario
from topa_studio.model.status import ShotStatus


class Source(StrEnum):
    """What a cut shows; a slate is drawn where there is no picture at all."""

    CLIP = "clip"
    PANEL = "panel"
    SLATE = "slate"


@dataclass(frozen=True, slots=True)
class Cut:
    """One shot in the film.

    Attributes:
        start, seconds: where it lies in the film, in seconds.
        path: the file that is shown (relative to the film's home); "" for a slate.
        offset: where in the file the shot begins, in seconds.
    """

    key: str
    number: str
    start: float
    seconds: float
    source: Source
    path: str = ""
    offset: float = 0.0

    @property
    def end(self) -> float:
        """Where the next cut begins, in seconds of the film."""
        return self.start + self.seconds


def cut_list(
    scenario: Scenario,
    status: Callable[[str], ShotStatus],
    keys: Iterable[str] | None = None,
) -> tuple[Cut, ...]:
    """The cuts of the whole film, or of the shots named by `keys`, in the film's order."""
    wanted = None if keys is None else frozenset(keys)
    cuts: list[Cut] = []
    start = 0.0
    for scene_number, scene in enumerate(scenario.scenes, 1):
        for shot_number, shot in enumerate(scene.shots, 1):
            if wanted is not None and shot.key not in wanted:
                continue
            known = status(shot.key)
            seconds = float(shot.duration)
            number = f"{scene_number}.{shot_number}"
            cut = Cut(shot.key, number, start, seconds, Source.SLATE)
            if known.chosen is not None:
                trim = shot.trim.start if shot.trim is not None else 0.0
                offset = known.chosen.start + trim
                cut = Cut(shot.key, number, start, seconds, Source.CLIP, known.chosen.path, offset)
            elif known.panel is not None:
                cut = Cut(shot.key, number, start, seconds, Source.PANEL, known.panel.path)
            cuts.append(cut)
            start += seconds
    return tuple(cuts)


def cut_at(cuts: tuple[Cut, ...], seconds: float) -> Cut | None:
    """The cut on screen at `seconds` of the film; the last one at its very end."""
    for cut in cuts:
        if cut.start <= seconds < cut.end:
            return cut
    return cuts[-1] if cuts and seconds >= cuts[-1].end else None
