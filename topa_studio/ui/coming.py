"""A file that would change the film: shown on a page over it, and made as one step."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtWidgets import QMainWindow

from topa_studio.base.errors import StudioError
from topa_studio.ui.coming_page import ComingPage
from topa_studio.ui.desk import Desk
from topa_studio.ui.words import sentence

Page = TypeVar("Page", bound=ComingPage)


class Coming(Generic[Page]):
    """Of one window and one kind of file; `page`: what is shown over it now.

    Args:
        look: what a file would change, not shown yet; None: nothing, which it has told.
        make: makes what a page shows, and gives what is told then; "" where something else is
            shown on it instead. Both raise StudioError, `make` OSError, too: nothing has changed.
    """

    def __init__(
        self,
        desk: Desk,
        look: Callable[[Path], Awaitable[Page | None]],
        make: Callable[[Page], Awaitable[str]],
    ) -> None:
        self._desk, self._look, self._make = desk, look, make
        self.page: Page | None = None

    async def choose(
        self, window: QMainWindow, title: str, suffixes: tuple[str, ...], home: Path
    ) -> None:
        """Have a file chosen in a dialog, and show it."""
        from topa_studio.ui.dialogs import choose_file

        endings = " ".join(f"*{suffix}" for suffix in suffixes)
        chosen = await choose_file(window, title, home, kinds=f"{title} ({endings})")
        if chosen is not None:
            self.show(chosen)

    def show(self, path: Path) -> None:
        """Lay a file beside the film, and show what it would change."""
        self._desk.start(lambda: self._compare(path))

    async def _compare(self, path: Path) -> None:
        self._desk.forget_answer()
        try:
            page = await self._look(path)
        except StudioError as error:
            why = sentence(error.code, error.params)
            if self.page is None:
                self._desk.answer("error", why)
            else:
                # The film's notices lie under the page.
                self.page.note.setText(f"{path.name}: {why}")
            return
        if page is None:
            return
        if self.page is not None:
            self.page.leave()
        self.page = page
        page.agreed.connect(lambda: self._agreed(page))
        page.left.connect(lambda: self._forget(page))
        page.open_over()

    def _agreed(self, page: Page) -> None:
        """A second press at once is none: what is shown is made once."""
        if page.bring.isEnabled():
            page.bring.setEnabled(False)
            self._desk.start(lambda: self._bring(page))

    async def _bring(self, page: Page) -> None:
        if self.page is not page:
            return
        try:
            told = await self._make(page)
        except StudioError as error:
            self._refuse(page, sentence(error.code, error.params))
        except OSError as error:
            self._refuse(page, str(error))
        else:
            if told:
                self._desk.tell_undoable(told)
                if self.page is page:
                    page.leave()

    def _refuse(self, page: Page, why: str) -> None:
        """It can be tried again, unless the page was left meanwhile: then it is told."""
        if self.page is not page:
            self._desk.answer("error", why)
            return
        page.note.setText(why)
        page.bring.setEnabled(True)

    def _forget(self, page: Page) -> None:
        if self.page is page:
            self.page = None
        page.deleteLater()
