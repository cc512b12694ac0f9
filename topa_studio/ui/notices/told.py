"""What is wrong or worth knowing about the selected thing, as quiet lines, each with a sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from topa_studio.model.problem import Problem, Severity
from topa_studio.model.status import Trouble
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.widgets.flow import Flow
from topa_studio.ui.widgets.parts import icon_button, text_label
from topa_studio.ui.widgets.plain import plain_act
from topa_studio.ui.words import problem_words, sentence, trouble_words

_CONTENT = "pipeline.content-refused"
WORDLESS = "document.K18"
"""Nobody has said yet how an element looks: it is told calmly, as what is still to be done."""
_ROLES = {"bad": "bad", "warn": "warn", "info": "dim"}


@dataclass(frozen=True, slots=True)
class Fix:
    """A button below a line: its words, and what its press is told as (None: edit the words)."""

    words: str
    mending: object = None


@dataclass(frozen=True, slots=True)
class Told:
    """One line: `level` is bad, warn or info; `fixes` are the buttons below it.

    `hush` is what is told where the line is put away; None: it cannot be.
    """

    level: str
    text: str
    fixes: tuple[Fix, ...] = ()
    hush: object = None


def told_of(problem: Problem, fixes: tuple[Fix, ...] = ()) -> Told:
    """A problem of the scenario as a line."""
    if problem.code == WORDLESS:
        return Told("info", sentence(problem.code, problem.params), fixes)
    levels = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.HINT: "info"}
    return Told(levels[problem.severity], problem_words(problem), fixes)


def told_trouble(trouble: Trouble) -> Told:
    """Why there is no result; what the service does not draw has to be written otherwise."""
    edit = Fix(QCoreApplication.translate("ToldLines", "Edit the words"))
    return Told("bad", trouble_words(trouble), (edit,) if trouble.code == _CONTENT else ())


class ToldLines(QWidget):
    """A column of lines; nothing at all where there is nothing to tell.

    Signals:
        pressed: the button of a line was pressed: its fix's `mending`.
        hushed: a line was put away: its `hush`.
    """

    pressed = Signal(object)
    hushed = Signal(object)

    def __init__(self, *, side_by_side: bool = False) -> None:
        """`side_by_side`: the fixes of a line stand beside each other, as wide as their words."""
        super().__init__()
        self._side_by_side = side_by_side
        self._lines: tuple[Told, ...] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    @property
    def lines(self) -> tuple[Told, ...]:
        """What is told now."""
        return self._lines

    def tell(self, lines: Sequence[Told]) -> None:
        """Show these lines instead of what was shown."""
        lines = tuple(dict.fromkeys(lines))
        if lines == self._lines:
            return
        self._lines = lines
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [self._row(line) for line in lines]
        for place, line in reversed(list(enumerate(lines, 1))):
            self._rows[place:place] = self._buttons(line)
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(lines))

    def _buttons(self, line: Told) -> list[QWidget]:
        made = [self._button(line, fix) for fix in line.fixes]
        if not (self._side_by_side and made):
            return made
        beside = QWidget()
        flow = Flow(beside)
        for button in made:
            set_role(button, "small")
            flow.addWidget(button)
        return [beside]

    def _button(self, line: Told, fix: Fix) -> QWidget:
        made = QPushButton(plain_act(fix.words))
        made.setAccessibleName(fix.words)
        made.setAccessibleDescription(line.text)
        made.clicked.connect(lambda: self.pressed.emit(fix.mending))
        return made

    def _row(self, line: Told) -> QWidget:
        if line.hush is None:
            return _row(line)
        away = icon_button("close", self.tr("Put this hint away"), role="quiet", px=12)
        away.setAccessibleDescription(line.text)
        away.clicked.connect(lambda: self.hushed.emit(line.hush))
        return _row(line, away)


def _row(line: Told, *behind: QWidget) -> QWidget:
    now = tokens()
    colour = {"bad": now.bad, "warn": now.warn}.get(line.level, now.dim)
    sign = QLabel()
    name = "info" if line.level == "info" else "warning"
    sign.setPixmap(icon_pixmap(name, scaled(14), colour, 2.0))
    words = text_label(line.text, _ROLES[line.level], wrap=True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words.setAccessibleName(line.text)
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    if behind:  # they are higher than a line of words
        for part in (sign, words):
            part.setContentsMargins(0, 3, 0, 0)
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    for widget in behind:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    return made
