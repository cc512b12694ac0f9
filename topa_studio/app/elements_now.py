"""How an element's pictures are now, and what a press on them would draw; nothing is changed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from topa_studio.app.element_import import elements_of
from topa_studio.app.element_pictures import ElementPictures
from topa_studio.app.making.production import Production
from topa_studio.base.errors import DocumentError, StudioError
from topa_studio.model.element_picture import ElementPicture, TrashedPicture
from topa_studio.model.scenario import Element
from topa_studio.model.status import Trouble
from topa_studio.model.wish import Kind, Redrawing, Wish
from topa_studio.pipeline.compose import needed_elements
from topa_studio.pipeline.folder.layout import file_called, file_name, number_in, place_of
from topa_studio.pipeline.folder.picture_trash import PictureTrash
from topa_studio.pipeline.money.budget import credits_of
from topa_studio.pipeline.money.estimate import spent_on
from topa_studio.pipeline.money.uses import subjects_of_element
from topa_studio.pipeline.views import view_prompts

_PICTURES = (".png", ".jpg", ".jpeg", ".webp")


class ElementsNow:
    """Asks the board, the film and the trash."""

    def __init__(self, production: Production, shown: ElementPictures) -> None:
        self._production = production
        self._shown = shown
        self._layout, self._board = production.layout, production.board
        self._trash = PictureTrash(production.layout)

    # Questions: in memory, cheap

    def pictures(self, name: str) -> tuple[ElementPicture, ...]:
        """The pictures that are there, the frontal one first; `elements_changed` tells of others.

        Which are sent: as many as the model takes, in this order.
        """
        return self._shown.of(name)

    async def left(self, name: str) -> str:
        """The first picture that lies there of an element that was deleted; "" for none.

        Raises OSError.
        """
        return await asyncio.to_thread(self._left, name)

    def _left(self, name: str) -> str:
        folder = self._layout.element_folder(name)
        files = [path.name for path in folder.iterdir()] if folder.is_dir() else []
        found = {
            number: file
            for file in sorted(files)
            if (number := number_in(file, name)) is not None and file.endswith(_PICTURES)
        }
        return self._path(name, found[min(found)]) if found else ""

    def missing(self, name: str) -> tuple[ElementPicture, ...]:
        """Views without a picture: those never drawn, then those that were removed."""
        return (*self._shown.missing(name), *self._shown.removed(name))

    def new_angles(self, name: str) -> tuple[ElementPicture, ...]:
        """Pictures that are drawn, or wait to be kept, and replace none that is there."""
        return self._shown.new(name)

    def candidates(self, name: str) -> int:
        """How many new pictures wait to be kept."""
        return len(self._shown.candidates(name))

    def spent(self, name: str) -> float:
        """Credits that went into an element's pictures so far, kept or not."""
        subjects = subjects_of_element(self._board, name)
        return credits_of(sum(spent_on(self._board.entry(*subject)) for subject in subjects))

    def kept(self, name: str, files: Sequence[str] = ()) -> dict[str, str]:
        """The SHA-256 of what would lie at each path if the new pictures were kept, or those in
        the places of `files`.
        """
        there = {place_of(picture.file, name): picture.path for picture in self.pictures(name)}
        return {
            there.get(place_of(each.file, name)) or self._path(name, each.file): each.take.sha256
            for each in self._shown.candidates(name, files)
        }

    def why_waits(self, name: str) -> Trouble | None:
        """Why nothing is drawn of it at this moment; `elements_changed` tells when it is over."""
        return self._production.film.why_waits((Kind.VIEW, name))

    def used_in(self, name: str) -> tuple[str, ...]:
        """Keys of the shots that need or mention it, in the film's order."""
        film = self._production.scenario
        return tuple(
            shot.key
            for shot in film.shots()
            if any(element.name == name for element in needed_elements(film, shot))
        )

    def why_no_more(self, name: str) -> Trouble | None:
        """Why one more angle would not be sent; None where it would."""
        most = self._shown.limits.element_pictures[1]
        count = len(self.pictures(name)) + len(self.new_angles(name))
        told = {"element": name, "count": count, "most": most}
        return Trouble("pipeline.enough-angles", told) if count >= most else None

    async def trashed(self, name: str = "") -> tuple[TrashedPicture, ...]:
        """Its pictures in the trash, or those of all, the newest first. Raises OSError."""
        names = self._board.former.all_of(name) if name else ("",)
        found = [await asyncio.to_thread(self._trash.listing, each) for each in names]
        return tuple(sorted((each for one in found for each in one), key=lambda t: -t.since))

    async def elements_in(self, scenario: Path) -> tuple[Element, ...]:
        """The elements of another film, to choose from. Raises ProjectError: it is none."""
        return await asyncio.to_thread(elements_of, scenario)

    # Presses: for `session.quote` and `session.press`

    def draw_missing(self, name: str) -> tuple[Wish, ...]:
        """Wishes for all that `missing` tells; what was removed comes as a candidate."""
        on_the_way = self._board.views_on_the_way(name)
        lacks = any(each.number not in on_the_way for each in self._shown.missing(name))
        never = (Wish(Kind.VIEW, name),) if lacks else ()
        removed = self._shown.removed(name)
        return (*never, *(self._shown.wish(name, picture.file).wish for picture in removed))

    def redraw(self, name: str, paths: Sequence[str] = ()) -> tuple[Wish, ...]:
        """Wishes for these pictures once more, or for all that are sent."""
        there = self.pictures(name)
        wanted = [each.file for each in there if (each.path in paths if paths else each.is_sent)]
        return tuple(self._shown.wish(name, file).wish for file in wanted)

    def one_more(self, name: str, words: str = "") -> tuple[Wish, ...]:
        """A wish for one more angle, in the user's words or as the next of its kind."""
        element = self._production.scenario.element(name)
        least = 0 if element is None else len(view_prompts(element))
        file = f"{file_name(name)}{self._free_number(name, least)}.png"
        return (Redrawing(name, file, " ".join(words.split())).wish,)

    @property
    def most_sent(self) -> int:
        """So many pictures of an element are sent, the first ones."""
        return self._shown.limits.element_pictures[1]

    # Inside

    def _element(self, name: str) -> Element:
        element = self._production.scenario.element(name)
        if element is None:
            raise DocumentError("document.edit-gone", name=name)
        return element

    def _own(self, name: str, path: str) -> ElementPicture:
        """A picture that lies in the element's folder. Raises StudioError."""
        found = next((each for each in self.pictures(name) if each.path == path), None)
        if found is None:
            raise StudioError("pipeline.picture-gone", path=path)
        if self._path(name, found.file) != path:
            raise StudioError("pipeline.picture-not-own", path=path, element=name)
        return found

    def _called(self, name: str, file: str) -> str:
        """A file of the element as it is called now."""
        names = self._board.former.all_of(name)
        was = next((each for each in names if number_in(file, each) is not None), name)
        return file_called(file, was, name)

    def _path(self, name: str, file: str) -> str:
        return self._layout.relative(self._layout.element_folder(name) / file)

    def _free_path(self, name: str, file: str, suffix: str = "") -> str:
        """Where a picture of this name goes: no other of the element has it but for its ending."""
        wanted = PurePosixPath(file)
        taken = {PurePosixPath(picture.file).stem for picture in self.pictures(name)}
        stem = wanted.stem
        if stem in taken:
            stem = f"{file_name(name)}{self._free_number(name)}"
        return self._path(name, f"{stem}{suffix or wanted.suffix}")

    def _free_number(self, name: str, least: int = 0) -> int:
        """A number above `least` that no picture of the element has or had."""
        entry = self._board.views(name)
        files = [picture.file for picture in self.pictures(name)]
        drawn = map(Redrawing.of, self._shown.keys(name))
        files += [file_called(wish.file, wish.element, name) for wish in drawn]
        used = [number for file in files if (number := number_in(file, name)) is not None]
        used += [*entry.takes, *(job.wish.number for job in entry.jobs.values())]
        if entry.jobs or entry.takes:  # what was begun will have these
            used += [picture.number or 0 for picture in self._shown.missing(name)]
        return max(used, default=0) + 1 if not least else max((least, *used)) + 1
