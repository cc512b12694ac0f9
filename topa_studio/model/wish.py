"""What is asked for: a kind with a key. One wish is made, and paid for, once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What can be made; SCENE is the older pipeline's one clip a scene, only ever collected."""

    VIEW = "view"
    PANEL = "panel"
    CLIP = "clip"
    SCENE = "scene"


@dataclass(frozen=True, slots=True)
class Wish:
    """An element's reference image, a shot's panel or clip.

    Attributes:
        key: the element's name, the shot's permanent key, or the scene's key.
        number: the view, panel or take number, from 1; 0 in a press: all that an element lacks,
            or one more of a shot.
        film: the film's name; "" for reference images, which all films of a folder share, and in
            a press, which is for the open film.
    """

    kind: Kind
    key: str
    number: int = 0
    film: str = ""

    @property
    def subject(self) -> tuple[Kind, str]:
        """What it is about, whatever its number and film."""
        return self.kind, self.key


def clips(*keys: str) -> tuple[Wish, ...]:
    """A clip of each of these shots."""
    return tuple(Wish(Kind.CLIP, key) for key in keys)


def panels(*keys: str) -> tuple[Wish, ...]:
    """A panel of each of these shots, alone."""
    return tuple(Wish(Kind.PANEL, key) for key in keys)


def reference_images(*names: str) -> tuple[Wish, ...]:
    """What these elements lack."""
    return tuple(Wish(Kind.VIEW, name) for name in names)
