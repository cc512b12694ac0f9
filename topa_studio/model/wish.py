"""What is asked for: a kind with a key. One wish is made, and paid for, once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What can be made; SCENE is the older pipeline's one clip a scene, only ever collected.

    REDRAW is another picture of an element: it stays beside the old one until it is kept.
    """

    VIEW = "view"
    REDRAW = "redraw"
    PANEL = "panel"
    CLIP = "clip"
    SCENE = "scene"

    @property
    def is_of_element(self) -> bool:
        """Whether it is a picture of an element, which all films of a folder share."""
        return self in (Kind.VIEW, Kind.REDRAW)


_VARIANT = "variant:"


@dataclass(frozen=True, slots=True)
class Variant:
    """Which of several clips of one request that were wished at once; `place` is from 1."""

    place: int
    count: int

    def word(self) -> str:
        """As it stands in a job's consent: "variant:2/3"."""
        return f"{_VARIANT}{self.place}/{self.count}"

    @classmethod
    def in_words(cls, consent: str) -> Variant | None:
        """The one that a job's consent names; None where it names none."""
        for word in consent.split():
            place, slash, count = word.removeprefix(_VARIANT).partition("/")
            if word.startswith(_VARIANT) and slash and place.isdecimal() and count.isdecimal():
                return cls(int(place), int(count))
        return None


@dataclass(frozen=True, slots=True)
class Wish:
    """An element's reference image, a shot's panel or clip.

    Attributes:
        key: the element's name, the shot's permanent key, the scene's key, or what a `Redrawing`
            says.
        number: the view, panel or take number, from 1; 0 in a press: all that an element lacks,
            or one more of a shot.
        film: the film's name; "" for reference images, which all films of a folder share, and in
            a press, which is for the open film.
        variants: in a press, how many clips of the very same request are wished at once, each paid
            for, whatever was made of it before; 0: one clip, of a request that has none yet.
    """

    kind: Kind
    key: str
    number: int = 0
    film: str = ""
    variants: int = 0

    @property
    def subject(self) -> tuple[Kind, str]:
        """What it is about, whatever its number and film."""
        return self.kind, self.key

    @property
    def element(self) -> str:
        """The name of the element it is of; "" for a shot's."""
        return element_of(self.kind, self.key)


def element_of(kind: Kind, key: str) -> str:
    """The name of the element that something of this kind and key is of; "" for a shot's."""
    if kind is Kind.REDRAW:
        return Redrawing.of(key).element
    return key if kind is Kind.VIEW else ""


@dataclass(frozen=True, slots=True)
class Redrawing:
    """What a wish of the kind REDRAW is for.

    Attributes:
        element: its name.
        file: the name of the picture that is drawn again, or that a new one would get.
        words: what a new one shall show, in the user's own words; "": as its file's number says.
    """

    element: str
    file: str
    words: str = ""

    @classmethod
    def of(cls, key: str) -> Redrawing:
        """What a key says; names of elements and files have no slash."""
        element, _, rest = key.partition("/")
        file, _, words = rest.partition("/")
        return cls(element, file, words)

    @property
    def key(self) -> str:
        """As the key of a wish."""
        return "/".join((self.element, self.file, *((self.words,) if self.words else ())))

    @property
    def wish(self) -> Wish:
        """As a wish."""
        return Wish(Kind.REDRAW, self.key)


def clips(*keys: str) -> tuple[Wish, ...]:
    """A clip of each of these shots."""
    return tuple(Wish(Kind.CLIP, key) for key in keys)


def variants(key: str, count: int = 3) -> tuple[Wish, ...]:
    """So many clips of a shot from the very same request, as one wish: all are paid for or none."""
    return (Wish(Kind.CLIP, key, variants=count),)


def panels(*keys: str) -> tuple[Wish, ...]:
    """A panel of each of these shots, alone."""
    return tuple(Wish(Kind.PANEL, key) for key in keys)


def reference_images(*names: str) -> tuple[Wish, ...]:
    """What these elements lack."""
    return tuple(Wish(Kind.VIEW, name) for name in names)
