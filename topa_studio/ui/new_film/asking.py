"""Has the page of a new film shown, the film made as it says, and then opened."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from topa_studio.app.films import make_film
from topa_studio.base.errors import StudioError
from topa_studio.ui.running.tasks import TaskScope
from topa_studio.ui.words import sentence

if TYPE_CHECKING:
    from topa_studio.ui.main_window import MainWindow
    from topa_studio.ui.new_film.asked import Asked
    from topa_studio.ui.new_film.page import NewFilmPage


class NewFilms:
    """One page at a time; `opens` opens the film that was made, if the open one `goes`.

    It is told what to say then; nothing: the cursor goes into the words of the one shot.

    Attributes:
        page: what is shown now, or None.
    """

    def __init__(
        self,
        scope: TaskScope,
        goes: Callable[[], Awaitable[bool]],
        opens: Callable[[Path, str], Awaitable[None]],
    ) -> None:
        self._scope = scope
        self._goes = goes
        self._opens = opens
        self.page: NewFilmPage | None = None

    @property
    def asked(self) -> Asked | None:
        """What the page that is shown says now."""
        return None if self.page is None else self.page.asked

    def ask(self, window: MainWindow, asked: Asked | None = None) -> None:
        """Show the page over this window; `asked`: as another page was filled in."""
        from topa_studio.ui.new_film.page import NewFilmPage

        session = window.session
        title = session.film.film.title or session.file.stem
        page = NewFilmPage(window, title, Path(session.path("")), self._scope)
        practised = session.practice
        page.made.connect(lambda made: self._scope.spawn(self._make(page, made, practised)))
        page.place_wanted.connect(lambda start: self._scope.spawn(self._ask_place(page, start)))
        page.source_wanted.connect(lambda start: self._scope.spawn(self._ask_source(page, start)))
        page.left.connect(self._forget)
        if asked is None:
            # Nothing under the page could stop its sound.
            window.furnish().player.playback.pause()
        else:
            page.show_asked(asked)
        new = window.commands.actions["new"]
        new.setEnabled(False)
        page.left.connect(lambda: new.setEnabled(True))
        self.page = page
        # It also goes with its window.
        page.destroyed.connect(lambda: self._gone(page))
        page.open_over()

    def _gone(self, page: NewFilmPage) -> None:
        if self.page is page:
            self.page = None

    def _forget(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            page.deleteLater()

    async def _make(self, page: NewFilmPage, asked: Asked, practised: bool) -> None:
        if not await self._goes():
            if self.page is page:
                page.stay()
            return
        try:
            scenario, told = await _made(asked, practised)
            await self._opens(scenario, told)
        except StudioError as error:
            page.tell(sentence(error.code, error.params))

    async def _ask_source(self, page: NewFilmPage, start: str) -> None:
        from topa_studio.ui.dialogs import choose_file, choose_folder
        from topa_studio.ui.new_film.asked import FOLDER, SCRIPT

        translate = QCoreApplication.translate
        home = Path.home()
        if start == FOLDER:
            title = translate("NewFilmPage", "A folder of pictures, of clips, or of a film")
            chosen = await choose_folder(page, title, home)
        else:
            from topa_studio.film.scripts.reading import SUFFIXES
            from topa_studio.film.scripts.storyboarder import SUFFIX

            is_script = start == SCRIPT
            title = (
                translate("NewFilmPage", "The script")
                if is_script
                else translate("NewFilmPage", "A Storyboarder project")
            )
            endings = " ".join(f"*{each}" for each in (SUFFIXES if is_script else (SUFFIX,)))
            chosen = await choose_file(page, title, home, kinds=f"{title} ({endings})")
        if chosen is not None and self.page is page:
            page.read(chosen)

    async def _ask_place(self, page: NewFilmPage, start: Path) -> None:
        from topa_studio.ui.dialogs import choose_folder

        title = QCoreApplication.translate("NewFilmPage", "Where should the film's folder lie?")
        chosen = await choose_folder(page, title, await asyncio.to_thread(_there, start))
        if chosen is not None:
            page.set_inside(chosen)


def begin(window: MainWindow, told: str) -> None:
    """The new film is open at its first shot; where nothing is told, that one is to be written."""
    window.selection.select_shots(shot.key for shot in window.session.film.shots()[:1])
    if told:
        window.desk.tell(told)
    else:
        window.desk.writing_wanted.emit()


async def _made(asked: Asked, practised: bool) -> tuple[Path, str]:
    """The film's file, and what is said when it is open."""
    from topa_studio.ui.new_film.asked import amount

    if asked.there is not None:
        told = QCoreApplication.translate("NewFilmPage", "Opened as it is")
        return asked.there.scenario, told
    making = asked.making(practised=practised)
    if making is None or asked.found is None or asked.found.film is None:
        return await asyncio.to_thread(make_film, asked.wish), ""
    from topa_studio.app.scripts.making import make_in

    film = asked.found.film
    scenario = await asyncio.to_thread(make_in, asked.wish, making)
    words = QCoreApplication.translate("NewFilmPage", "Your film: {amount}")
    return scenario, words.format(amount=amount(len(film.scenes), film.count))


def _there(folder: Path) -> Path:
    """The folder, else the next above that is there: the usual one comes with the first film."""
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return folder
