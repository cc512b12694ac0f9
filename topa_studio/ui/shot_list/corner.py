"""What the tool row has of the shot list: its columns, it as a file, and that nothing is sorted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from topa_studio.film.paper.plan import TABLES
from topa_studio.ui.look.icons import icon_before
from topa_studio.ui.look.theme import scaled, theme_signals
from topa_studio.ui.shot_list.chooser import Chooser
from topa_studio.ui.shot_list.head import Head
from topa_studio.ui.shot_list.laid import Laid
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.widgets.plain import plain_tip

_GAP, _APART = 8, 4


class Corner(QWidget):
    """For one view; where room is short, that nothing is sorted is not said.

    Attributes:
        files: the buttons that write the list, by how the names of their files end.
    Signals:
        file_wanted: the ending of the file that the list shall be written to.
    """

    file_wanted = Signal(str)

    def __init__(self, view: Laid, head: Head, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view, self._head = view, head
        self.order = text_label(self.tr("Always in the film's order"), "small")
        self.button = QPushButton(self.tr("Columns"))
        self.button.setAccessibleDescription(self.tr("Which columns the shot list shows"))
        self.button.clicked.connect(lambda: self.open())
        self._chooser: Chooser | None = None
        self.files = {ending: self._file_button(ending) for ending in reversed(TABLES)}
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addStretch(1)
        row.addWidget(self.order, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(_GAP // 2)
        for button in self._buttons:
            row.addWidget(button)
        head.choosing_wanted.connect(lambda: self.open())
        theme_signals().changed.connect(self._take_theme)
        self._take_theme()

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return (*self.files.values(), self.button)

    def _file_button(self, ending: str) -> QPushButton:
        name = ending.removeprefix(".").upper()
        made = QPushButton(name)
        says = self.tr("Save the list as it is shown here as {kind}").format(kind=name)
        made.setAccessibleName(says)
        made.setToolTip(plain_tip(says))
        made.clicked.connect(lambda: self.file_wanted.emit(ending))
        return made

    def sizeHint(self) -> QSize:
        """Room for the buttons."""
        wide = sum(button.sizeHint().width() for button in self._buttons)
        high = max(button.sizeHint().height() for button in self._buttons)
        return QSize(wide + _GAP * len(self._buttons), high)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is said beside the buttons has room, or it is not there."""
        super().resizeEvent(event)
        needed = self.sizeHint().width() + self.order.sizeHint().width() + 2 * _GAP
        self.order.setVisible(needed <= self.width())

    def _take_theme(self) -> None:
        px, after = scaled(14), scaled(_APART)
        self.button.setIcon(icon_before("columns", px, after))
        self.button.setIconSize(QSize(px + after, px))

    @property
    def chooser(self) -> Chooser:
        """The list of columns, made when it is first wanted."""
        if self._chooser is None:
            self._chooser = Chooser(self)
            self._chooser.chosen.connect(self._view.show_columns)
        return self._chooser

    def open(self, under: QWidget | None = None) -> None:
        """Open the list of columns under its button, or under what stands for that."""
        place = under or self._place
        self.chooser.open_under(place, self._view.columns, self._view.first_columns)

    @property
    def _place(self) -> QWidget:
        """What is seen: the words over the columns, where the button has no room."""
        return self.button if self.button.isVisible() else self._head

    def acts(self, under: QWidget) -> Sequence[tuple[str, Callable[[], object]]]:
        """The same by words, for a menu."""
        files = (
            (button.accessibleName(), partial(self.file_wanted.emit, ending))
            for ending, button in self.files.items()
        )
        words = QCoreApplication.translate("Head", "Choose columns…")
        return ((words, partial(self.open, under)), *files)
