"""What others said of a shot: who, at which moment, what; answered, settled and deleted here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from topa_studio.app.comments import answered, deleted, settled
from topa_studio.document.edits import SetField
from topa_studio.model.scenario import Comment, Shot
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import COMMANDS, named
from topa_studio.ui.desk import Desk
from topa_studio.ui.look.calm import set_name, set_words
from topa_studio.ui.widgets.focus_home import has_keys
from topa_studio.ui.widgets.parts import icon_button, text_label
from topa_studio.ui.words import number
from topa_studio.ui.writing.fields import TextLine

MOST = 40


class Row(QWidget):
    """One comment.

    Signals:
        answered: the words of an answer. settled: whether it is done. deleted: it shall go.
    """

    answered = Signal(object)
    settled = Signal(bool)
    deleted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.comment = Comment("")
        self.head = text_label("", "dim")
        self.text = text_label("", wrap=True)
        self.answers = text_label("", "dim", wrap=True)
        self.done = QCheckBox(self.tr("Done"))
        self.answer = TextLine(self.tr("Answer"), self.tr("Answer"), rests=False)
        command = COMMANDS["comment_delete"]
        self.delete = icon_button("trash", command.with_key(), role="quiet", px=14)
        self.done.clicked.connect(self.settled)
        self.answer.committed.connect(self._answer)
        self.delete.clicked.connect(self.deleted)
        for label in (self.text, self.answers):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self.answer, 1)
        below.addWidget(self.done)
        below.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(3)
        for label in (self.head, self.text, self.answers):
            column.addWidget(label)
        column.addLayout(below)

    def show_comment(self, comment: Comment, *, editable: bool) -> None:
        """Show it as it is now; an answer that is being typed stays."""
        self.comment = comment
        at = self.tr("at {seconds} s").format(seconds=number(comment.at))
        set_words(self.head, f"{comment.by} · {at}" if comment.by else at)
        set_words(self.text, comment.text)
        told = (f"{a.by}: {a.text}" if a.by else a.text for a in comment.answers)
        set_words(self.answers, "\n".join(f"– {answer}" for answer in told))
        self.answers.setVisible(bool(comment.answers))
        self.done.setChecked(comment.done)
        self.text.setEnabled(not comment.done)
        set_name(self.done, f"{self.done.text()}: {comment.text}")
        set_name(self.answer, f"{self.answer.placeholderText()}: {comment.text}")
        set_name(self.delete, f"{COMMANDS['comment_delete'].says}: {comment.text}")
        for field in (self.done, self.answer, self.delete):
            field.setEnabled(editable)

    def event(self, event: QEvent) -> bool:
        """Delete means this comment, not the shots that are chosen."""
        claims = event.type() is QEvent.Type.ShortcutOverride
        if claims and isinstance(event, QKeyEvent) and self._deletes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes it out, unless words are written in it."""
        if self._deletes(event):
            self.deleted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same for the mouse, and the words to copy."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Copy the words"), self._copy)
        if self.delete.isEnabled():
            words = self.tr("Open again") if self.comment.done else self.tr("Done")
            menu.addAction(self.tr("Answer"), self.answer.setFocus)
            menu.addAction(words, self.done.click)
            menu.addSeparator()
            menu.addAction(COMMANDS["comment_delete"].in_menu(), self.deleted.emit)
        menu.popup(event.globalPos())

    def _deletes(self, event: QKeyEvent) -> bool:
        able = self.delete.isEnabled() and not self.answer.hasFocus()
        return able and named(Place.COMMENT, event) == "comment_delete"

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.selectedText() or self.comment.text)

    def _answer(self, words: object) -> None:
        self.answer.clear()
        self.answer.show_value("")
        if str(words).strip():
            self.answered.emit(str(words).strip())


class Comments(QWidget):
    """The comments of one shot; hidden where there is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._key = ""
        self.rows: list[Row] = []
        self.more = text_label("", "dim", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(text_label(self.tr("COMMENTS"), "section"))
        self._column.addWidget(self.more)

    def show_shot(self, shot: Shot) -> None:
        """Show what is said of a shot: what is open first."""
        if shot.key != self._key:
            self.flush()
            self._key = shot.key
        found = sorted(shot.comments, key=lambda comment: (comment.done, comment.at))
        shown = found[:MOST]
        self._fit(shown)
        for row, comment in zip(self.rows, shown, strict=True):
            row.show_comment(comment, editable=self._desk.editable)
        left = len(found) - len(shown)
        self.more.setText(self.tr("%n more stand in the film's file.", "", left) if left else "")
        self.more.setVisible(bool(left))
        self.setVisible(bool(found))

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        for row in self.rows:
            row.answer.flush()

    def _fit(self, shown: Sequence[Comment]) -> None:
        """A row for each, in their order; a comment keeps its row, with what is typed there."""
        before, rest = self.rows, list(self.rows)
        kept: list[Row | None] = []
        for comment in shown:
            same = next((row for row in rest if _same(row.comment, comment)), None)
            kept.append(same)
            if same is not None:
                rest.remove(same)
        free = [row for row in rest if not has_keys(row) and not row.answer.words()]
        self.rows = [row or (free.pop() if free else self._made()) for row in kept]
        for place, row in enumerate(self.rows, 1):
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
        for row in before:
            if row not in self.rows:
                self._let_go(row, before.index(row))

    def _let_go(self, row: Row, place: int) -> None:
        """The keyboard goes on to the comment that stands there now."""
        if has_keys(row) and self.rows:
            self.rows[min(place, len(self.rows) - 1)].done.setFocus()
        row.hide()
        self._column.removeWidget(row)
        row.deleteLater()

    def _made(self) -> Row:
        row = Row()
        row.answered.connect(lambda words: self._answer(row, words))
        row.settled.connect(lambda done: self._settle(row, done=done))
        row.deleted.connect(lambda: self._delete(row))
        return row

    def _answer(self, row: Row, words: str) -> None:
        label = self.tr("Answer a comment")
        self._change(label, row, lambda shot, at: answered(shot, at, words))

    def _settle(self, row: Row, *, done: bool) -> None:
        label = self.tr("Settle a comment") if done else self.tr("Open a comment again")
        self._change(label, row, lambda shot, at: settled(shot, at, done=done))

    def _delete(self, row: Row) -> None:
        row.answer.flush()
        self._change(self.tr("Delete a comment"), row, deleted)

    def _change(self, label: str, row: Row, edit: Callable[[Shot, int], SetField]) -> None:
        """Change the comment that is shown there, wherever it stands once its turn comes."""
        key, meant = self._key, row.comment

        def edits() -> list[SetField]:
            film = self._desk.film
            said = film.shot(key).comments if film.has_shot(key) else ()
            same = (at for at, each in enumerate(said) if _same(each, meant))
            return [edit(film.shot(key), at) for at in same][:1]

        self._desk.rework(label, edits)


def _same(one: Comment, other: Comment) -> bool:
    return (one.at, one.by, one.text) == (other.at, other.by, other.text)
