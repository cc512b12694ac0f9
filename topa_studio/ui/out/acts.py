"""What has to do with films that go out: the page, a picture of the frame, the status line."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal
from PySide6.QtWidgets import QMainWindow

from topa_studio.app.exporting.export import Export, Stage
from topa_studio.app.session import Notice
from topa_studio.base.words import TEMPLATES
from topa_studio.film.export.landing import file_title
from topa_studio.film.paper.choices import POINT, USUAL_COLUMNS, Column, Paper, PaperChoices
from topa_studio.ui.desk import Desk
from topa_studio.ui.frame.status_line import StatusLine
from topa_studio.ui.notices.notices import Offer
from topa_studio.ui.out.remembered import Remembered, remembered_of, with_remembered
from topa_studio.ui.out.reveal import show_in_folder
from topa_studio.ui.out.words import running_word
from topa_studio.ui.player.pane import PlayerPane
from topa_studio.ui.running.binding import bind
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.words import sentence

if TYPE_CHECKING:
    from topa_studio.ui.out.page import OutPage

_SAID = ("media.", "paper.")
Keep = Callable[[tuple[str, ...]], object]


class Out(QObject):
    """Of one window.

    Attributes:
        page: while it is shown.
        columns: says which columns the shot list of the window shows.
        keep: is given what is remembered of all films, for the preferences.
    Signals:
        shots_wanted: keys of shots without a clip, which the user wants to see in the film.
    """

    shots_wanted = Signal(tuple)

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        player: PlayerPane,
        kept: tuple[str, ...],
        thumbnails: Thumbnails,
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._player = window, desk, player
        self._kept, self._thumbnails = kept, thumbnails
        self.keep: Keep = lambda _kept: None
        self.columns: Callable[[], tuple[Column, ...]] = lambda: USUAL_COLUMNS
        self.page: OutPage | None = None
        exports = desk.session.exports
        # Slates and paper speak this language, too.
        exports.words = {
            code: QCoreApplication.translate("words", template)
            for code, template in TEMPLATES.items()
            if code.startswith(_SAID)
        } | {POINT: QLocale().decimalPoint()}
        desk.commands.join({"film_out": self.open_page, "save_picture": self._save_picture})
        bind(self, exports.changed, self._tell)
        self._tell(exports.all)

    def open_page(self) -> None:
        """Show the page over the window."""
        if self.page is not None:
            return
        from topa_studio.ui.out.page import OutPage

        player, film = self._player, self._desk.session.file
        player.playback.pause()
        last = remembered_of(self._kept, film)
        page = OutPage(
            self._window,
            self._desk,
            (player.speaker, self._thumbnails),
            player.marks,
            last,
            self.columns(),
        )
        page.left.connect(self._forget)
        page.saved.connect(self._remember)
        page.folder_wanted.connect(self._ask_folder)
        page.shots_wanted.connect(self.shots_wanted)
        self.page = page
        page.open_over()

    def save_list(self, ending: str, shots: frozenset[str] | None) -> None:
        """Write the shot list with its columns of now, of these shots (None: all)."""
        choices = PaperChoices(Paper.SHOT_LIST, columns=self.columns(), shots=shots)
        self._desk.look(lambda: self._write_list(choices, ending))

    async def _write_list(self, choices: PaperChoices, ending: str) -> None:
        """Where the page would write it, and so that no file is replaced. Raises StudioError."""
        from topa_studio.app.paper import paper_plan
        from topa_studio.ui.out.cells import cells_of

        session = self._desk.session
        await self._desk.settled()
        exports, last = session.exports, remembered_of(self._kept, session.file)
        folder = Path(last.folder) if last is not None and last.folder else exports.folder
        title = file_title(self._desk.film.film.title or session.file.stem) or "film"
        plan = await paper_plan(session, choices, cells_of(self._desk))
        target = await asyncio.to_thread(exports.free_target, plan, folder, title + ending)
        await asyncio.to_thread(exports.check, (target,))
        exports.start(plan, target)

    def close_page(self) -> None:
        """Let go of what the page plays; its window goes."""
        if self.page is not None:
            self.page.leave()

    def takes(self, notice: Notice) -> bool:
        """Tell that a film is written with a button to its folder; False: it is none of ours."""
        if notice.code not in ("export.done", "export.done-without"):
            return False
        target = next((one.target for one in self._exports if one.stage is Stage.DONE), None)
        offers = () if target is None else (self._offer_folder(target),)
        words = sentence(notice.code, notice.params)
        self._desk.notices.show_notice(notice.level, words, offers)
        return True

    @property
    def _exports(self) -> tuple[Export, ...]:
        return self._desk.session.exports.all

    def _forget(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            page.deleteLater()

    def _remember(self, last: Remembered) -> None:
        self._kept = with_remembered(self._kept, self._desk.session.file, last)
        self.keep(self._kept)

    def _ask_folder(self, start: Path) -> None:
        self._desk.look(lambda: self._choose_folder(start))

    async def _choose_folder(self, start: Path) -> None:
        from topa_studio.ui.dialogs import choose_folder

        there = await asyncio.to_thread(_there, start)
        chosen = await choose_folder(self._window, self.tr("Where should the film lie?"), there)
        if chosen is not None and self.page is not None:
            self.page.set_folder(chosen)

    def _save_picture(self) -> None:
        self._desk.look(self._write_picture)

    async def _write_picture(self) -> None:
        """Raises StudioError: there is no picture, or it cannot be written."""
        frame = self._player.playback.frame
        path = await self._desk.session.exports.save_picture(frame)
        words = self.tr("{name} is in {folder}").format(name=path.name, folder=path.parent.name)
        self._desk.notices.show_notice("info", words, [self._offer_folder(path)])

    def _offer_folder(self, path: Path) -> Offer:
        return Offer(self.tr("Show in folder"), lambda: show_in_folder(path))

    def _tell(self, exports: tuple[Export, ...]) -> None:
        running = next((one for one in exports if one.stage is Stage.RUNNING), None)
        words = ""
        if running is not None:
            words = self.tr("Film out: {done}").format(done=running_word(running))
        status = self._window.statusBar()
        if isinstance(status, StatusLine):
            status.tell_out(words)


def _there(folder: Path) -> Path:
    """The folder, else the next above that is there."""
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return folder
