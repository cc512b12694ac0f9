"""The page "Quit while working": what was sent, what waits here, and what becomes of both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from topa_studio.app.session import ProjectSession
from topa_studio.ui.look.theme import application, scaled, set_role
from topa_studio.ui.quitting.sent_list import SentList
from topa_studio.ui.quitting.under_way import Sent, left_to_wait, sent_jobs
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.parts import text_label

_SHADE = QColor(0, 0, 0, 153)
_WIDTH, _MARGIN = 560, 24
_ROW, _REST = 48, 330
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuitPage(QWidget):
    """Lies over the whole window with a shade; the film goes on under it, and takes no key.

    Signals:
        answered: "stay" or "now", and whether that is the answer from now on.
        left: the user works on after all, and nothing is answered.
        settled: all that was sent is here, so there is nothing to ask.
    """

    answered = Signal(str, bool)
    left = Signal()
    settled = Signal()

    def __init__(
        self, window: QWidget, session: ProjectSession, thumbnails: Thumbnails | None = None
    ) -> None:
        super().__init__(window)
        self._session = session
        self._list = SentList(thumbnails, real=not session.practice)
        self.heading = text_label("", "title", wrap=True)
        self.told = text_label("", "dim", wrap=True)
        self.waits = text_label("", "dim", wrap=True)
        self.never = QCheckBox(self.tr("Do not ask again"))
        self.now = QPushButton(self.tr("Quit now"))
        self.stay = QPushButton()
        set_role(self.stay, "primary")
        for box in (self.never, self.now):
            box.setAccessibleName(box.text())
        self._lay_out()
        self.stay.clicked.connect(lambda: self._answer("stay"))
        self.now.clicked.connect(lambda: self._answer("now"))
        clock = QTimer(self)
        clock.setInterval(1000)
        clock.timeout.connect(self.refresh)
        clock.start()
        merged = Merged(self, lambda _names: self.refresh())
        bind(self, session.queue_changed, merged.poke)
        window.installEventFilter(self)
        application().focusChanged.connect(self._keep_keyboard)

    def _lay_out(self) -> None:
        self._card = QFrame(self)
        set_role(self._card, "pop-up")
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pressed = QHBoxLayout()
        pressed.setSpacing(8)
        pressed.addStretch(1)
        pressed.addWidget(self.now)
        pressed.addWidget(self.stay)
        self._buttons.setSpacing(10)
        self._buttons.addWidget(self.never)
        self._buttons.addLayout(pressed, 1)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(12)
        for part in (self.heading, self.told, self._list, self.waits):
            column.addWidget(part)
        column.addSpacing(4)
        column.addLayout(self._buttons)

    def open_over(self) -> None:
        """Show it, with the keyboard on "stay"."""
        self.setGeometry(self.window().rect())
        self.refresh()
        self.show()
        self.raise_()
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)

    # What there is.

    def refresh(self) -> None:
        """Show what is under way now; nothing left says so by `settled`."""
        sent = sent_jobs(self._session)
        if not sent:
            self.settled.emit()
            return
        count = len(sent)
        shots = all(one.is_shot for one in sent)
        self.heading.setText(
            self.tr("%n shots are still being made", "", count)
            if shots
            else self.tr("%n are still being made", "", count)
        )
        self.setAccessibleName(self.heading.text())
        self.told.setText(self._were_sent(one=count == 1))
        self._list.show_jobs(sent, max(1, (self.height() - scaled(_REST)) // scaled(_ROW)))
        waiting = len(self._session.last_line.unsent())
        self.waits.setVisible(bool(waiting))
        self.waits.setText(
            self.tr(
                "%n more wait here and were not sent: they stay in line, paused, and cost nothing"
                " until you press Continue.",
                "",
                waiting,
            )
        )
        self._say_stay(sent)
        self._place_card()

    def _were_sent(self, *, one: bool) -> str:
        if self._session.practice:
            if one:
                return self.tr("It was sent. Topa Studio fetches it at the next start.")
            return self.tr("They were sent. Topa Studio fetches them at the next start.")
        if one:
            return self.tr(
                "It was sent and paid for. KIE goes on drawing without this window; Topa Studio"
                " fetches it at the next start."
            )
        return self.tr(
            "They were sent and paid for. KIE goes on drawing without this window; Topa Studio"
            " fetches them at the next start."
        )

    def _say_stay(self, sent: tuple[Sent, ...]) -> None:
        words = self.tr("Stay until they are here")
        if len(sent) == 1:
            words = self.tr("Stay until it is here")
        if about := self._about(left_to_wait(self._session, sent)):
            words = self.tr("{stay} · ~{time}").format(stay=words, time=about)
        self.stay.setText(words)
        self.stay.setAccessibleName(words)
        self.stay.setAccessibleDescription(f"{self.told.text()} {self.waits.text()}".strip())

    def _about(self, seconds: float | None) -> str:
        """A time to wait, roughly: "40 s", "2 min"; "" where nobody knows."""
        if seconds is None:
            return ""
        if seconds < 90:
            rough = max(5, round(seconds / 5) * 5)
            return self.tr("{seconds} s").format(seconds=rough)
        return self.tr("{minutes} min").format(minutes=round(seconds / 60))

    # Place, keys, answers.

    def _place_card(self) -> None:
        width = min(scaled(_WIDTH), self.width() - 40)
        beside = self.never.sizeHint().width() + self._buttons.spacing() + 8
        beside += self.now.sizeHint().width() + self.stay.sizeHint().width()
        fits = beside <= width - 2 * _MARGIN
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(right if fits else down)
        self._card.setFixedWidth(width)
        layout = self._card.layout()
        if layout is not None:
            layout.activate()
            high = max(layout.sizeHint().height(), layout.totalHeightForWidth(width))
            self._card.resize(width, high)
        left, top = (self.width() - width) // 2, (self.height() - self._card.height()) // 2
        self._card.move(max(0, left), max(0, top))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() is QEvent.Type.Resize and watched is self.parent() and self.isVisible():
            self.setGeometry(self.window().rect())
            self.refresh()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what is under it."""
        QPainter(self).fillRect(self.rect(), _SHADE)

    def event(self, event: QEvent) -> bool:
        """No key is a shortcut of the film under it."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The keyboard stays on the page."""
        round_ = (self.never, self.now, self.stay)
        at = next((n for n, one in enumerate(round_) if one.hasFocus()), -1)
        following = round_[(at + (1 if forward else -1)) % len(round_)]
        following.setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def _keep_keyboard(self, _old: QWidget | None, now: QWidget | None) -> None:
        """The keyboard never gets under the page, where its keys would change the film."""
        under = now is not None and now.window() is self.window() and not self.isAncestorOf(now)
        if under and self.isVisible():
            self.stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what the keyboard is on, by itself "stay"; Esc leads back to the film."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER:
            self._answer("now" if self.now.hasFocus() else "stay")
        event.accept()

    def _answer(self, answer: str) -> None:
        self.answered.emit(answer, self.never.isChecked())
