"""Words of cells copied and pasted; several lines fill a column downwards once the user says so."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QGuiApplication

from topa_studio.document.edits import Edit
from topa_studio.ui.desk import Desk
from topa_studio.ui.drops.own_drops import files_in
from topa_studio.ui.film.words import count_word
from topa_studio.ui.shot_list.cell_values import step_of, value_from, value_of
from topa_studio.ui.shot_list.clipboard import as_lines, as_text
from topa_studio.ui.shot_list.columns import EDITED, Column, head_word
from topa_studio.ui.shot_list.ground import Ground
from topa_studio.ui.shot_list.lines import AtShot
from topa_studio.ui.shot_list.question import Answer, Question

translate = QCoreApplication.translate
_NOT_WORDS = frozenset({Column.NUMBER, Column.PICTURE})
_LONG = frozenset({Column.WORDS, Column.NOTES})


@dataclass(frozen=True, slots=True)
class Fill:
    """Which shot gets which words in a column."""

    column: Column
    words: tuple[tuple[str, str], ...]
    left_over: int = 0


class Pasting(QObject):
    """For one view."""

    def __init__(self, view: Ground, desk: Desk) -> None:
        super().__init__(view)
        self._view, self._desk = view, desk
        self.question = Question(view.viewport())
        self.question.answered.connect(self._answered)
        self._fill: Fill | None = None
        self._text = ""

    def takes(self, pastes: bool) -> bool:
        """Whether words are copied or pasted here; of numbers and pictures, the shots are."""
        column = self._view.column
        if not isinstance(self._view.here(), AtShot) or column in _NOT_WORDS:
            return False
        if not pastes:
            return True
        data = QGuiApplication.clipboard().mimeData()
        # Copied files go to the shot: their names are no words for a cell.
        files = data is not None and bool(files_in(data))
        return column in EDITED and self._view.editable and not files

    def copy(self) -> bool:
        """Copy the words of this column of all chosen shots; whether there are any."""
        view, here = self._view, self._view.here()
        if not self.takes(pastes=False) or not isinstance(here, AtShot):
            return False
        chosen = sorted(index.row() for index in view.selectionModel().selectedIndexes())
        rows = chosen if here.row in chosen else [here.row]
        words = [view.values.text(row, view.column, view.look) for row in rows]
        QGuiApplication.clipboard().setText(as_text(words))
        return True

    def paste(self) -> bool:
        """Write what was copied into the cell, or ask before it goes into several."""
        here = self._view.here()
        if not self.takes(pastes=True) or not isinstance(here, AtShot):
            return False
        self._text = QGuiApplication.clipboard().text()
        lines = as_lines(self._text)
        if not self._text:
            return True
        self._fill = self._plan(here.row, lines)
        if len(self._fill.words) + self._fill.left_over == 1:
            self._write(self._fill)
        else:
            self._ask(self._fill, here.row)
        return True

    def _plan(self, row: int, lines: list[str]) -> Fill:
        """Lines go to the shots below as they are seen; one line to all that are chosen."""
        view = self._view
        chosen = sorted(index.row() for index in view.selectionModel().selectedIndexes())
        if len(lines) == 1 and row in chosen:
            words = tuple((key, lines[0]) for key in view.shots.keys(chosen))
            return Fill(view.column, words)
        rows: list[int] = []
        at: int | None = chosen[0] if row in chosen else row
        while at is not None and len(rows) < len(lines):
            rows.append(at)
            at = view.lines().shot_near(view.lines().after(AtShot(at)), 1)
        keys = [view.shots.shot(each).key for each in rows]
        return Fill(view.column, tuple(zip(keys, lines, strict=False)), len(lines) - len(rows))

    def _ask(self, fill: Fill, row: int) -> None:
        view, film = self._view, self._desk.film
        numbers = [film.number_of(key) for key, _ in fill.words]
        count, name = len(fill.words), head_word(fill.column)
        words = translate("ShotList", "Write {column} of {shots}, {first} to {last}?")
        shots = count_word("shots", count)
        says = [words.format(column=name, shots=shots, first=numbers[0], last=numbers[-1])]
        if unfit := sum(self._value(fill, key, each) is None for key, each in fill.words):
            told = translate("ShotList", "Lines that do not fit and change nothing: {count}.")
            says.append(told.format(count=unfit))
        if fill.left_over:
            told = translate("ShotList", "Lines for which no shot is left: {count}.")
            says.append(told.format(count=fill.left_over))
        self.question.ask(
            " ".join(says),
            yes=translate("ShotList", "Write {shots}").format(shots=shots),
            alone=translate("ShotList", "All into this cell") if fill.column in _LONG else "",
            beside=view.cell_rect(row, fill.column),
        )

    def _answered(self, answer: Answer) -> None:
        fill, self._fill = self._fill, None
        here = self._view.here()
        if fill is not None and answer is Answer.YES:
            self._write(fill)
        elif fill is not None and answer is Answer.ALONE and fill.words:
            self._write(Fill(fill.column, ((fill.words[0][0], self._text),)))
        if here is not None:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _value(self, fill: Fill, key: str, words: str) -> object | None:
        return value_from(self._desk.session, key, fill.column, words)

    def _write(self, fill: Fill) -> None:
        """One step for all of it."""
        session, edits, refused = self._desk.session, list[Edit](), list[str]()
        labels: list[str] = []
        for key, words in fill.words:
            if not session.film.has_shot(key):
                continue
            value = self._value(fill, key, words)
            if value is None:
                refused.append(words.strip())
            elif value != value_of(session, key, fill.column):
                step = step_of(session, key, fill.column, value)
                labels.append(step.label)
                edits += step.edits
        shots = count_word("shots", len(labels))
        label = translate("ShotList", "Paste into {shots}").format(shots=shots)
        if edits:
            self._desk.apply(labels[0] if len(labels) == 1 else label, *edits)
        if refused:
            words = translate("ShotList", "“{words}” does not fit into {column}")
            name = head_word(fill.column)
            self._desk.tell(words.format(words=refused[0][:40], column=name))

    def give_up(self) -> None:
        """Nothing is asked any more."""
        self._fill = None
        self.question.hide()
