"""Exports for editing programs: media first, then all of it gets its names at once."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from topa_studio.app.exporting.encoder import Told, encode_all
from topa_studio.app.exporting.handing_over import Planner
from topa_studio.app.exporting.handover import Handover, media_folder
from topa_studio.app.exporting.writing import own
from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import MediaError
from topa_studio.base.files import opened, replace, sync
from topa_studio.base.regular import open_regular
from topa_studio.film.composition import Composition
from topa_studio.film.export.landing import Landing, free_name, name_free, part_of, target_of_part
from topa_studio.film.export.request import Request, Work
from topa_studio.film.export.trouble import amount, free_bytes, free_of, trouble_of
from topa_studio.film.export.unread import Unread
from topa_studio.film.interchange.losses import ENDINGS
from topa_studio.film.interchange.manifest import manifest_path

_FOLDER = "exports"


class Interchange:
    """The open film as files of editing programs.

    Args:
        film: the film as it is now.
        planner: works exports of it out.
    """

    def __init__(self, film: Callable[[], Composition], planner: Planner) -> None:
        self._film, self.planner = film, planner
        self._looking = asyncio.Lock()

    async def plan(
        self, kind: str, out: Path, *, collect: Path | None = None, update: bool = False
    ) -> Handover:
        """What an export would write; nothing is written.

        Args:
            kind: one of `losses.FORMATS`.
            collect: the folder into which every file is copied that it needs.
            update: an earlier export of this film of that name is written over.

        Raises:
            StudioError: it cannot be written there, or not as a file of this kind.
        """
        film = self._film()
        async with self._looking:
            return await asyncio.to_thread(
                lambda: self.planner.plan(film, kind, out, collect=collect, update=update)
            )

    async def foresee(
        self, kind: str, wanted: Path, soon: frozenset[Path], *, collect: bool, update: bool
    ) -> tuple[Handover, bool]:
        """What would be written as `wanted`, else under a free name of that kind.

        Also whether an earlier export of this film has that name, which `update` writes over.

        Args:
            soon: files that will be there.
            collect: copies of all media go into a folder beside it.

        Raises:
            StudioError: as `plan`.
        """
        film = self._film()
        there = await asyncio.to_thread(self.planner.earlier_export, wanted)
        mine = there is not None and there.is_of(film.scenario, self.planner.scenario)
        mine = mine and wanted not in soon
        out = wanted
        if not (update and mine):
            out = await asyncio.to_thread(_free, wanted, soon)
        earlier = there if out == wanted else None
        folder = media_folder(out) if earlier is None else earlier.place(out)
        made = await self.plan(
            kind, out, collect=folder if collect else None, update=update and mine
        )
        return made, mine

    async def write(self, made: Handover, told: Told) -> Unread:
        """Write what was planned; a cancel or failure leaves nothing of it.

        What could be read before and not meanwhile is given back: a slate stands for it.

        Args:
            told: how many of `made.frames` pictures are rendered.

        Raises:
            MediaError: it could not be written.
        """
        landing = Landing(
            made.out, may_replace=made.out in made.replaced, ending=ENDINGS[made.kind]
        )
        parts = _Parts(made)
        try:
            await to_the_end(asyncio.to_thread(self._begin, made, landing, parts))
            requests = await asyncio.to_thread(self.planner.requests, made, part_of)
            unread = Unread()
            if requests:
                unread = await self._rendered(parts.work(requests, landing), told)
            await to_the_end(asyncio.to_thread(parts.copy))
            await to_the_end(asyncio.to_thread(parts.land, landing))
        finally:
            await to_the_end(asyncio.to_thread(parts.discard, landing))
        return unread.besides(made.unread)

    async def _rendered(self, work: Work, told: Told) -> Unread:
        """Raises MediaError, which tells of files by the names they would have got."""
        try:
            return await encode_all(work, told)
        except MediaError as error:
            params = dict(error.params)
            for part in (part for request in work.requests for part in request.targets):
                if params.get("path") == str(part):
                    params["path"] = str(target_of_part(part))
            raise MediaError(error.code, **params) from error

    def _begin(self, made: Handover, landing: Landing, parts: _Parts) -> None:
        self.planner.check(made)
        need, free = made.about_bytes, free_bytes(made.folder)
        if free is not None and free < need:
            params = {
                "path": str(made.folder),
                "needed": amount(need),
                "free": free_of(made.folder),
            }
            raise MediaError("export.disk-full", **params)
        home = self.planner.layout.home
        for target in made.targets:
            if target.is_relative_to(home / _FOLDER):
                own(target, home)
        landing.begin()
        parts.begin()


def _free(wanted: Path, soon: frozenset[Path]) -> Path:
    """A name that is free, also for the manifest and for what another export is about to make."""
    folders = {path.parent for path in soon}
    taken = set(soon)
    while True:
        out = free_name(wanted.parent, wanted.name, frozenset(taken))
        if not manifest_path(out).exists() and media_folder(out) not in folders:
            return out
        taken.add(out)


class _Parts:
    """The files of one export, first under names that only exports give."""

    def __init__(self, made: Handover) -> None:
        self._made = made
        self._others = (*made.media, manifest_path(made.out))
        self._folders: list[Path] = []
        self._begun = False

    def begin(self) -> None:
        """Make the folders, and each part as an empty file that is no link. Raises MediaError."""
        self._begun = True
        for target in self._others:
            missing = [f for f in (target.parent, *target.parent.parents) if not f.exists()]
            self._folders += missing
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                opened(part_of(target), "wb").close()
            except OSError as error:
                raise trouble_of(error, target) from error

    def work(self, requests: Iterable[Request], landing: Landing) -> Work:
        """What the process that renders is told, also of what is not its own."""
        beside = (landing.part, *(part_of(target) for target in self._others))
        return Work(tuple(requests), beside, tuple(self._folders))

    def copy(self) -> None:
        """Copy what is collected. Raises MediaError."""
        for target, source in self._made.copies.items():
            try:
                with open_regular(source) as file, opened(part_of(target), "wb") as part:
                    shutil.copyfileobj(file, part, 1 << 20)
            except OSError as error:
                raise trouble_of(error, target) from error

    def land(self, landing: Landing) -> None:
        """Give all their names, the manifest last. Raises MediaError; then nothing new is left."""
        landed: list[Path] = []
        texts = ((part_of(self._others[-1]), self._made.manifest), (landing.part, self._made.text))
        try:
            for part, text in texts:
                part.write_bytes(text)
            for target in self._made.media:
                self._name(target, landed)
            fresh = landing.target not in self._made.replaced
            landing.land()
            landed += [landing.target] if fresh else []
            self._name(self._others[-1], landed)
        except (OSError, MediaError) as error:
            for path in landed:
                path.unlink(missing_ok=True)
            if isinstance(error, OSError):
                raise trouble_of(error, self._made.out) from error
            raise

    def _name(self, target: Path, landed: list[Path]) -> None:
        part = part_of(target)
        with part.open("rb+") as file:
            sync(file.fileno())
        if target in self._made.replaced and not target.is_symlink():
            replace(part, target)
            return
        name_free(part, target)
        landed.append(target)

    def discard(self, landing: Landing) -> None:
        """Leave nothing of what has no name yet; a folder that was made for it goes, if empty."""
        landing.discard()
        if not self._begun:
            return
        for target in self._others:
            with suppress(OSError):
                part_of(target).unlink(missing_ok=True)
        for folder in self._folders:
            with suppress(OSError):
                folder.rmdir()
