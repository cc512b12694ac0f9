"""The pill of what the film is narrowed to, "With @Topa 19": a press lifts it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role, theme_signals
from topa_studio.ui.widgets.plain import plain_act

_SIGN = 9


class OnlyPill(QPushButton):
    """Seen only while the film is narrowed to what `words` say; its cross stands behind them."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.setCheckable(True)
        self.setAccessibleName(self.tr("Show all shots again"))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        set_role(self, "pill")
        self.clicked.connect(lambda: self.setChecked(True))
        self._colour()
        theme_signals().changed.connect(self._colour)
        self.hide()

    def show_words(self, words: str, count: int) -> None:
        """Say what the film is narrowed to, and how many shots that are; "": it is whole."""
        self.words = words
        self.setText(plain_act(f"{words}  {count} "))
        self.setChecked(True)
        self.setToolTip(self.tr("Show all shots again"))
        said = self.tr("Shown: {words}, %n shots. Show all again.", "", count)
        self.setAccessibleName(said.format(words=words))
        self.setVisible(bool(words))

    def _colour(self) -> None:
        px = scaled(_SIGN)
        self.setIcon(icon("close", px=px))
        self.setIconSize(QSize(px, px))
