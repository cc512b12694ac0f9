"""The switch between the views of the film: in words, or in signs where room is short."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.film.kinds import VIEWS
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, text_percent, theme_signals, tokens
from topa_studio.ui.widgets.parts import Switch

_SIGN = 15


class ViewSwitch(Switch):
    """Each side tells its key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", [(kind.name, kind.words) for kind in VIEWS.values()])
        self.setParent(parent)
        self.setAccessibleName(self.tr("View of the film"))
        self._signs = False
        self._widths: dict[tuple[bool, int], int] = {}
        for kind in VIEWS.values():
            button = self.button(kind.name)
            button.setAccessibleName(f"{self.accessibleName()}: {kind.words}")
            button.setToolTip(COMMANDS[kind.command].with_key(kind.words))
        self._show()
        theme_signals().changed.connect(self._show)

    def set_signs(self, *, signs: bool) -> None:
        """Show signs instead of words, or not."""
        if signs != self._signs:
            self._signs = signs
            self._show()

    def width_of(self, *, short: bool) -> int:
        """How wide it is with words, or short, with signs."""
        # Measured once for each size of text: to try it asks for a layout, and so to be asked anew.
        measured = (short, text_percent())
        if measured not in self._widths:
            before = self._signs
            self.set_signs(signs=short)
            self._widths[measured] = self.sizeHint().width()
            self.set_signs(signs=before)
        return self._widths[measured]

    def _show(self) -> None:
        style, px = Qt.ToolButtonStyle, scaled(_SIGN)
        for kind in VIEWS.values():
            button = self.button(kind.name)
            button.setIcon(icon(kind.sign, tokens().text, px))
            button.setIconSize(QSize(px, px))
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if self._signs else style.ToolButtonTextOnly
            )
