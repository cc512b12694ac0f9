"""The program behind the window: one film at a time, its look, and an orderly end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from topa_studio.app.films import film_in, sample_copy
from topa_studio.app.opening import Opening, open_film
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import StudioError
from topa_studio.ui.commands.keymap import KeyMap
from topa_studio.ui.commands.table import BUILT_IN, use_keys
from topa_studio.ui.elsewhere import open_with_leave
from topa_studio.ui.look.colours import DARK, LIGHT
from topa_studio.ui.look.motion import use_motion
from topa_studio.ui.look.theme import apply_theme, system_tokens
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.new_film.asking import NewFilms, begin
from topa_studio.ui.opening_page import OpeningPage
from topa_studio.ui.quitting.leaving import Leaving
from topa_studio.ui.running.language import Languages, language_for
from topa_studio.ui.running.loop import QuitRequest, report_faults
from topa_studio.ui.running.memory import Collector
from topa_studio.ui.running.preferences import Preferences, PreferenceStore
from topa_studio.ui.running.tasks import TaskScope
from topa_studio.ui.widgets.painting import painted
from topa_studio.ui.window_state import WindowState
from topa_studio.ui.words import sentence, show_dollars

if TYPE_CHECKING:
    from topa_studio.ui.film_questions import FilmQuestions
    from topa_studio.ui.first_notes import FirstNotes

log = logging.getLogger(__name__)
_LAST_TURNS_SECONDS = 0.02
_LAST_KEYS_MS = 3000


@dataclass(frozen=True, slots=True)
class Wish:
    """What the program was started with; `scenario` None: the last film, else the sample."""

    scenario: Path | None = None
    practice: bool = False
    config: Path | None = None


class Studio:
    """Opens films, keeps their window, remembers, ends.

    Attributes:
        window: the window of the open film, or None before the first is open.
        state: how that window stood when another took its place.
        notes: the first notes of that window. new_films: the page of a new film.
    """

    def __init__(self, app: QApplication, wish: Wish, store: PreferenceStore) -> None:
        self._app = app
        self._wish = wish
        self.store = store
        self.state = WindowState.of(store.now)
        self.quit = QuitRequest()
        self.leaving = Leaving(
            self.quit.set,
            lambda: self.store.now.quitting,
            lambda answer: self.store.change(quitting=answer),
        )
        self.scope = TaskScope(self.report)
        self._closing = TaskScope(self.report)  # films on their way out, which nothing stops
        self.window: MainWindow | None = None
        self._languages = Languages(app)
        self._collector = Collector(app)
        self._page: OpeningPage | None = None
        self._films = asyncio.Lock()
        self._opened: Opening = Opening()
        self.notes: FirstNotes | None = None
        self.new_films = NewFilms(self.scope, self._goes, self._open_new)

    # The run of the program.

    async def run(self) -> None:
        """Show the window, work until the end is asked for, and put everything away."""
        report_faults(self.report)
        self.quit.listen_to_system()
        self._take_look()
        self._page = OpeningPage(self.store.now)
        self._page.close_requested.connect(self.quit.set)
        self._page.open_requested.connect(lambda: self.scope.spawn(self.questions.ask_open()))
        self._page.drops.dropped.connect(
            lambda name: self.scope.spawn(self.questions.open_named(name))
        )
        self._page.show_soon()
        self._app.styleHints().colorSchemeChanged.connect(self._system_look_changed)
        self.scope.spawn(self._open_first())
        try:
            await self.quit.wait()
        finally:
            await self._end()

    async def _open_first(self) -> None:
        try:
            scenario, practice = await asyncio.to_thread(_first_film, self._wish, self.store.now)
            await self.open(scenario, practice=practice)
        except StudioError as error:
            if self._wish.scenario is None or self._page is None:
                raise
            # The film that was asked for cannot be opened: say so and offer another.
            self._page.show_trouble(sentence(error.code, error.params))
        self._collector.settle_soon()

    async def _end(self) -> None:
        if self.window is not None:
            self.window.flush()  # before: a field that is off lets go of what is half composed
            self.window.setEnabled(False)  # what is typed from now on could not be kept
            await self.window.desk.settled()
        await self.scope.aclose()
        # Only now can no other film take the window's place.
        window, self.window = self.window, None
        if window is not None:
            self._remember_window(window)
            self._closing.spawn(_put_away(window))
            window.put_away()
        await self.store.save()
        await self._closing.settle()
        # Closed connections are let go of in the loop's next turns.
        await asyncio.sleep(_LAST_TURNS_SECONDS)
        if self._page is not None:
            self._page.put_away()
        self._languages.fall_silent()
        self._collector.end()

    # Films.

    async def open(
        self,
        scenario: Path,
        *,
        practice: bool,
        anew: bool = False,
        asked: bool = False,
        shots: Sequence[str] = (),
    ) -> None:
        """Open a film, or the one in a folder, in place of the one that is open.

        `anew`: also where it is that one. `asked`: the user has let go what is written.
        `shots`: what is chosen in it then.

        Raises StudioError: all stays as it was.
        """
        async with self._films:
            before = self.window
            scenario = await asyncio.to_thread(_film_at, scenario)
            if before is not None and not anew and before.session.file == scenario:
                return
            if not asked and not await self._goes():
                return
            how = Opening(practice=practice, config=self._wish.config, is_shown=True)
            session = await open_with_leave(self.parent, scenario, how)
            if before is not None:
                self._remember_window(before)
            if before is not None and _holds(before.session, session):
                # Our own last film keeps this folder: it goes first, then there is work to do.
                self._show(session)
                self._closing.spawn(_put_away(before))
                await self._closing.settle()
                before = self.window
                session = await open_film(scenario, how)
            self._opened = how
            window = self._show(session)
            await self._furnish(window)
            if shots:
                window.selection.select_shots(shots)
            if before is not None:
                self._closing.spawn(_put_away(before))
            if not session.read_only:
                # What was sent before the last end is paid for: it comes home by itself.
                self.scope.spawn(session.collect())
                self.scope.spawn(self._offer(session))
            self.store.opened(session.file, practice=practice)
            self._remember_title(session)
            await self.store.save()
            await self._closing.settle()

    @cached_property
    def questions(self) -> FilmQuestions:
        """What is asked about whole films."""
        from topa_studio.ui.film_questions import FilmQuestions

        return FilmQuestions(self)

    async def _offer(self, session: ProjectSession) -> None:
        """Clips of a film that lay in the same folder before: only the user makes them his."""
        from topa_studio.ui.pressing.questions import another_films

        window, keys = self.window, session.jobs.offered()
        if window is not None and keys and await another_films(window, len(keys)):
            await session.jobs.take_over(keys)

    async def reopen(self, practice: bool) -> None:
        """The open film with the practice service, or for real. Raises StudioError, OSError."""
        window = self.window
        if window is None:
            return
        await window.words_kept()
        await window.session.save()
        await self.open(window.session.file, practice=practice, anew=True)

    def _show(self, session: ProjectSession) -> MainWindow:
        """Make a window for `session` that stands as the last one does, then put that one away."""
        old: MainWindow | None = self.window
        window = MainWindow(session, self.scope, self.store.now, self._languages.now, self.state)
        if old is not None:
            self._join(window)
        if old is not None and not old.isMaximized() and not old.isFullScreen():
            window.stand_at(old.geometry())
        if old is not None and old.session.file == session.file:
            window.take_from(old)
            window.go_on(self.state)
        self.window = window
        window.show()
        window.timeline.setFocus()
        if old is not None:
            self._tell(window)
            old.put_away()
            self._collector.begin_again()
        if self._page is not None:
            self._page.put_away()
            # Keys that were pressed on it come later, and mean nothing in the window.
            QTimer.singleShot(_LAST_KEYS_MS, self._page, self._page.deleteLater)
            self._page = None
        return window

    async def _furnish(self, window: MainWindow) -> None:
        """The panes beside the film come once that is on the screen."""
        if window.is_furnished:
            return
        await painted(window.timeline.shown.viewport())
        if self.window is window:
            self._join(window)
            self._tell(window)

    def _join(self, window: MainWindow) -> None:
        from topa_studio.ui.joining import join

        join(self, window, self._wish.config)

    def _tell(self, window: MainWindow) -> None:
        from topa_studio.ui.joining import tell

        tell(self, window)

    def _remember_window(self, window: MainWindow) -> None:
        self.state = window.state()
        self.store.change(**self.state.kept())
        self._remember_title(window.session)

    def _remember_title(self, session: ProjectSession) -> None:
        self.store.called(session.file, session.film.film.title)

    def practises(self, name: str) -> bool:
        """Whether a film is opened with the practice service: as before, else as the open one."""
        return self._opened.practice or name in self.store.now.practised

    async def _goes(self) -> bool:
        """Whether the open film may go: nothing is written, or the user lets go what is."""
        window = self.window
        if window is None or not window.is_furnished or not window.session.exports.under_way:
            return True
        from topa_studio.ui.quitting.exporting import lets_go

        return await lets_go(window)

    async def _open_new(self, scenario: Path, told: str) -> None:
        """Open a film that was just made; where nothing is told, to write its one shot."""
        await self.open(scenario, practice=self._opened.practice, asked=True)
        if self.window is not None:
            begin(self.window, told)

    def parent(self) -> QWidget:
        """The window that a question belongs to. Raises RuntimeError: there is none."""
        found = self.window or self._page
        if found is None:
            raise RuntimeError("no window is open")
        return found

    # Look and language.

    def _take_look(self) -> None:
        use_keys(KeyMap.of(self.store.now.keys, BUILT_IN))
        _look_as(self.store.now, self._app)
        self._languages.speak(language_for(self.store.now.language))

    async def change_look(self, field: str, value: object) -> None:
        """Remember a choice of language, look or size, and show the film anew with it."""
        if getattr(self.store.now, field) != value:
            self.store.change(**{field: value})
            await self.show_anew()
            await self.store.save()

    def _system_look_changed(self) -> None:
        if not self.store.now.theme:
            self.scope.spawn(self.show_anew())

    async def show_anew(self) -> None:
        """The film in another window that stands like this one, with the look and keys of now."""
        async with self._films:
            old = self.window
            if old is None:
                self._take_look()
                return
            await old.words_kept()
            self._remember_window(old)
            self._take_look()
            asked = self.new_films.asked
            window = self._show(old.session)
            if asked is not None:
                self.new_films.ask(window, asked)

    # Trouble.

    def report(self, error: BaseException) -> None:
        """Tell the user of a failure: on the message bar, else where the film is being opened."""
        words = _words_of(error)
        if not isinstance(error, StudioError | OSError):
            log.error("%s", words, exc_info=error)
        if self.window is not None:
            self.window.notice_bar.show_notice("error", words)
        elif self._page is not None:
            self._page.show_trouble(words)
        else:
            log.error("%s", words)


def _look_as(now: Preferences, app: QApplication) -> None:
    chosen = {"dark": DARK, "light": LIGHT}.get(now.theme) or system_tokens(app)
    apply_theme(app, chosen, now.text_percent)
    show_dollars(shown=now.dollars)
    use_motion(now.motion)


def _words_of(error: BaseException) -> str:
    if isinstance(error, StudioError):
        return sentence(error.code, error.params)
    if isinstance(error, OSError):
        return str(error)
    return QCoreApplication.translate(
        "Studio", "Something went wrong inside ({reason}). Your film and clips are safe."
    ).format(reason=f"{type(error).__name__}: {error}")


def _first_film(wish: Wish, now: Preferences) -> tuple[Path, bool]:
    """The film that was asked for, else the last one, else the sample; and whether to practise."""
    if wish.scenario is not None:
        return wish.scenario, wish.practice
    for name in now.recent[:1]:
        if Path(name).is_file():
            return Path(name), wish.practice or name in now.practised
    return sample_copy(language_for(now.language)), True


def _film_at(place: Path) -> Path:
    """A film's file, or that of the film in a folder. Raises ProjectError."""
    place = place.resolve()
    return film_in(place).resolve() if place.is_dir() else place


async def _put_away(window: MainWindow) -> None:
    """Close the film of a window that has gone, with the last words that were typed there."""
    await window.desk.settled()
    await window.session.aclose()


def _holds(one: ProjectSession, other: ProjectSession) -> bool:
    """Whether the open film `one` is why `other`, of the same folder, may only be looked at."""
    same = one.output_folder == other.output_folder
    return same and other.read_only and not one.read_only
