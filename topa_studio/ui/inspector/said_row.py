"""One line of dialogue in the inspector: who says it, how, and the words."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from topa_studio.model.scenario import Line
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import COMMANDS, named
from topa_studio.ui.inspector.said_fields import SaidBox, ShortLine, WhoLine
from topa_studio.ui.look.calm import set_name
from topa_studio.ui.widgets.focus_home import has_keys
from topa_studio.ui.widgets.parts import icon_button
from topa_studio.ui.writing.fields import TextLine

_numbers = count(1)
# Another window or a menu has the keyboard for a moment: nobody has left the line.
_AWAY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class SaidRow(QWidget):
    """Tells what was typed and keeps it until the film says it.

    Attributes:
        line: what the film says once all that was told has come; None: it has no such line yet.
        on_way: how many edits of it wait for their turn.
    Signals:
        typed: something was typed. left: the keyboard has gone elsewhere.
        entered: it shall go on behind this line. deleted: the line shall go; whether by Backspace.
    """

    typed = Signal()
    left = Signal()
    entered = Signal()
    deleted = Signal(bool)

    def __init__(self, names: QStringListModel) -> None:
        super().__init__()
        self.number = next(_numbers)
        self.line: Line | None = None
        self.on_way = 0
        self.who = WhoLine(names)
        self.tone = ShortLine(self.tr("How it is said"), self.tr("How"))
        self.text = SaidBox()
        self.delete = icon_button("close", COMMANDS["line_delete"].with_key(), role="quiet", px=12)
        self.tone.hide()
        for field in self.fields:
            field.committed.connect(lambda _words: self.typed.emit())
            field.installEventFilter(self)
        self.delete.installEventFilter(self)
        for line in (self.who, self.tone):
            line.returnPressed.connect(self._to_text)
        self.text.entered.connect(self.entered)
        self.text.backed.connect(lambda: self.deleted.emit(True))
        self.delete.clicked.connect(lambda: self.deleted.emit(False))
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.who, 3)
        head.addWidget(self.tone, 2)
        head.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.text)

    @property
    def fields(self) -> tuple[WhoLine, TextLine, SaidBox]:
        """In the order of the keyboard."""
        return self.who, self.tone, self.text

    def show_line(self, line: Line, place: int, *, editable: bool) -> None:
        """Show what the film says; what is typed, or was told and has not come yet, stays."""
        if not self.on_way:
            self.line = line
            self.who.show_value(line.who)
            self.tone.show_value(line.tone)
            self.text.show_value(line.text)
            self.tone.setVisible(bool(line.tone) or self.tone.hasFocus())
        self.stand_at(place, editable=editable)

    def stand_at(self, place: int, *, editable: bool) -> None:
        """It is the line with this number; a screen reader tells it from the others."""
        set_name(self.who, self.tr("Who says line {number}").format(number=place))
        set_name(self.tone, self.tr("How line {number} is said").format(number=place))
        set_name(self.text, self.tr("Words of line {number}").format(number=place))
        set_name(self.delete, self.tr("Delete line {number}").format(number=place))
        for field in self.fields:
            field.setReadOnly(not editable)
        self.delete.setVisible(editable)

    def said(self, *, left: bool) -> Line | None:
        """What its fields mean for the film; None: the line shall go, or not come.

        A field that was emptied means it only once it is `left`: other words may follow.
        """
        said = Line(self.who.words(), self.text.words(), self.tone.words())
        before = self.line
        if before is None or said == before:
            return said if said.text.strip() else before
        if not said.text.strip() and before.text.strip():
            return None if left else before
        return said if left else replace(said, who=said.who or before.who,
                                         tone=said.tone or before.tone)  # fmt: skip

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return not any(field.words().strip() for field in self.fields)

    def flush(self) -> None:
        """Take in what is half composed, and tell it."""
        for field in self.fields:
            field.flush()

    def _to_text(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who leaves the last of its fields has finished writing it."""
        match event:
            case QFocusEvent() if event.lostFocus() and event.reason() not in _AWAY:
                if not has_keys(self):
                    self.left.emit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Delete means this line, not the shots that are chosen."""
        claims = event.type() is QEvent.Type.ShortcutOverride
        if claims and isinstance(event, QKeyEvent) and self._deletes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes it out, unless words are written in it."""
        if self._deletes(event):
            self.deleted.emit(False)
        else:
            super().keyPressEvent(event)

    def _deletes(self, event: QKeyEvent) -> bool:
        return self.delete.hasFocus() and named(Place.SAID, event) == "line_delete"
