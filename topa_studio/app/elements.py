"""What the user does with an element's pictures and voice."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path, PurePosixPath

from topa_studio.app.element_import import imported
from topa_studio.app.element_pictures import Candidate, ElementPictures
from topa_studio.app.elements_now import ElementsNow
from topa_studio.app.making.production import Production
from topa_studio.app.new_pictures import Box, NewPictures
from topa_studio.app.steps import Steps
from topa_studio.app.tasks import Tasks
from topa_studio.app.voices import voice_of
from topa_studio.base.errors import ProjectError, StudioError
from topa_studio.document.edits import Edit, ElementTarget, SetField, UnsetField
from topa_studio.model.element_picture import ElementPicture, TrashedPicture
from topa_studio.model.marks import Marking, Swap
from topa_studio.model.status import reason_of
from topa_studio.model.wish import Kind
from topa_studio.pipeline.folder.layout import file_name, place_of

__all__ = ["Box", "Elements"]


class Elements(ElementsNow):
    """The elements of the open film.

    Every act raises StudioError in plain words, and has changed nothing then; it is one step that
    undo takes back. No act ever deletes a picture for good, or sends anything.
    """

    def __init__(self, production: Production, steps: Steps, shown: ElementPictures) -> None:
        super().__init__(production, shown)
        self._steps = steps
        self._new = NewPictures(production.layout, self._trash)

    @classmethod
    def of(
        cls,
        production: Production,
        steps: Steps,
        tasks: Tasks,
        tell: Callable[[frozenset[str]], None],
    ) -> Elements:
        """Of one session; `tell` gets names of elements of whose pictures more is known."""
        return cls(production, steps, ElementPictures(production, tasks, tell))

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
        paths, refused = await self.add_all(name, [source])
        if refused:
            raise refused[0]
        return paths[0]

    async def add_all(
        self, name: str, sources: Sequence[Path]
    ) -> tuple[list[str], list[StudioError]]:
        """`add` each of them, in one step: the paths of those that came, why the others did not."""
        self._element(name)
        self._production.must_write()
        first, most = self._free_number(name), self._shown.limits.picture_bytes
        swaps: list[Swap] = []
        refused: list[StudioError] = []
        for source in sources:
            file = f"{file_name(name)}{first + len(swaps)}"
            try:
                file, sha256 = await self._new.brought(name, file, source, most)
            except StudioError as error:
                refused.append(error)
                continue
            swaps.append(Swap(name, self._path(name, file), "", sha256))
        if swaps:
            await self._step("Own picture", swaps)
        return [swap.path for swap in swaps], refused

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
        """Back from the trash to its place: what stands there goes to the trash; its path."""
        self._element(name)
        found = [each for each in await self.trashed(name) if each.path == trashed]
        if not found:
            raise ProjectError("pipeline.picture-gone", path=trashed)
        back = found[0]
        path = self._path(name, self._called(name, back.file))
        stem = PurePosixPath(path).stem
        there = {PurePosixPath(each.path).stem: each for each in self.pictures(name)}
        swaps = [Swap(name, path, "", back.sha256)]
        if stem in there:
            swaps = _in_place(name, self._own(name, there[stem].path), path, back.sha256)
        await self._step("Restore picture", swaps)
        return path

    async def keep(
        self, name: str, files: Sequence[str] = (), markings: Sequence[Marking] = ()
    ) -> None:
        """The new pictures take the places of the old ones, which go to the trash.

        Args:
            files: only those in the places of these; none: all.
            markings: of takes that are good as they are, taken back with the same step.
        """
        swaps: list[Swap] = []
        waiting = await self._waiting(name, files)
        there = {place_of(picture.file, name): picture for picture in self.pictures(name)}
        for each in waiting:
            old, take = there.get(place_of(each.file, name)), each.take
            if old is not None:
                swaps += _in_place(name, old, take.path, take.sha256)
            else:
                path = self._free_path(name, each.file, PurePosixPath(take.path).suffix)
                swaps.append(Swap(name, path, "", take.sha256))
            swaps += self._away(each)
        await self._step("Keep new pictures", swaps, markings=markings)

    async def put_back(self, name: str, files: Sequence[str] = ()) -> None:
        """The new pictures, or those in the places of `files`, go to the trash; they were paid."""
        waiting = await self._waiting(name, files)
        swaps = [swap for each in waiting for swap in self._away(each)]
        await self._step("Put old pictures back", swaps)

    async def empty_trash(self, name: str = "") -> tuple[TrashedPicture, ...]:
        """Delete its pictures in the trash (or those of all elements) for good; which these were.

        It is no step and cannot be undone; what was paid goes on to count. A step that would bring
        one back says that it is gone.
        """
        self._production.must_write()
        found = await self.trashed(name)
        try:
            await asyncio.to_thread(self._trash.empty, found)
        except OSError as error:
            raise ProjectError("pipeline.pictures-not-moved", reason=reason_of(error)) from error
        return found

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

    async def _step(
        self,
        label: str,
        swaps: Sequence[Swap],
        edits: Sequence[Edit] = (),
        markings: Sequence[Marking] = (),
    ) -> None:
        self._production.must_write()
        await self._steps.edit(label, edits, markings=(*swaps, *markings))

    async def _waiting(self, name: str, files: Sequence[str]) -> Sequence[Candidate]:
        """What waits to be kept in the places of these, or in all. Raises ProjectError: nothing."""
        await self._production.film.carried()
        found = self._shown.candidates(name, files)
        if not found:
            raise ProjectError("pipeline.nothing-to-keep", element=name)
        return found

    def _away(self, candidate: Candidate) -> list[Swap]:
        """All that was drawn for its place; it lies under the name by which it was asked for."""
        return [
            Swap(wish.element, take.path, take.sha256, "")
            for wish in candidate.wishes
            for take in self._board.entry(Kind.REDRAW, wish.key).takes.values()
        ]


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
