"""The pages of one window that have to do with the account, and when each of them is opened."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject

from topa_studio.app.going_real import GoingReal
from topa_studio.ui.account.go_real import GoRealPage
from topa_studio.ui.account.preferences_page import PreferencesPage
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.tasks import TaskScope


class AccountPages(QObject):
    """Made with its window; `reopen` opens the film anew: True with the practice service."""

    def __init__(
        self,
        window: MainWindow,
        scope: TaskScope,
        going: GoingReal,
        reopen: Callable[[bool], Awaitable[None]],
    ) -> None:
        super().__init__(window)
        session = window.session
        self._practice = session.practice
        self.real = GoRealPage(window, session, window.editing, scope, going)
        self.preferences = PreferencesPage(window, session, scope, going)
        actions = window.menus.actions
        actions["real"].triggered.connect(lambda: self.real.open_beside(pressed=False))
        actions["preferences"].triggered.connect(lambda: self.preferences.open_beside())
        actions["practise"].triggered.connect(lambda: scope.spawn(_await(reopen, True)))
        actions["real"].setVisible(session.practice or not session.spending.can_pay)
        actions["practise"].setVisible(not session.practice)
        window.acts.pressing.key_wanted.connect(lambda: self.real.open_beside(pressed=True))
        window.edits.day_budget_wanted.connect(lambda: self.preferences.open_beside(budget=True))
        self.preferences.real_requested.connect(lambda: self.real.open_beside(pressed=False))
        self.preferences.forgotten.connect(lambda: scope.spawn(self._forgotten(reopen)))
        self.real.ready.connect(lambda: scope.spawn(_await(reopen, False)))

    async def _forgotten(self, reopen: Callable[[bool], Awaitable[None]]) -> None:
        # A film that is open for real would go on with the key it was opened with.
        if not self._practice:
            await reopen(False)


async def _await(reopen: Callable[[bool], Awaitable[None]], practice: bool) -> None:
    await reopen(practice)
