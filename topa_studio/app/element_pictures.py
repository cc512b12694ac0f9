"""An element's pictures as they are shown: the frontal one first, with what lies beside each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from topa_studio.app.making.production import Production
from topa_studio.app.tasks import Tasks
from topa_studio.catalogue.catalogue import DEFAULT_CLIP_MODEL
from topa_studio.catalogue.models import Limits
from topa_studio.model.element_picture import ElementPicture
from topa_studio.model.request import Picture
from topa_studio.model.scenario import Element
from topa_studio.model.take import Take
from topa_studio.model.wish import Kind, Redrawing
from topa_studio.pipeline.board import Subject
from topa_studio.pipeline.folder.layout import number_in
from topa_studio.pipeline.folder.picture_look import NOT_LOOKED_AT, Look, PictureLook
from topa_studio.pipeline.missing import missing_views
from topa_studio.pipeline.progress import drawing
from topa_studio.pipeline.views import view_prompts, words_of_view


class ElementPictures:
    """Reads the board and the folder; files are looked at in a thread, once each.

    Args:
        looked: told the element of which sizes or faults are known now.
    """

    def __init__(
        self, production: Production, tasks: Tasks, looked: Callable[[frozenset[str]], None]
    ) -> None:
        self._production, self._board = production, production.board
        self._tasks, self._looked = tasks, looked
        self._look = PictureLook(production.layout)
        self._looks: dict[str, Look] = {}
        self._asked: set[str] = set()
        self._keys: dict[str, dict[str, None]] = {}
        for subject, _entry in self._board.subjects():
            self._on_board(subject)
        self._board.changed.connect(self._on_board)

    def of(self, name: str) -> tuple[ElementPicture, ...]:
        """The pictures that are there, in their order."""
        element, setup = self._production.scenario.element(name), self._production.film.setup
        if element is None:
            return ()
        local = [p for p in setup.pictures.get(element.name, ()) if p.path]
        most = min(self.limits.element_pictures[1], len(local))
        local += self._production.film.pictures.unsent.get(element.name, ())
        self._ask(element.name, [*local, *map(_picture, self._takes(element.name))])
        return tuple(
            replace(self._shown(element, picture), is_sent=place < most)
            for place, picture in enumerate(local)
        )

    def new(self, name: str) -> tuple[ElementPicture, ...]:
        """What is drawn, or waits to be kept, and replaces no picture that is there."""
        element = self._production.scenario.element(name)
        if element is None:
            return ()
        there = {picture.file for picture in self.of(name)}
        wishes = (Redrawing.of(key) for key in self._keys.get(element.name, {}))
        shown = (self._new(element, wish) for wish in wishes if wish.file not in there)
        return tuple(each for each in shown if each.candidate or each.failed or each.since)

    def missing(self, name: str) -> tuple[ElementPicture, ...]:
        """Views that a press makes and that are not there yet, drawn or not."""
        element = self._production.scenario.element(name)
        if element is None:
            return ()
        pictures = self._production.film.setup.pictures.get(element.name, ())
        numbers = missing_views(element, self._board.entry(Kind.VIEW, element.name), pictures)
        return tuple(self._missing(element, number) for number in numbers)

    def removed(self, name: str) -> tuple[ElementPicture, ...]:
        """Views that were here and are not any more; nothing draws them again by itself."""
        element = self._production.scenario.element(name)
        if element is None:
            return ()
        missing = {picture.number for picture in self.missing(name)}
        there = {picture.number for picture in (*self.of(name), *self.new(name))} | missing
        drawn = self._board.entry(Kind.VIEW, element.name).takes
        numbers = [n for n in range(1, len(view_prompts(element)) + 1) if n not in there]
        return tuple(self._missing(element, number) for number in numbers if number in drawn)

    def candidates(self, name: str) -> tuple[tuple[Redrawing, Take], ...]:
        """The newest candidate of each place, with what it is for."""
        return tuple(
            (wish, take)
            for key in self._keys.get(name, {})
            if (wish := Redrawing.of(key)) and (take := self._candidate(wish)) is not None
        )

    @property
    def limits(self) -> Limits:
        """What the usual model takes of pictures."""
        return self._production.film.setup.model(DEFAULT_CLIP_MODEL).limits

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys of all that was ever drawn again or anew of an element."""
        return tuple(self._keys.get(name, {}))

    def _on_board(self, subject: Subject) -> None:
        if subject[0] is Kind.REDRAW:
            self._keys.setdefault(Redrawing.of(subject[1]).element, {})[subject[1]] = None

    def _shown(self, element: Element, picture: Picture) -> ElementPicture:
        wish = Redrawing(element.name, PurePosixPath(picture.path).name)
        number, look = number_in(wish.file, element.name), self._looked_at(picture)
        take = self._board.entry(Kind.VIEW, element.name).takes.get(number or 0)
        return self._with_drawing(
            ElementPicture(
                path=picture.path,
                file=wish.file,
                number=number,
                words=words_of_view(element, number),
                sha256=picture.sha256,
                width=look.width,
                height=look.height,
                credits=None if take is None else self._price(take, wish),
                trouble=look.trouble,
                can_mend=look.can_mend,
            ),
            wish,
        )

    def _new(self, element: Element, wish: Redrawing) -> ElementPicture:
        number = number_in(wish.file, element.name)
        words = wish.words or words_of_view(element, number)
        return self._with_drawing(
            ElementPicture(path="", file=wish.file, number=number, words=words), wish
        )

    def _missing(self, element: Element, number: int) -> ElementPicture:
        found = drawing(self._board, (Kind.VIEW, element.name), number)
        return ElementPicture(
            path="",
            file=self._production.layout.view(element.name, number).name,
            key=element.name,
            number=number,
            words=words_of_view(element, number),
            stage=found.stage,
            progress=found.share,
            since=found.since,
            failed=found.trouble,
        )

    def _with_drawing(self, picture: ElementPicture, wish: Redrawing) -> ElementPicture:
        found = drawing(self._board, (Kind.REDRAW, wish.key))
        return replace(
            picture,
            key=wish.key,
            candidate=self._candidate(wish),
            stage=found.stage,
            progress=found.share,
            since=found.since,
            failed=found.trouble,
        )

    def _candidate(self, wish: Redrawing) -> Take | None:
        takes = self._board.entry(Kind.REDRAW, wish.key).takes
        return takes[max(takes)] if takes else None

    def _takes(self, name: str) -> Iterable[Take]:
        return (take for _wish, take in self.candidates(name))

    def _price(self, take: Take, wish: Redrawing) -> float | None:
        """What a picture cost: one that was kept counts where it was drawn."""
        jobs = self._board.entry(Kind.REDRAW, wish.key).jobs.values()
        paid = (job.credits for job in jobs if job.task_id == take.task_id and job.task_id)
        return take.credits or next(paid, None)

    def _looked_at(self, picture: Picture) -> Look:
        return self._looks.get(picture.sha256, NOT_LOOKED_AT)

    def _ask(self, name: str, pictures: Iterable[Picture]) -> None:
        """Look at those that nobody looked at; told when that is done."""
        new = [p for p in pictures if p.sha256 not in self._looks and p.sha256 not in self._asked]
        if new:
            self._asked |= {picture.sha256 for picture in new}
            self._tasks.spawn(self._look_at(name, new))

    async def _look_at(self, name: str, pictures: list[Picture]) -> None:
        for picture in pictures:
            look = await asyncio.to_thread(self._look.at, picture.path, self.limits)
            self._looks[picture.sha256] = look
        self._looked(frozenset({name}))


def _picture(take: Take) -> Picture:
    return Picture(take.path, take.sha256)
