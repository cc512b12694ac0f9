"""What the user does with an element's pictures and voice, and how they are now."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Sequence
from pathlib import Path, PurePosixPath

from topa_studio.app.element_import import imported
from topa_studio.app.element_pictures import ElementPictures
from topa_studio.app.making.production import Production
from topa_studio.app.new_pictures import Box, NewPictures
from topa_studio.app.steps import Steps
from topa_studio.app.voices import voice_of
from topa_studio.base.errors import DocumentError, ProjectError, StudioError
from topa_studio.document.edits import Edit, ElementTarget, SetField, UnsetField
from topa_studio.model.element_picture import ElementPicture, TrashedPicture
from topa_studio.model.marks import Swap
from topa_studio.model.scenario import Element
from topa_studio.model.status import Trouble
from topa_studio.model.wish import Kind, Redrawing, Wish
from topa_studio.pipeline.compose import needed_elements
from topa_studio.pipeline.folder.layout import file_name
from topa_studio.pipeline.folder.names import number_in
from topa_studio.pipeline.folder.picture_trash import PictureTrash
from topa_studio.pipeline.money.budget import credits_of
from topa_studio.pipeline.money.estimate import spent_on
from topa_studio.pipeline.views import view_prompts

__all__ = ["Box", "Elements"]


class Elements:
    """The elements of the open film.

    Every act raises StudioError in plain words, and has changed nothing then; it is one step that
    undo takes back. No act ever deletes a picture for good, or sends anything.
    """

    def __init__(self, production: Production, steps: Steps, shown: ElementPictures) -> None:
        self._production, self._steps, self._shown = production, steps, shown
        self._layout, self._board = production.layout, production.board
        self._trash = PictureTrash(production.layout)
        self._new = NewPictures(production.layout, self._trash)

    # Questions: in memory, cheap

    def pictures(self, name: str) -> tuple[ElementPicture, ...]:
        """The pictures that are there, the frontal one first; `elements_changed` tells of others.

        Which are sent: as many as the model takes, in this order.
        """
        return self._shown.of(name)

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
        subjects = [(Kind.VIEW, name), *((Kind.REDRAW, key) for key in self._shown.keys(name))]
        return credits_of(sum(spent_on(self._board.entry(*subject)) for subject in subjects))

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

    async def trashed(self, name: str) -> tuple[TrashedPicture, ...]:
        """Its pictures in the trash, the newest first. Raises OSError."""
        return await asyncio.to_thread(self._trash.listing, name)

    # Presses: for `session.quote` and `session.press`

    def draw_missing(self, name: str) -> tuple[Wish, ...]:
        """Wishes for all that `missing` tells; what was removed comes as a candidate."""
        never = (Wish(Kind.VIEW, name),) if self._shown.missing(name) else ()
        removed = self._shown.removed(name)
        return (*never, *(Redrawing(name, picture.file).wish for picture in removed))

    def redraw(self, name: str, paths: Sequence[str] = ()) -> tuple[Wish, ...]:
        """Wishes for these pictures once more, or for all that are there."""
        there = [picture.path for picture in self.pictures(name)]
        wanted = [path for path in there if path in paths or not paths]
        return tuple(Redrawing(name, PurePosixPath(path).name).wish for path in wanted)

    def one_more(self, name: str, words: str = "") -> tuple[Wish, ...]:
        """A wish for one more angle, in the user's words or as the next of its kind."""
        element = self._production.scenario.element(name)
        least = 0 if element is None else len(view_prompts(element))
        file = f"{file_name(name)}{self._free_number(name, least)}.png"
        return (Redrawing(name, file, " ".join(words.split())).wish,)

    # Acts

    async def order(self, name: str, paths: Sequence[str]) -> None:
        """In this order they are shown and sent; those that are not named follow."""
        self._production.must_write()
        edit = SetField(ElementTarget(name), "pictures", _files(paths))
        await self._steps.edit("Order of pictures", [edit])

    async def frontal(self, name: str, path: str) -> None:
        """It stands first, and the others as they stood."""
        self._own(name, path)
        others = [each.path for each in self.pictures(name) if each.path != path]
        self._production.must_write()
        edit = SetField(ElementTarget(name), "pictures", _files([path, *others]))
        await self._steps.edit("Frontal picture", [edit])

    async def add(self, name: str, source: Path) -> str:
        """A copy of a picture of the user's own, upright, as PNG or JPEG; its path."""
        self._element(name)
        file = f"{file_name(name)}{self._free_number(name)}"
        made = self._new.brought(name, file, source, self._shown.limits.picture_bytes)
        return await self._place(name, "Own picture", made)

    async def replace(self, name: str, path: str, source: Path) -> str:
        """A copy of a picture of the user's own in the place of one, which goes to the trash."""
        old = self._own(name, path)
        made = self._new.brought(name, old.file, source, self._shown.limits.picture_bytes)
        return await self._place(name, "Replace picture", made, old)

    async def crop(self, name: str, path: str, box: Box) -> str:
        """Only this part of it, in shares of its size; the whole one goes to the trash."""
        old = self._own(name, path)
        return await self._place(name, "Crop picture", self._new.cropped(name, path, box), old)

    async def mend(self, name: str, path: str) -> str:
        """As the service takes it: upright, large enough, of a ratio that is taken."""
        old = self._own(name, path)
        made = self._new.mended(name, path, self._shown.limits)
        return await self._place(name, "Fix picture", made, old)

    async def remove(self, name: str, path: str) -> None:
        """To the trash; nothing draws it again by itself."""
        old = self._own(name, path)
        element = self._element(name)
        left = [file for file in element.pictures if file != old.file]
        named = _named(name, left) if left != list(element.pictures) else []
        swap = Swap(name, path, old.sha256, "")
        await self._step("Remove picture", [swap], named)

    async def restore(self, name: str, trashed: str) -> str:
        """Back from the trash, under its name; where that is taken, under the next free one."""
        self._element(name)
        found = [each for each in await self.trashed(name) if each.path == trashed]
        if not found:
            raise ProjectError("pipeline.picture-gone", path=trashed)
        path = self._free_path(name, found[0].file)
        await self._step("Restore picture", [Swap(name, path, "", found[0].sha256)])
        return path

    async def keep(self, name: str) -> None:
        """The new pictures take the places of the old ones, which go to the trash."""
        there = {picture.file: picture for picture in self.pictures(name)}
        swaps: list[Swap] = []
        for wish, take in self._shown.candidates(name):
            old = there.get(wish.file)
            if old is not None:
                swaps += _in_place(name, old, take.path, take.sha256)
            else:
                path = self._free_path(name, wish.file, PurePosixPath(take.path).suffix)
                swaps.append(Swap(name, path, "", take.sha256))
            swaps += self._away(name, wish)
        if not swaps:
            raise ProjectError("pipeline.nothing-to-keep", element=name)
        await self._step("Keep new pictures", swaps)

    async def put_back(self, name: str) -> None:
        """The new pictures go to the trash; they were paid for."""
        wishes = (wish for wish, _take in self._shown.candidates(name))
        swaps = [swap for wish in wishes for swap in self._away(name, wish)]
        if not swaps:
            raise ProjectError("pipeline.nothing-to-keep", element=name)
        await self._step("Put old pictures back", swaps)

    async def set_voice(self, name: str, source: Path) -> None:
        """A voice sample of 5 to 30 seconds; one from elsewhere is copied into the film's home."""
        self._production.must_write()
        self._element(name)
        stored = await asyncio.to_thread(voice_of, self._layout.home, source)
        await self._steps.edit("Voice", [SetField(ElementTarget(name), "voice", stored)])

    async def drop_voice(self, name: str) -> None:
        """No voice sample any more; the file stays."""
        self._production.must_write()
        self._element(name)
        await self._steps.edit("No voice", [UnsetField(ElementTarget(name), "voice")])

    async def import_from(self, scenario: Path, names: Sequence[str]) -> tuple[str, ...]:
        """Elements of another film with copies of their pictures; their names here.

        One whose name is taken gets the next free one.
        """
        self._production.must_write()
        film, practice = self._production.scenario, self._production.practice
        add = asyncio.to_thread(imported, scenario, names, film, self._layout, practice=practice)
        found = await add
        await self._steps.edit("Import elements", found.edits, markings=found.swaps)
        return found.names

    # Inside

    async def _place(
        self,
        name: str,
        label: str,
        made: Awaitable[tuple[str, str]],
        old: ElementPicture | None = None,
    ) -> str:
        """Put a new picture where it belongs; its path."""
        self._production.must_write()
        file, sha256 = await made
        path = self._path(name, file)
        swaps = [Swap(name, path, "", sha256)]
        if old is not None:
            swaps = _in_place(name, old, path, sha256)
        if old is None or old.sha256 != sha256:
            await self._step(label, swaps)
        return path

    async def _step(self, label: str, swaps: Sequence[Swap], edits: Sequence[Edit] = ()) -> None:
        self._production.must_write()
        await self._steps.edit(label, edits, markings=tuple(swaps))

    def _away(self, name: str, wish: Redrawing) -> list[Swap]:
        takes = self._board.entry(Kind.REDRAW, wish.key).takes.values()
        return [Swap(name, take.path, take.sha256, "") for take in takes]

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
        entry = self._board.entry(Kind.VIEW, name)
        files = [picture.file for picture in self.pictures(name)]
        files += [Redrawing.of(key).file for key in self._shown.keys(name)]
        used = [number for file in files if (number := number_in(file, name)) is not None]
        used += [*entry.takes, *(job.wish.number for job in entry.jobs.values())]
        if entry.jobs or entry.takes:  # what was begun will have these
            used += [picture.number or 0 for picture in self._shown.missing(name)]
        return max(used, default=0) + 1 if not least else max((least, *used)) + 1


def _files(paths: Sequence[str]) -> list[str]:
    return [PurePosixPath(path).name for path in paths]


def _named(name: str, files: list[str]) -> list[Edit]:
    target = ElementTarget(name)
    return [SetField(target, "pictures", files) if files else UnsetField(target, "pictures")]


def _in_place(name: str, old: ElementPicture, path: str, sha256: str) -> list[Swap]:
    """Another content under a picture's name; its ending is that of the new content."""
    suffix = PurePosixPath(path).suffix
    target = str(PurePosixPath(old.path).with_suffix(suffix))
    if target == old.path:
        return [Swap(name, old.path, old.sha256, sha256)]
    return [Swap(name, old.path, old.sha256, ""), Swap(name, target, "", sha256)]
