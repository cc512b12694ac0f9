"""What is held back before anything is planned or paid: mistakes, and pictures that cannot go."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from topa_studio.app.making.film_now import FilmNow
from topa_studio.base.errors import StudioError
from topa_studio.catalogue.catalogue import DEFAULT_CLIP_MODEL
from topa_studio.model.request import Picture
from topa_studio.model.status import Trouble
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.folder.picture_check import PictureCheck
from topa_studio.pipeline.own_pictures import OwnPicture, own_pictures


class Screening:
    """Asked by every way that leads to a request: a press, a command, a flow that composes one."""

    def __init__(self, film: FilmNow) -> None:
        self._film = film
        self._pictures = PictureCheck(film.layout)

    def sound(self, wishes: Iterable[Wish]) -> list[Wish]:
        """Those of these that may be sent; the others are told why not."""
        found = []
        for wish in wishes:
            why = self._film.why_not(wish.subject) or self._film.why_waits(wish.subject)
            if why is None:
                found.append(wish)
            else:
                # A shot tells of its mistake by itself, however far it is.
                self._film.board.end_wait(wish.subject, why if wish.kind.is_of_element else None)
        return found

    async def picture_troubles(self, wish: Wish) -> tuple[Trouble, ...]:
        """Why own pictures of a shot cannot be sent for a wish, each once."""
        if wish.kind.is_of_element:
            return ()
        try:
            pictures = tuple(own_pictures(self._film.scenario, wish.key, self._film.setup))
        except StudioError:
            return ()
        if wish.kind is Kind.PANEL:
            # It shows elements, and neither starts from a picture nor ends with one.
            pictures = tuple(picture for picture in pictures if not picture.field)
        return await self._look(pictures)

    async def must_be_whole(self, pictures: Iterable[Picture]) -> None:
        """Raises StudioError where a reference image cannot be sent to the usual model."""
        limits = self._film.setup.model(DEFAULT_CLIP_MODEL).limits
        every = tuple(OwnPicture(picture.path, limits) for picture in pictures)
        for trouble in await self._look(every):
            raise StudioError(trouble.code, **trouble.params)

    async def _look(self, pictures: tuple[OwnPicture, ...]) -> tuple[Trouble, ...]:
        if not pictures:
            return ()
        return await asyncio.to_thread(self._pictures.troubles, pictures)
