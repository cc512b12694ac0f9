"""The pages of one window that have to do with the account, and when each of them is opened."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from PySide6.QtCore import QObject

from topa_studio.app.going_real import GoingReal
from topa_studio.ui.account.go_real import GoRealPage
from topa_studio.ui.account.preferences_page import PreferencesPage
from topa_studio.ui.account.settings import SETTINGS, chosen_otherwise
from topa_studio.ui.desk import KEY
from topa_studio.ui.look.motion import use_motion
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.running.tasks import TaskScope
from topa_studio.ui.words import show_dollars


class AccountPages(QObject):
    """Made with its window; `reopen` opens the film anew: True with the practice service.

    Attributes:
        shown_anew: shows the film in another window, with the look of now.
    """

    def __init__(
        self,
        window: MainWindow,
        scope: TaskScope,
        going: GoingReal,
        reopen: Callable[[bool], Awaitable[None]],
        store: PreferenceStore,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._scope = scope
        self._going = going
        self._reopen = reopen
        self._store = store
        self._real: GoRealPage | None = None
        self._preferences: PreferencesPage | None = None
        self.shown_anew: Callable[[], Awaitable[None]] = _nowhere
        window.session.jobs.set_at_once(store.now.jobs)
        practice = window.session.practice
        actions = window.commands.actions
        window.commands.join(
            {
                "real": lambda: self.real.open_beside(pressed=False),
                "preferences": self._open_preferences,
                "practise": lambda: scope.spawn(self._open(practice=True)),
            }
        )
        actions["real"].setVisible(practice or not window.session.spending.can_pay)
        actions["practise"].setVisible(not practice)
        window.pressing.key_wanted.connect(lambda: self.real.open_beside(pressed=True))
        window.desk.account_wanted.connect(self._open_wanted)

    def _open_wanted(self, page: str) -> None:
        if page == KEY:
            self.real.open_beside(pressed=False)
        else:
            self._open_preferences(budget=True)

    def _open_preferences(self, *, budget: bool = False) -> None:
        self.preferences.show_choices(self._store.now)
        self.preferences.open_beside(budget=budget)

    def _take(self, values: Mapping[str, object]) -> None:
        """Have other settings in force from now on."""
        window = self._window
        self._store.change(**values)
        now = self._store.now
        window.pressing.ask_when(now.ask_single)
        window.session.jobs.set_at_once(now.jobs)
        use_motion(now.motion)
        show_dollars(shown=now.dollars)
        window.top.refresh()
        self.preferences.show_choices(now)
        anew = any(setting.anew and setting.name in values for setting in SETTINGS)
        self._scope.spawn(self._keep(anew=anew))

    async def _keep(self, *, anew: bool) -> None:
        if anew:
            await self.shown_anew()
        await self._store.save()

    def _start_again(self) -> None:
        self._take(chosen_otherwise(self._store.now))

    @property
    def real(self) -> GoRealPage:
        """The page "Go real", made when it is first asked for."""
        if self._real is None:
            window = self._window
            self._real = GoRealPage(window, window.desk, self._going)
            self._real.ready.connect(lambda: self._scope.spawn(self._open(practice=False)))
        return self._real

    @property
    def preferences(self) -> PreferencesPage:
        """The page "Preferences", made when it is first asked for."""
        if self._preferences is None:
            window = self._window
            made = PreferencesPage(window, window.desk, self._going)
            made.chosen.connect(lambda name, value: self._take({name: value}))
            made.start_wanted.connect(self._start_again)
            made.real_requested.connect(lambda: self.real.open_beside(pressed=False))
            made.forgotten.connect(lambda: self._scope.spawn(self._forgotten()))
            self._preferences = made
        return self._preferences

    async def _forgotten(self) -> None:
        # A film that is open for real would go on with the key it was opened with.
        if not self._window.session.practice:
            await self._open(practice=False)

    async def _open(self, *, practice: bool) -> None:
        await self._reopen(practice)


async def _nowhere() -> None:
    """Nobody has joined what shows the film anew."""
