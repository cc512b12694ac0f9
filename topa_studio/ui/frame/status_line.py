"""The line under everything: what runs, waits, failed or needs the user; the file, the language."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton

from topa_studio.app.session import ProjectSession
from topa_studio.model.status import Stage
from topa_studio.ui.leaving_line import LeavingLine
from topa_studio.ui.look.calm import set_name, set_words
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.running.binding import bind
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.widgets.plain import plain_tip
from topa_studio.ui.words import language_name

_RECOUNT_MS = 200


class StatusLine(QStatusBar):
    """Counts of the queue and of shots, the file, the language.

    Signals:
        language_pressed: the user wants another language.
        needs_pressed: the user wants to see the next that needs them.
    """

    language_pressed = Signal()
    needs_pressed = Signal()

    def __init__(self, session: ProjectSession, language: str) -> None:
        super().__init__()
        self._session = session
        self._queue = (0, 0)
        self.setSizeGripEnabled(False)
        self.setAccessibleName(self.tr("Status"))
        self._running = text_label("", "run")
        self._waiting = text_label("", "dim")
        self._failed = text_label("", "bad")
        self.needs = QToolButton()
        set_role(self.needs, "link-warn")
        self.needs.clicked.connect(self.needs_pressed)
        self._out = text_label("", "run")
        self._idle = text_label(self.tr("Ready"), "dim")
        for label in (self._running, self._waiting, self._failed, self._out, self._idle):
            label.setContentsMargins(12, 0, 0, 0)
            self.addWidget(label)
        self.insertWidget(3, self.needs)
        self.leaving = LeavingLine()
        self.insertWidget(0, self.leaving)
        path = session.file
        file = text_label(f"{path.parent.name}/{path.name}", "dim")
        file.setToolTip(plain_tip(str(path)))
        file.setContentsMargins(4, 0, 4, 0)
        self.addPermanentWidget(file)
        self.language = QToolButton()
        set_role(self.language, "link")
        self.language.setText(language_name(language))
        self.language.setAccessibleName(
            self.tr("Language: {name}").format(name=language_name(language))
        )
        self.language.clicked.connect(self.language_pressed)
        self.addPermanentWidget(self.language)
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(_RECOUNT_MS)
        self._recount.timeout.connect(self.refresh)
        bind(self, session.shots_changed, self._soon)
        bind(self, session.elements_changed, self._soon)
        bind(self, session.queue_changed, self._soon)
        bind(self, session.changed, self._soon)
        bind(self, session.standing.settled, self._soon)
        bind(self, session.money_changed, self._soon)
        self.refresh()

    def _soon(self, _value: object) -> None:
        if not self._recount.isActive():
            self._recount.start()

    def show_queue(self, running: int, waiting: int) -> None:
        """How many lines of the queue run and wait, as its own header says."""
        self._queue = (running, waiting)
        self.refresh()

    @property
    def out_words(self) -> str:
        """What is told of a film that is being written."""
        return self._out.text()

    def tell_out(self, words: str) -> None:
        """How far a film is that is being written; "" for none."""
        self._out.setText(words)
        self._out.setVisible(bool(words))

    def refresh(self) -> None:
        """Count again."""
        session = self._session
        failed = session.standing.count(Stage.FAILED) if session.is_counted else 0
        needs = len(session.jobs.needs_you())
        running, waiting = self._queue
        counts: tuple[tuple[QLabel | QToolButton, int, str], ...] = (
            (self._running, running, self.tr("● %n running", "", running)),
            (self._waiting, waiting, self.tr("%n in line", "", waiting)),
            (self._failed, failed, self.tr("%n failed", "", failed)),
            (self.needs, needs, self.tr("%n need you", "", needs)),
        )
        for label, count, words in counts:
            label.setVisible(count > 0)
            if count:
                set_words(label, words)
        set_name(self.needs, self.tr("%n need you: show the next one", "", needs))
        self.needs.setToolTip(self.needs.accessibleName())
        self._idle.setVisible(not any((running, waiting, failed, needs)))
