"""Has the page of a new film shown, the film made as it says, and then opened."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from topa_studio.app.films import NewFilm, make_film
from topa_studio.base.errors import StudioError
from topa_studio.ui.tasks import TaskScope
from topa_studio.ui.words import sentence

if TYPE_CHECKING:
    from topa_studio.ui.main_window import MainWindow
    from topa_studio.ui.new_film.page import NewFilmPage


class NewFilms:
    """One page at a time; `opens` opens the film that was made, if the open one `goes`.

    Attributes:
        page: what is shown now, or None.
    """

    def __init__(
        self,
        scope: TaskScope,
        goes: Callable[[], Awaitable[bool]],
        opens: Callable[[Path], Awaitable[None]],
    ) -> None:
        self._scope = scope
        self._goes = goes
        self._opens = opens
        self.page: NewFilmPage | None = None

    @property
    def wish(self) -> NewFilm | None:
        """What the page that is shown says now."""
        return None if self.page is None else self.page.wish

    def ask(self, window: MainWindow, wish: NewFilm | None = None) -> None:
        """Show the page over this window; `wish`: as another page was filled in."""
        from topa_studio.ui.new_film.page import NewFilmPage

        session = window.session
        title = session.film.film.title or session.file.stem
        page = NewFilmPage(window, title, Path(session.path("")))
        page.made.connect(lambda asked: self._scope.spawn(self._make(page, asked)))
        page.place_wanted.connect(lambda start: self._scope.spawn(self._ask_place(page, start)))
        page.left.connect(self._forget)
        if wish is None:
            # Nothing under the page could stop its sound.
            window.furnish().player.playback.pause()
        else:
            page.show_wish(wish)
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

    async def _make(self, page: NewFilmPage, wish: NewFilm) -> None:
        if not await self._goes():
            if self.page is page:
                page.stay()
            return
        try:
            await self._opens(await asyncio.to_thread(make_film, wish))
        except StudioError as error:
            page.tell(sentence(error.code, error.params))

    async def _ask_place(self, page: NewFilmPage, start: Path) -> None:
        from topa_studio.ui.dialogs import choose_folder

        title = QCoreApplication.translate("NewFilmPage", "Where should the film's folder lie?")
        chosen = await choose_folder(page, title, await asyncio.to_thread(_there, start))
        if chosen is not None:
            page.set_inside(chosen)


def _there(folder: Path) -> Path:
    """The folder, else the next above that is there: the usual one comes with the first film."""
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return folder
