"""Files of a film that cannot be shown or heard: a slate or silence stands for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from topa_studio.film.composition import Composition
from topa_studio.film.sound import CLIP

OUTSIDE = "media.outside"
"""The code of a file that is a link out of the film: it is never opened."""


@dataclass(frozen=True)
class Unread:
    """What cannot be read, each with the code of its MediaError.

    Attributes:
        shots: keys of shots whose clip, still or panel cannot be shown.
        sounds: paths of music, voices and sounds that cannot be heard.
    """

    shots: Mapping[str, str] = field(default_factory=dict)
    sounds: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.shots or self.sounds)

    def besides(self, known: Unread) -> Unread:
        """What is not among the known ones."""
        return Unread(
            {key: code for key, code in self.shots.items() if key not in known.shots},
            {path: code for path, code in self.sounds.items() if path not in known.sounds},
        )


def track_paths(film: Composition) -> set[str]:
    """The files that are heard beside the clips; a clip without sound is no fault."""
    return {part.path for part in film.parts if part.kind != CLIP}
