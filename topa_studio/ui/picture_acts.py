"""What the user does with an element's pictures: one undoable step each, told where it is done."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from topa_studio.app.elements import Elements
from topa_studio.base.errors import StudioError
from topa_studio.ui.desk import Desk, Work
from topa_studio.ui.dialogs import choose_file
from topa_studio.ui.words import sentence

translate = QCoreApplication.translate
KINDS = (".png", ".jpg", ".jpeg", ".webp", ".heic", ".heif", ".bmp", ".gif", ".tif", ".tiff")


class PictureActs:
    """On the pictures of the element that is shown; dialogs lie over `window`."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        self._window, self._desk = window, desk

    @property
    def _elements(self) -> Elements:
        return self._desk.session.elements

    # Files of the user's own.

    def ask_upload(self, name: str) -> None:
        """Ask for a picture, and add it."""
        self._ask(lambda path: self.add(name, [path]))

    def ask_replacement(self, name: str, path: str) -> None:
        """Ask for a picture that stands in the place of one."""

        def take(source: Path) -> None:
            told = translate("Pictures", "Replaced; the old picture lies in the trash")
            self._change(name, lambda: self._elements.replace(name, path, source), told)

        self._ask(take)

    def _ask(self, take: Callable[[Path], object]) -> None:
        async def work() -> None:
            title = translate("Pictures", "A picture of the element")
            endings = " ".join(f"*{ending}" for ending in KINDS)
            kinds = translate("Pictures", "Pictures ({endings})").format(endings=endings)
            home = self._desk.session.path("")
            chosen = await choose_file(self._window, title, home, kinds=kinds)
            if chosen is not None:
                take(chosen)

        if self._desk.editable:
            # Who quits while a dialog asks is not held up by it.
            self._desk.look(work)

    def add(self, name: str, sources: Sequence[Path]) -> None:
        """Copies of these files; what cannot be taken is told, and the others come."""

        async def work() -> None:
            before, there = self._desk.session.impact.standing, len(self._elements.pictures(name))
            try:
                came, refused = await self._elements.add_all(name, sources)
            except StudioError as error:
                came, refused = [], [error]
            for why in refused:
                self._desk.answer_too("error", sentence(why.code, why.params))
            if came:
                self._desk.pictured.emit(name, before)
                words = translate("Pictures", "%n pictures of @{name} came", "", len(came))
                self._desk.tell_undoable(words.format(name=name) + self._beyond(there + len(came)))

        self._start(work)

    def _beyond(self, count: int) -> str:
        """That not all of so many pictures are sent, where it is so."""
        most = self._elements.most_sent
        words = translate("Pictures", "; only the first {count} of an element are sent")
        return words.format(count=most) if count > most else ""

    def take(self, name: str, data: QMimeData) -> bool:
        """Add what is pasted or dropped, where there is a picture in it; whether there is."""
        files = picture_files(data)
        if files:
            self.add(name, files)
        elif data.hasImage():
            self._add_image(name, QImage(data.imageData()))
        return bool(files) or data.hasImage()

    def _add_image(self, name: str, image: QImage) -> None:
        async def work() -> None:
            with tempfile.TemporaryDirectory() as folder:
                source = Path(folder) / "picture.png"
                await asyncio.to_thread(image.save, str(source))
                there = len(self._elements.pictures(name))
                if await self._changed(name, self._elements.add(name, source)):
                    words = translate("Pictures", "%n pictures of @{name} came", "", 1)
                    self._desk.tell_undoable(words.format(name=name) + self._beyond(there + 1))

        self._start(work)

    # What is there.

    def order(self, name: str, paths: Sequence[str]) -> None:
        """Show and send them in this order."""
        self._change(name, lambda: self._elements.order(name, paths))

    def make_frontal(self, name: str, path: str) -> None:
        """It stands first."""
        self._change(name, lambda: self._elements.frontal(name, path))

    def crop(self, name: str, path: str, box: tuple[float, float, float, float]) -> None:
        """Only this part of it."""
        told = translate("Pictures", "Cropped; the whole picture lies in the trash")
        self._change(name, lambda: self._elements.crop(name, path, box), told)

    def mend(self, name: str, path: str) -> None:
        """Make of it what can be sent."""
        told = translate("Pictures", "The picture can be sent now")
        files = [picture.path for picture in self._elements.pictures(name)]
        if path in files[self._elements.most_sent :]:
            told = translate("Pictures", "The picture is mended") + self._beyond(len(files))
        self._change(name, lambda: self._elements.mend(name, path), told)

    def remove(self, name: str, path: str) -> None:
        """Into the trash."""
        told = translate("Pictures", "The picture lies in the trash")
        self._change(name, lambda: self._elements.remove(name, path), told)

    def restore(self, name: str, path: str) -> None:
        """Back out of the trash."""
        told = translate("Pictures", "The picture is back")
        self._change(name, lambda: self._elements.restore(name, path), told)

    def keep(self, name: str, spared: Sequence[str], files: Sequence[str] = ()) -> None:
        """The new pictures, or those in the places of `files`, take the places of the old ones;
        takes of `spared` are good as they are. It is one step.
        """
        there = self._elements.pictures(name)
        replaces = any(p.candidate for p in there if not files or p.file in files)

        async def work() -> None:
            elements, impact = self._elements, self._desk.session.impact
            new = elements.kept(name, files)
            marks = await impact.spared(name, new, spared) if spared else ()
            if await self._tried(elements.keep(name, files, marks)):
                told = translate("Pictures", "Kept")
                if replaces:
                    told = translate("Pictures", "Kept; the old pictures lie in the trash")
                self._desk.tell_undoable(told)

        self._start(work)

    def put_back(self, name: str, files: Sequence[str] = ()) -> None:
        """The new pictures, or those in the places of `files`, go into the trash."""
        told = translate("Pictures", "The old pictures are back; the new ones lie in the trash")
        if len(files) == 1:
            told = translate("Pictures", "The new picture lies in the trash")
        self._do(lambda: self._elements.put_back(name, files), told)

    # The voice.

    def set_voice(self, name: str, source: Path) -> None:
        """A sample of how it speaks."""
        self._do(lambda: self._elements.set_voice(name, source))

    def drop_voice(self, name: str) -> None:
        """No sample any more."""
        told = translate("Pictures", "The voice sample is out of the film; its file stays")
        self._do(lambda: self._elements.drop_voice(name), told)

    def _start(self, work: Work) -> None:
        """What was refused before is tried anew, or done with: nobody has to close it."""
        self._desk.forget_answer()
        self._desk.start(work)

    def _change(self, name: str, act: Callable[[], Awaitable[object]], told: str = "") -> None:
        async def work() -> None:
            if await self._changed(name, act()) and told:
                self._desk.tell_undoable(told)

        self._start(work)

    async def _changed(self, name: str, act: Awaitable[object]) -> bool:
        """`_tried`; what it makes out of date is asked then."""
        before = self._desk.session.impact.standing
        done = await self._tried(act)
        if done:
            self._desk.pictured.emit(name, before)
        return done

    def _do(self, act: Callable[[], Awaitable[object]], told: str = "") -> None:
        async def work() -> None:
            if await self._tried(act()) and told:
                self._desk.tell_undoable(told)

        self._start(work)

    async def _tried(self, act: Awaitable[object]) -> bool:
        """Whether it was done; else why not is told."""
        try:
            await act
        except StudioError as error:
            self._desk.answer_too("error", sentence(error.code, error.params))
            return False
        return True


def picture_files(data: QMimeData) -> list[Path]:
    """Picture files of this computer that are dragged or pasted."""
    urls: Iterable[str] = (
        url.toLocalFile() for url in (data.urls() if data.hasUrls() else ()) if url.isLocalFile()
    )
    return [path for path in map(Path, urls) if path.suffix.lower() in KINDS]
