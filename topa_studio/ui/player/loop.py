"""What is played again and again: a quiet button that goes from one choice to the next."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from topa_studio.film.span import Reach
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role, theme_signals, tokens

_SIGN = 16
_LOOPS = (Reach.NONE, Reach.SHOT, Reach.SCENE, Reach.FILM)


class LoopButton(QToolButton):
    """Says what loops; a press chooses the next, a marked range among them.

    Signals:
        chosen: the value of a `Reach`.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reach = Reach.NONE
        self._marked = False
        set_role(self, "quiet")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.clicked.connect(self.next)
        theme_signals().changed.connect(self._show)
        self._show()

    def next(self) -> None:
        """Choose the next."""
        loops = [Reach.RANGE, *_LOOPS] if self._marked else [*_LOOPS]
        self.take(loops[(loops.index(self.reach) + 1) % len(loops)].value)

    def take(self, value: str) -> None:
        """Choose what is played again and again."""
        self.reach = Reach(value)
        self._show()
        self.chosen.emit(value)

    def show_marks(self, *, marked: bool) -> None:
        """Whether a range is marked: it loops at once, and can be chosen."""
        self._marked = marked
        if marked:
            self.take(Reach.RANGE.value)
        elif self.reach is Reach.RANGE:
            self.take(Reach.NONE.value)

    def _show(self) -> None:
        words = {
            Reach.NONE: self.tr("Loop off"),
            Reach.SHOT: self.tr("Loop shot"),
            Reach.SCENE: self.tr("Loop scene"),
            Reach.FILM: self.tr("Loop film"),
            Reach.RANGE: self.tr("Loop range"),
        }[self.reach]
        colour = tokens().dim if self.reach is Reach.NONE else tokens().accent
        px = scaled(_SIGN)
        self.setIcon(icon("loop", colour, px=px))
        self.setIconSize(QSize(px, px))
        self.setText("" if self.reach is Reach.NONE else words)
        self.setAccessibleName(words)
        self.setToolTip(self.tr("{words}: press to change").format(words=words))
