"""Joins what waits for the user – lost answers, the queue, its notices – to panes and menus."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from topa_studio.app.session import Notice
from topa_studio.ui.film_edits import FilmEdits, Joined
from topa_studio.ui.needs_you.answers import CHECK
from topa_studio.ui.needs_you.desk import NeedsYou
from topa_studio.ui.needs_you.words import menu_answers
from topa_studio.ui.queue.acts import Elsewhere, QueueActs
from topa_studio.ui.queue.pane import QueuePane
from topa_studio.ui.queue.stops import DAY_BUDGET, FILM_BUDGET, KEY
from topa_studio.ui.status_line import StatusLine
from topa_studio.ui.tasks import TaskScope


class Waiting(QObject):
    """Made with its window; it has no rule itself.

    Signals:
        key_wanted: another key shall be given.
    """

    key_wanted = Signal()

    def __init__(
        self,
        window: Joined,
        queue: QueuePane,
        status: StatusLine,
        edits: FilmEdits,
        scope: TaskScope,
    ) -> None:
        super().__init__(window.parent)
        self._window = window
        self._session = window.session
        actions = window.menus.actions
        self.needs_you = NeedsYou(
            window.parent, window.session, window.selection, scope, window.acts.pressing.sure
        )
        elsewhere = Elsewhere(
            generate=window.acts.generate,
            draw=window.acts.pressing.pictures,
            show=self.show,
            edit=self.edit_words,
            check=partial(self.needs_you.answer, CHECK),
            toggle_pause=actions["pause"].trigger,
            pages={
                KEY: self.key_wanted.emit,
                FILM_BUDGET: self._to_film_budget,
                DAY_BUDGET: edits.day_budget_wanted.emit,
            },
        )
        self.queue = QueueActs(queue, window.notice_bar, window.session, scope, elsewhere)
        actions["needs_you"].triggered.connect(self.needs_you.step)
        status.needs_pressed.connect(self.needs_you.step)
        self.needs_you.changed.connect(window.inspector.refresh_status)
        window.inspector.answered.connect(self.needs_you.answer)
        window.timeline.menu_opened.connect(self._add_answers_of_shots)
        window.elements.menu_opened.connect(self._add_answers)

    def takes(self, notice: Notice) -> bool:
        """Tell a notice of the queue with the acts that help; whether it was one."""
        return self.queue.takes(notice)

    def show(self, key: str) -> None:
        """Select a shot by its key, or an element by its name, unless it was deleted."""
        if self._session.document.scenario.has_shot(key):
            self._window.selection.select_shot(key)
        elif self._session.jobs.is_in_film(key):
            self._window.selection.select_element(key)

    def edit_words(self, key: str) -> None:
        """Select it, and put the keyboard into its words."""
        self.show(key)
        self._window.inspector.edit_words()

    def _to_film_budget(self) -> None:
        self._window.selection.clear()
        self._window.inspector.film.budget.setFocus()

    def _add_answers_of_shots(self, menu: QMenu, keys: list[str]) -> None:
        if len(keys) == 1:
            self._add_answers(menu, keys[0])

    def _add_answers(self, menu: QMenu, key: str) -> None:
        answers = menu_answers(self._session, key)
        if not answers:
            return
        menu.addSeparator()
        for what, words in answers:
            menu.addAction(words, partial(self.needs_you.answer, what, key))
        menu.addSeparator()
