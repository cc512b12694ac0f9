"""An element's pictures as they are shown: the frontal one first, with what lies beside each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from topa_studio.app.making.production import Production
from topa_studio.app.tasks import Tasks
from topa_studio.catalogue.catalogue import DEFAULT_CLIP_MODEL
from topa_studio.catalogue.models import Limits
from topa_studio.model.element_picture import ElementPicture
from topa_studio.model.request import Picture
from topa_studio.model.scenario import Element
from topa_studio.model.status import RUNNING, Stage
from topa_studio.model.take import Take
from topa_studio.model.wish import Kind, Redrawing
from topa_studio.pipeline.board import Subject
from topa_studio.pipeline.folder.layout import file_called, number_in, place_of
from topa_studio.pipeline.folder.picture_look import NOT_LOOKED_AT, Look, PictureLook
from topa_studio.pipeline.missing import still_missing
from topa_studio.pipeline.progress import drawing
from topa_studio.pipeline.views import view_prompts, words_of_view

GOING = RUNNING | {Stage.NEEDS_YOU}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A picture that waits to be kept.

    Attributes:
        file: the name of the picture in whose place it would stand.
        take: the newest one. wishes: what drew it, and others for the same place.
    """

    file: str
    take: Take
    wishes: tuple[Redrawing, ...]


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
        there = {place_of(picture.file, picture.called) for picture in self.of(name)}
        wishes = self._drawn(element.name)
        shown = (self._new(element, found) for place, found in wishes.items() if place not in there)
        return tuple(each for each in shown if each.candidate or each.failed or each.since)

    def missing(self, name: str) -> tuple[ElementPicture, ...]:
        """Views that a press makes and that are not there yet, drawn or not."""
        element = self._production.scenario.element(name)
        if element is None:
            return ()
        pictures = self._production.film.setup.pictures.get(element.name, ())
        on_the_way = self._board.views_on_the_way(element.name)
        numbers = sorted({*still_missing(element, self._board, pictures), *on_the_way})
        return tuple(self._missing(element, number) for number in numbers)

    def removed(self, name: str) -> tuple[ElementPicture, ...]:
        """Views that were here and are not any more; nothing draws them again by itself."""
        element = self._production.scenario.element(name)
        if element is None:
            return ()
        missing = {picture.number for picture in self.missing(name)}
        there = {picture.number for picture in (*self.of(name), *self.new(name))} | missing
        drawn = self._board.views(element.name).takes
        numbers = [n for n in range(1, len(view_prompts(element)) + 1) if n not in there]
        return tuple(self._missing(element, number) for number in numbers if number in drawn)

    def candidates(self, name: str, files: Sequence[str] = ()) -> tuple[Candidate, ...]:
        """The newest candidate of each place, or of those of `files`."""
        wanted = {place_of(file, name) for file in files}
        return tuple(
            Candidate(self._file(name, wishes), take, tuple(wishes))
            for place, wishes in self._drawn(name).items()
            if (not wanted or place in wanted) and (take := self._candidate(wishes)) is not None
        )

    @property
    def limits(self) -> Limits:
        """What the usual model takes of pictures."""
        return self._production.film.setup.model(DEFAULT_CLIP_MODEL).limits

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys of all that was ever drawn again or anew of an element, whatever its name."""
        names = self._board.former.all_of(name)
        return tuple(key for each in names for key in self._keys.get(each, {}))

    def wish(self, name: str, file: str) -> Redrawing:
        """What draws a picture once more: what is on its way under an old name goes on."""
        wishes = self._drawn(name).get(place_of(file, name), ())
        going = (wish for wish in wishes if drawing(self._board, wish.wish.subject).stage in GOING)
        return next(going, Redrawing(name, file))

    def _drawn(self, name: str) -> dict[str, list[Redrawing]]:
        """What was ever drawn again or anew of an element, by the picture's place."""
        found: dict[str, list[Redrawing]] = {}
        for key in self.keys(name):
            wish = Redrawing.of(key)
            found.setdefault(place_of(wish.file, wish.element), []).append(wish)
        return found

    def _file(self, name: str, wishes: Sequence[Redrawing]) -> str:
        return file_called(wishes[0].file, wishes[0].element, name)

    def _on_board(self, subject: Subject) -> None:
        if subject[0] is Kind.REDRAW:
            self._keys.setdefault(Redrawing.of(subject[1]).element, {})[subject[1]] = None

    def _shown(self, element: Element, picture: Picture) -> ElementPicture:
        file, look = PurePosixPath(picture.path).name, self._looked_at(picture)
        names = self._board.former.all_of(element.name)
        # Until it is carried it has the name that it had.
        called = next((n for n in names if number_in(file, n) is not None), element.name)
        number = number_in(file, called)
        take = self._board.views(element.name).takes.get(number or 0)
        wishes = self._drawn(element.name).get(place_of(file, called), ())
        return self._with_drawing(
            ElementPicture(
                path=picture.path,
                file=file,
                called=called,
                number=number,
                words=words_of_view(element, number),
                sha256=picture.sha256,
                width=look.width,
                height=look.height,
                credits=None if take is None else self._price(take, element.name),
                trouble=look.trouble,
                can_mend=look.can_mend,
            ),
            [Redrawing(element.name, file), *wishes],
        )

    def _new(self, element: Element, wishes: Sequence[Redrawing]) -> ElementPicture:
        file = self._file(element.name, wishes)
        number = number_in(file, element.name)
        words = next((w.words for w in wishes if w.words), "") or words_of_view(element, number)
        return self._with_drawing(
            ElementPicture(path="", file=file, number=number, words=words), wishes
        )

    def _missing(self, element: Element, number: int) -> ElementPicture:
        names = self._board.former.all_of(element.name)
        every = [drawing(self._board, (Kind.VIEW, name), number) for name in names]
        found = next((each for each in every if each.stage in GOING), every[0])
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

    def _with_drawing(self, picture: ElementPicture, wishes: Sequence[Redrawing]) -> ElementPicture:
        every = [(wish, drawing(self._board, wish.wish.subject)) for wish in wishes]
        told = (each for each in every if each[1].trouble is not None)
        going = next((each for each in every if each[1].stage in GOING), None)
        wish, found = going or next(told, every[0])
        return replace(
            picture,
            key=wish.key,
            candidate=self._candidate(wishes),
            stage=found.stage,
            progress=found.share,
            since=found.since,
            failed=found.trouble,
        )

    def _candidate(self, wishes: Iterable[Redrawing]) -> Take | None:
        """The newest one of a place."""
        entries = (self._board.entry(Kind.REDRAW, wish.key) for wish in wishes)
        newest = [entry.takes[max(entry.takes)] for entry in entries if entry.takes]
        return max(newest, key=lambda take: take.made_at, default=None)

    def _takes(self, name: str) -> Iterable[Take]:
        return (each.take for each in self.candidates(name))

    def _price(self, take: Take, name: str) -> float | None:
        """What a picture cost: one that was kept counts where it was drawn."""
        if take.credits or not take.task_id:
            return take.credits
        entries = [self._board.views(name)]
        entries += [self._board.entry(Kind.REDRAW, key) for key in self.keys(name)]
        jobs = (job for entry in entries for job in entry.jobs.values())
        return next((job.credits for job in jobs if job.task_id == take.task_id), None)

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
