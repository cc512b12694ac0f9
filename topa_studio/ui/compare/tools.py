"""How many takes are compared, and how they are shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from topa_studio.ui.compare.choosing import FOUR, TWO
from topa_studio.ui.widgets.parts import Switch

translate = QCoreApplication.translate
_SIDE, _WIPE = "side", "wipe"


class CompareTools(QObject):
    """Two switches in the head of the page; a wipe is of two only.

    Signals:
        recounted: another number is wanted. shown: they are shown another way.
    """

    recounted = Signal()
    shown = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.count = Switch(
            translate("Compare", "How many takes"),
            [(str(TWO), translate("Compare", "Two")), (str(FOUR), translate("Compare", "Four"))],
        )
        self.way = Switch(
            translate("Compare", "How they are shown"),
            [
                (_SIDE, translate("Compare", "Side by side")),
                (_WIPE, translate("Compare", "Wipe")),
            ],
        )
        self.count.set_value(str(TWO))
        self.way.set_value(_SIDE)
        self.count.chosen.connect(self._recount)
        self.way.chosen.connect(self._show)

    @property
    def wanted(self) -> int:
        """How many takes at most."""
        return int(self.count.value or TWO)

    @property
    def wiping(self) -> bool:
        """Whether two are shown in one place."""
        return self.way.value == _WIPE

    def offer(self, takes: int) -> None:
        """What can be chosen with so many takes there."""
        four = self.count.button(str(FOUR))
        four.setEnabled(takes > TWO)
        words = translate("Compare", "There are only two takes")
        four.setToolTip("" if four.isEnabled() else words)

    def toggle_count(self) -> None:
        """Four instead of two, or back."""
        _toggle(self.count, str(FOUR), str(TWO))

    def toggle_way(self) -> None:
        """A wipe, or side by side."""
        _toggle(self.way, _WIPE, _SIDE)

    def _recount(self) -> None:
        if self.wanted > TWO:
            self.way.set_value(_SIDE)
        self.recounted.emit()

    def _show(self) -> None:
        if self.wiping and self.wanted > TWO:
            self.count.set_value(str(TWO))
            self.recounted.emit()
        self.shown.emit()


def _toggle(switch: Switch, one: str, other: str) -> None:
    wanted = switch.button(other if switch.value == one else one)
    if wanted.isEnabled():
        wanted.click()
