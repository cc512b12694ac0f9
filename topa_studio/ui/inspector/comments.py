"""What others said of a shot: who, at which moment, what; answered and settled here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from topa_studio.app.comments import answered, settled
from topa_studio.document.edits import SetField
from topa_studio.model.scenario import Comment, Shot
from topa_studio.ui.calm import set_name, set_words
from topa_studio.ui.desk import Desk
from topa_studio.ui.parts import text_label
from topa_studio.ui.words import number
from topa_studio.ui.writing.fields import TextLine

MOST = 40


class Row(QWidget):
    """One comment.

    Signals:
        answered: the words of an answer. settled: whether it is done.
    """

    answered = Signal(object)
    settled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.head = text_label("", "dim")
        self.text = text_label("", wrap=True)
        self.answers = text_label("", "dim", wrap=True)
        self.done = QCheckBox(self.tr("Done"))
        self.answer = TextLine(self.tr("Answer"), self.tr("Answer"), rests=False)
        self.done.clicked.connect(self.settled)
        self.answer.committed.connect(self._answer)
        for label in (self.text, self.answers):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self.answer, 1)
        below.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(3)
        for label in (self.head, self.text, self.answers):
            column.addWidget(label)
        column.addLayout(below)

    def show_comment(self, comment: Comment, *, editable: bool) -> None:
        """Show it as it is now; an answer that is being typed stays."""
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
        for field in (self.done, self.answer):
            field.setEnabled(editable)

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
        self._shown: tuple[Comment, ...] = ()
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
        self._shown = tuple(found[:MOST])
        while len(self.rows) < len(self._shown):
            self._add()
        for row in self.rows[len(self._shown) :]:
            self._column.removeWidget(row)
            row.deleteLater()
        del self.rows[len(self._shown) :]
        for row, comment in zip(self.rows, self._shown, strict=True):
            row.show_comment(comment, editable=self._desk.editable)
        left = len(found) - len(self._shown)
        self.more.setText(self.tr("%n more stand in the film's file.", "", left) if left else "")
        self.more.setVisible(bool(left))
        self.setVisible(bool(found))

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        for row in self.rows:
            row.answer.flush()

    def _add(self) -> None:
        row, place = Row(), len(self.rows)
        row.answered.connect(lambda words: self._answer(place, words))
        row.settled.connect(lambda done: self._settle(place, done=done))
        self._column.insertWidget(self._column.count() - 1, row)
        self.rows.append(row)

    def _answer(self, place: int, words: str) -> None:
        label = self.tr("Answer a comment")
        self._change(label, place, lambda shot, at: answered(shot, at, words))

    def _settle(self, place: int, *, done: bool) -> None:
        label = self.tr("Settle a comment") if done else self.tr("Open a comment again")
        self._change(label, place, lambda shot, at: settled(shot, at, done=done))

    def _change(self, label: str, place: int, edit: Callable[[Shot, int], SetField]) -> None:
        """Change the comment that is shown there, wherever it stands once its turn comes."""
        key, meant = self._key, self._shown[place]

        def edits() -> list[SetField]:
            film = self._desk.film
            said = film.shot(key).comments if film.has_shot(key) else ()
            same = (at for at, each in enumerate(said) if _same(each, meant))
            return [edit(film.shot(key), at) for at in same][:1]

        self._desk.rework(label, edits)


def _same(one: Comment, other: Comment) -> bool:
    return (one.at, one.by, one.text) == (other.at, other.by, other.text)
