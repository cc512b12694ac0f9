"""Three notes that a new user sees once: each points at a thing and leaves it free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.widgets.pointing import TIP, Pointing, Side, bubble_at, bubble_beside

_SOON_MS = 600
_WIDE, _OFF = 244, 6


@dataclass(frozen=True, slots=True)
class Note:
    """What it says; `at` tells where what it is about lies in the window, empty for nowhere.

    `beside`: a ground without tools, and things on it: where one of them has room below or at its
    right, the note lies there.
    """

    title: str
    words: str
    at: Callable[[], QRect]
    beside: Callable[[], tuple[QRect, tuple[QRect, ...]]] = lambda: (QRect(), ())


class FirstNotes(QObject):
    """Shows them one after another; work in the window goes on under them.

    Attributes:
        bubble: the note that is shown now, or None. at: which one that is, from 0.
    Signals:
        begun: the first one is shown.
    """

    begun = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.at = 0
        self.bubble: Bubble | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.begin)
        window.installEventFilter(self)

    def begin_soon(self) -> None:
        """Begin when the window has been painted."""
        self._soon.start()

    def begin(self) -> None:
        """Show the first one, once no page lies over what it points at."""
        if self._window.timeline.isEnabled():
            self.go_on(0)
        else:
            self._soon.start()

    def go_on(self, at: int) -> None:
        """Show this one, and then those behind it."""
        self._soon.stop()
        self.at = at
        self._show()
        self.begun.emit()

    def notes(self) -> tuple[Note, ...]:
        """All of them, in order."""
        window = self._window
        make = (
            self.tr("Practice costs nothing. The whole film takes under a minute.")
            if window.session.practice
            else self.tr("The button says what it costs. Nothing is sent before you press it.")
        )
        return (
            Note(
                self.tr("Drag any shot"),
                self.tr("To another place, also into another scene. Ctrl+Z takes it back."),
                self._first_card,
                self._cards,
            ),
            Note(self.tr("Make it"), make, lambda: self._place_of(window.top.primary)),
            Note(
                self.tr("Space plays"),
                self.tr("At any time, also while shots are missing."),
                lambda: self._place_of(window.player.transport.play_button),
            ),
        )

    def _first_card(self) -> QRect:
        key, _ = self._window.timeline.shown.first_in_sight()
        return self._card(key)

    def _card(self, key: str) -> QRect:
        """What is seen of a shot."""
        ground, timeline = self._ground(), self._window.timeline
        card = timeline.card_rect(key)
        return card.translated(ground.topLeft()).intersected(ground)

    def _ground(self) -> QRect:
        return self._place_of(self._window.timeline.views.widget.viewport())

    def _cards(self) -> tuple[QRect, tuple[QRect, ...]]:
        """Nothing lies behind the last card, so that one is better than the first."""
        scenes = self._window.session.film.scenes
        last = next((scene.shots[-1].key for scene in reversed(scenes) if scene.shots), "")
        cards = (self._card(last) if last else QRect(), self._first_card())
        return self._ground(), tuple(card for card in cards if not card.isEmpty())

    def _place_of(self, widget: QWidget) -> QRect:
        if not widget.isVisible():
            return QRect()
        return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())

    def _show(self) -> None:
        self._put_away()
        notes = self.notes()
        while self.at < len(notes) and notes[self.at].at().isEmpty():
            self.at += 1
        if self.at >= len(notes):
            return
        note = notes[self.at]
        self.bubble = Bubble(self._window, note, f"{self.at + 1}", f"{len(notes)}")
        self.bubble.next_wanted.connect(self._next)
        self.bubble.closed.connect(self._put_away)
        self.bubble.point_at(note)
        self.bubble.show()
        self.bubble.raise_()

    def _next(self) -> None:
        self.at += 1
        self._show()

    def _put_away(self) -> None:
        bubble, self.bubble = self.bubble, None
        if bubble is not None:
            bubble.hide()
            bubble.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What it points at moves with the window's size."""
        followed = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)
        if watched is self._window and event.type() in followed and self.bubble is not None:
            QTimer.singleShot(0, self, self._follow)
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        notes = self.notes()
        if self.bubble is not None and self.at < len(notes):
            self.bubble.point_at(notes[self.at])


class Bubble(QWidget):
    """One note, in the colours of the look turned round, with a tip at what it is about.

    Signals:
        next_wanted: the next one, please. closed: no more of them.
    """

    next_wanted = Signal()
    closed = Signal()

    def __init__(self, window: QWidget, note: Note, number: str, count: str) -> None:
        super().__init__(window)
        self._lies: Pointing | None = None
        self._lies_at: object = None
        set_role(self, "note")
        self.setAccessibleName(note.title)
        self.setAccessibleDescription(note.words)
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close", tokens().bg, scaled(12)))
        set_role(self.close_button, "note")
        self.close_button.setAccessibleName(self.tr("No more notes"))
        self.close_button.setToolTip(self.tr("No more notes"))
        self.close_button.clicked.connect(self.closed)
        last = number == count
        self.next_button = QPushButton(self.tr("Done") if last else self.tr("Next"))
        set_role(self.next_button, "note")
        self.next_button.setAccessibleName(self.tr("Done") if last else self.tr("Next note"))
        self.next_button.clicked.connect(self.next_wanted)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(text_label(note.title, "note-title"), 1)
        head.addWidget(self.close_button)
        of = self.tr("{number} of {count}").format(number=number, count=count)
        foot.addWidget(text_label(of, "note"))
        foot.addStretch(1)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(text_label(note.words, "note", wrap=True))
        column.addLayout(foot)
        self._column = column

    def point_at(self, note: Note) -> None:
        """Lie where it says, else above its thing or below it, and never over it.

        What lies under it is painted anew with each move: it lies still while all others do.
        """
        window, thing = self.parentWidget(), note.at()
        if window is None or thing.isEmpty():
            return
        ground, things = note.beside()
        lean = scaled(28)
        before, self._lies_at = self._lies_at, (thing, ground, things, window.rect(), lean)
        if before == self._lies_at:
            return
        size = self._size(window, TIP)
        self._lies = bubble_beside(things, size, ground, lean=lean, apart=_OFF)
        if self._lies is None or self._lies.side is not Side.RIGHT:
            size = self._size(window, 0)
            room = window.rect().adjusted(_OFF, 0, -_OFF, 0)
            below = bubble_beside(things, size, ground, lean=lean, apart=_OFF)
            self._lies = below or bubble_at(thing, size, room, lean=lean, apart=_OFF)
        self.setFixedSize(size)
        self.move(self._lies.rect.topLeft())
        self.update()

    def _size(self, window: QWidget, left: int) -> QSize:
        """How large it is with room for a tip above and below, and so much at its left."""
        wide = min(scaled(_WIDE), window.width() - 2 * _OFF)
        self._column.setContentsMargins(14 + left, 10 + TIP, 10, 8 + TIP)
        return QSize(wide, self._column.heightForWidth(wide))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends them."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with its tip."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._lies is not None:
                painter.fillPath(self._lies.path(), tokens().text)
