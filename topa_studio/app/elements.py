"""What the user does with an element's pictures and voice, and how they are now."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from topa_studio.app.element_pictures import ElementPictures
from topa_studio.model.element_picture import ElementPicture, TrashedPicture
from topa_studio.model.wish import Wish

Box = tuple[float, float, float, float]
"""Left, top, width and height of a part of a picture, as shares of it."""


class Elements:
    """The elements of the open film.

    Every act raises StudioError (plain words; nothing was changed then), and is one undoable step.
    """

    def __init__(self, shown: ElementPictures) -> None:
        self._shown = shown

    # Questions: in memory, cheap

    def pictures(self, name: str) -> tuple[ElementPicture, ...]:
        """The pictures that are there, the frontal one first; `elements_changed` tells of others.

        Which are sent: as many as the model takes, in this order.
        """
        return self._shown.of(name)

    def missing(self, name: str) -> tuple[ElementPicture, ...]:
        """Views that `generate missing` makes, as places without a picture yet."""
        return self._shown.missing(name)

    def new_angles(self, name: str) -> tuple[ElementPicture, ...]:
        """Pictures that are drawn, or wait to be kept, and replace none that is there."""
        return self._shown.new(name)

    def candidates(self, name: str) -> int:
        """How many new pictures wait to be kept."""
        return len(self._shown.candidates(name))

    def spent(self, name: str) -> float:
        """Credits that went into an element's pictures so far, kept or not."""
        raise NotImplementedError

    def used_in(self, name: str) -> tuple[str, ...]:
        """Keys of the shots that need or mention it, in the film's order."""
        raise NotImplementedError

    async def trashed(self, name: str) -> tuple[TrashedPicture, ...]:
        """Its pictures in the trash, the newest first."""
        raise NotImplementedError

    def why_no_more(self, name: str) -> str:
        """Why no further angle is drawn now, as a code of `base.words`; "": one can be."""
        raise NotImplementedError

    # Presses: for `session.quote` and `session.press`

    def redraw(self, name: str, paths: Sequence[str] = ()) -> tuple[Wish, ...]:
        """Wishes for these pictures once more; without any: for all."""
        raise NotImplementedError

    def one_more(self, name: str, words: str = "") -> tuple[Wish, ...]:
        """A wish for one more angle, in the user's words or as the next of its kind."""
        raise NotImplementedError

    # Acts

    async def order(self, name: str, paths: Sequence[str]) -> None:
        """In this order they are shown and sent."""
        raise NotImplementedError

    async def frontal(self, name: str, path: str) -> None:
        """It stands first."""
        raise NotImplementedError

    async def add(self, name: str, source: Path) -> str:
        """A copy of a picture of the user's own, upright, as PNG or JPEG; its path."""
        raise NotImplementedError

    async def replace(self, name: str, path: str, source: Path) -> str:
        """A copy of a picture of the user's own in the place of one, which goes to the trash."""
        raise NotImplementedError

    async def crop(self, name: str, path: str, box: Box) -> str:
        """Only this part of it; the whole one goes to the trash."""
        raise NotImplementedError

    async def mend(self, name: str, path: str) -> str:
        """As the service takes it: upright, large enough, of a ratio that is taken."""
        raise NotImplementedError

    async def remove(self, name: str, path: str) -> None:
        """To the trash."""
        raise NotImplementedError

    async def restore(self, name: str, trashed: str) -> str:
        """Back from the trash, under its name; where that is taken, under the next free one."""
        raise NotImplementedError

    async def keep(self, name: str) -> None:
        """The new pictures take the places of the old ones, which go to the trash."""
        raise NotImplementedError

    async def put_back(self, name: str) -> None:
        """The new pictures go to the trash; they were paid for."""
        raise NotImplementedError

    async def set_voice(self, name: str, source: Path) -> None:
        """A voice sample of 5 to 30 seconds; one from elsewhere is copied into the film's home."""
        raise NotImplementedError

    async def drop_voice(self, name: str) -> None:
        """No voice sample any more; the file stays."""
        raise NotImplementedError

    async def import_from(self, scenario: Path, names: Sequence[str]) -> tuple[str, ...]:
        """Elements of another film with copies of their pictures; their names here.

        One whose name is taken gets the next free one.
        """
        raise NotImplementedError
