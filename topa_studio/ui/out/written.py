"""What was written and what is being written, a line each, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QUrl, Signal, SignalInstance
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from topa_studio.app.exporting.export import Export, Stage
from topa_studio.app.exporting.exports import Exports
from topa_studio.film.export.choices import What
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.out.kinds import SIGNS
from topa_studio.ui.out.remembered import EDITOR
from topa_studio.ui.out.reveal import show_in_folder
from topa_studio.ui.out.words import done_word, failed_word, running_word, share_of, what_word
from topa_studio.ui.running.binding import bind
from topa_studio.ui.widgets.parts import ElidedLabel, text_label
from topa_studio.ui.words import clock


class Line(QFrame):
    """One export. Signals: what the user wants done with it."""

    cancelled = Signal(int)
    play_wanted = Signal(int)
    folder_wanted = Signal(int)
    again_wanted = Signal(int)

    def __init__(self, one: Export) -> None:
        super().__init__()
        set_role(self, "box")
        self._id = one.id
        self._sign = QLabel()
        self.name = ElidedLabel()
        self.facts = text_label("", "dim", wrap=True)
        self.progress_words = text_label("", "dim")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self.cancel = self._button(self.tr("Cancel"), self.cancelled)
        self.play = self._button(self.tr("Play"), self.play_wanted)
        self.folder = self._button(self.tr("Show in folder"), self.folder_wanted)
        self.again = self._button(self.tr("Again"), self.again_wanted)
        self._lay_out()
        self.show_export(one)

    def _lay_out(self) -> None:
        middle = QGridLayout()
        middle.setVerticalSpacing(4)
        middle.addWidget(self.name, 0, 0)
        middle.addWidget(self.progress_words, 0, 1, Qt.AlignmentFlag.AlignRight)
        middle.addWidget(self.facts, 1, 0, 1, 2)
        middle.addWidget(self.bar, 2, 0, 1, 2)
        middle.setColumnStretch(0, 1)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.cancel, self.play, self.folder, self.again):
            row.addWidget(button)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 10, 8)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._sign, 0, 0)
        self._grid.addLayout(middle, 0, 1)
        self._grid.addWidget(self._buttons, 0, 2)

    def _place_buttons(self) -> None:
        """Buttons that take half of the line go under the words."""
        below = self._buttons.sizeHint().width() > self.width() / 2
        if below != (self._grid.itemAtPosition(0, 2) is None):
            self._grid.removeWidget(self._buttons)
            right = Qt.AlignmentFlag.AlignRight
            self._grid.addWidget(self._buttons, *((1, 1) if below else (0, 2)), right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another place for the buttons."""
        super().resizeEvent(event)
        self._place_buttons()

    def _button(self, words: str, signal: SignalInstance) -> QPushButton:
        made = QPushButton(words)
        made.clicked.connect(lambda: signal.emit(self._id))
        return made

    def show_export(self, one: Export) -> None:
        """Show how far it is."""
        ended = one.stage not in (Stage.RUNNING, Stage.WAITING)
        done = one.stage is Stage.DONE
        self.bar.setVisible(one.stage is Stage.RUNNING)
        self.bar.setValue(share_of(one))
        self.progress_words.setVisible(one.stage is Stage.RUNNING)
        self.progress_words.setText(running_word(one))
        for button, shown in (
            (self.cancel, not ended),
            (self.play, done and one.what in SIGNS),
            (self.folder, done),
            (self.again, ended and not done),
        ):
            button.setVisible(shown)
            button.setAccessibleName(f"{button.text()}: {one.target.name}")
        if one.what not in list(What):
            self.play.setText(self.tr("Open"))
        self._place_buttons()
        self.name.setText(f"{what_word(one.what)} · {one.target.name}")
        self.facts.setText(self._said(one))
        self.facts.setVisible(bool(self.facts.text()))
        signs = {
            Stage.DONE: ("check", tokens().ok),
            Stage.FAILED: ("warning", tokens().bad),
            Stage.CANCELLED: ("close", tokens().dim),
        }
        if done and one.unread:
            signs[Stage.DONE] = ("warning", tokens().warn)
        running = SIGNS.get(one.what, SIGNS[EDITOR]), tokens().run
        name, colour = signs.get(one.stage, running)
        self._sign.setPixmap(icon_pixmap(name, scaled(16), colour, self.devicePixelRatioF()))

    def _said(self, one: Export) -> str:
        match one.stage:
            case Stage.WAITING:
                return self.tr("waits for the one before")
            case Stage.DONE:
                when = clock(datetime.fromtimestamp(one.ended).astimezone())
                return f"{done_word(one)} · {when}"
            case Stage.FAILED:
                return failed_word(one)
            case Stage.CANCELLED:
                return self.tr("cancelled, nothing of it was left")
        return ""


class Written(QWidget):
    """The lines under OUT: they follow the exports, and do what is asked of one."""

    def __init__(self, exports: Exports) -> None:
        super().__init__()
        self._exports = exports
        self.lines: dict[int, Line] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(text_label(self.tr("OUT"), "section"))
        bind(self, exports.changed, self._show)
        self._show(exports.all)

    def _show(self, exports: Sequence[Export]) -> None:
        wanted = {one.id for one in exports}
        for number in [number for number in self.lines if number not in wanted]:
            gone = self.lines.pop(number)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for one in exports:
            if one.id in self.lines:
                self.lines[one.id].show_export(one)
            else:
                self._add(one)
        self.setVisible(bool(self.lines))

    def _add(self, one: Export) -> None:
        made = self.lines[one.id] = Line(one)
        made.cancelled.connect(self._exports.cancel)
        made.again_wanted.connect(self._again)
        made.play_wanted.connect(self._play)
        made.folder_wanted.connect(self._show_in_folder)
        newer = sum(number > one.id for number in self.lines)
        self._column.insertWidget(1 + newer, made)

    def _again(self, number: int) -> None:
        one = self._exports.one(number)
        if one is not None:
            free = self._exports.free_target(one.plan, one.target.parent, one.target.name)
            self._exports.forget(number)
            self._exports.start(one.plan, free)

    def _play(self, number: int) -> None:
        one = self._exports.one(number)
        if one is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(one.target)))

    def _show_in_folder(self, number: int) -> None:
        one = self._exports.one(number)
        if one is not None:
            show_in_folder(one.target)
