"""One take in the list: what it is, how it is marked, and what its keys and signs ask for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.of_window import TAKES
from topa_studio.ui.commands.table import named
from topa_studio.ui.icons import icon_pixmap
from topa_studio.ui.parts import ElidedLabel, text_label
from topa_studio.ui.plain import plain_tip
from topa_studio.ui.takes.chips import Chips
from topa_studio.ui.takes.line import FittingLine
from topa_studio.ui.takes.note import NoteLine
from topa_studio.ui.takes.picture import SIZE, SMALLER, TakePicture
from topa_studio.ui.takes.signs import NOTE, SIGNS, Signs
from topa_studio.ui.takes.words import RowFacts
from topa_studio.ui.theme import mix, scaled, set_role, tokens
from topa_studio.ui.words import sentence

CHOOSE, RESTORE, FETCH = "choose_this_take", "take_restore", "take_fetch"
_STEPS = {"take_above": -1, "take_below": 1}
_NUMBERS = {f"take_{number}": number for number in TAKES}
_ROUND = 8
# A narrower row has a smaller picture.
_NARROW = 320


class TakeRow(QWidget):
    """Shows what `show_facts` was given; it asks, and changes nothing itself.

    Signals:
        asked: what is wanted of this take: CHOOSE, RESTORE, FETCH, or one of `signs.SIGNS`.
        noted: its new note (a str; as an object, so that Qt changes no letter of it).
        moved: the keyboard goes so many rows on. numbered: the take of this number is wanted.
        reached: it has the keyboard now.
    """

    asked = Signal(str)
    noted = Signal(object)
    moved = Signal(int)
    numbered = Signal(int)
    reached = Signal()

    def __init__(self, facts: RowFacts) -> None:
        super().__init__()
        self.facts = facts
        self._hovered = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.picture = TakePicture()
        self.number = text_label("", "strong")
        self.dot = QLabel()
        self.dot.setPixmap(icon_pixmap("dot", scaled(10), tokens().accent, 2.0))
        self.state = ElidedLabel()
        self.signs = Signs()
        self.line = FittingLine("dim")
        self.chips = Chips()
        self.flags = text_label("", "warn", wrap=True)
        self.note = NoteLine(self)
        self.button = QPushButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self.signs.pressed.connect(self._press)
        self.note.noted.connect(self.noted)
        self.button.clicked.connect(lambda: self.asked.emit(self._verb()))
        self.show_facts(facts)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.number)
        head.addWidget(self.dot)
        head.addWidget(self.state, 1)
        head.addWidget(self.signs)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(head)
        below: tuple[QWidget, ...] = (self.line, self.chips, self.flags, self.note)
        for widget in below:
            words.addWidget(widget)
        words.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 8, 8, 9)
        row.setSpacing(12)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_facts(self, facts: RowFacts) -> None:
        """Show the take as it is now."""
        self.facts = facts
        take, quiet = facts.take, facts.is_grey or facts.gone
        self.picture.show_state(grey=facts.is_grey, gone=facts.gone)
        self.number.setText(facts.name)
        set_role(self.number, "dim" if quiet else "strong")
        self.dot.setVisible(facts.chosen)
        self.state.setText(facts.state)
        set_role(self.state, "" if facts.chosen else "warn" if facts.gone else "dim")
        self.signs.setVisible(not facts.in_trash)
        self.signs.show_marks(take.marks, facts.name, editable=facts.editable)
        self.line.set_ways(facts.facts, facts.shorter)
        self.chips.show_words(facts.chips)
        self.flags.setText("\n".join(map(sentence, take.flags)))
        self.flags.setVisible(bool(take.flags) and not facts.in_trash)
        self.note.show_note(take.marks.note, editable=facts.editable and not facts.in_trash)
        self._show_button()
        said = facts.aloud()
        self.setAccessibleName(said)
        self.picture.setToolTip(plain_tip(said))
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if self._can_choose else Qt.CursorShape.ArrowCursor
        )
        self.update()

    def _show_button(self) -> None:
        facts = self.facts
        words = self.tr("Put back")
        if facts.gone:
            words = self.tr("Fetch again · free")
            if not facts.comes_back:
                self.line.set_ways(self.tr("The file is not on the disk any more."))
        self.button.setText(words)
        self.button.setAccessibleName(f"{facts.name}: {words}")
        self.button.setVisible(facts.in_trash or (facts.gone and facts.comes_back))
        self.button.setEnabled(facts.editable)

    @property
    def _can_choose(self) -> bool:
        facts = self.facts
        return facts.editable and not (facts.gone or facts.in_trash)

    def _verb(self) -> str:
        if self.facts.in_trash:
            return RESTORE
        return FETCH if self.facts.gone else CHOOSE

    # What is asked.

    def _press(self, name: str) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if name == NOTE:
            self.note.edit()
        else:
            self.asked.emit(name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the take."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            if self._can_choose:
                self.asked.emit(CHOOSE)

    def event(self, event: QEvent) -> bool:
        """Del, S and their like mean this take here, and not what is chosen in the film."""
        claims = event.type() is QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and claims and named(Place.TAKE, event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means in the list."""
        name = named(Place.TAKE, event)
        number = _NUMBERS.get(named(Place.WINDOW, event, loose=True))
        if name in _STEPS:
            self.moved.emit(_STEPS[name])
        elif number is not None:
            self.numbered.emit(number)
        elif name == CHOOSE:
            if self.facts.editable and (self._can_choose or not self.button.isHidden()):
                self.asked.emit(self._verb())
        elif name in SIGNS and self.facts.editable:
            if not self.facts.in_trash:
                self._press(name)
        elif not name:
            super().keyPressEvent(event)

    # Looks.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words have the room that the picture can spare."""
        super().resizeEvent(event)
        self.picture.setFixedSize(SMALLER if self.width() < _NARROW else SIZE)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into sight, but not from under a pointer: its release would miss what it pressed."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.reached.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The edge lightens."""
        super().enterEvent(event)
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The edge is as it was."""
        super().leaveEvent(event)
        self._hovered = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, the ring of the chosen one, and that of the keyboard inside of it."""
        now = tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect())
            painter.setPen(Qt.PenStyle.NoPen)
            quiet = self.facts.is_grey or self.facts.gone
            painter.setBrush(mix(now.panel, now.raised, 0.55) if quiet else now.raised)
            painter.drawRoundedRect(box, _ROUND, _ROUND)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = QPen(now.faint if self._hovered else now.line, 1)
            if self.facts.chosen:
                edge = QPen(now.accent, 2)
            half = edge.widthF() / 2
            painter.setPen(edge)
            painter.drawRoundedRect(box.adjusted(half, half, -half, -half), _ROUND, _ROUND)
            if self.hasFocus():
                painter.setPen(QPen(now.run, 2))
                painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), _ROUND - 3, _ROUND - 3)
