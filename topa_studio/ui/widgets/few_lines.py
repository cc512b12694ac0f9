"""Words in a few lines at most: what is longer scrolls, and never crowds out its neighbours."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy

from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.widgets.plain import plain_tip


class FewLines(QScrollArea):
    """Wrapped plain text, as high as it needs to be up to a number of lines; arrow keys scroll."""

    def __init__(self, says: str, lines: int = 3) -> None:
        super().__init__()
        self._lines = lines
        self._label = text_label(wrap=True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(says)
        self.verticalScrollBar().setAccessibleName(says)
        self.setWidget(self._label)
        self._fit()

    def set_text(self, text: str) -> None:
        """Show `text` from its start."""
        self._label.setText(text)
        self.setAccessibleDescription(text)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def limit(self, lines: int) -> None:
        """Be `lines` high at most."""
        if lines != self._lines:
            self._lines = lines
            self._fit()

    @property
    def is_whole(self) -> bool:
        """Whether all words are seen at once."""
        return self._needed() <= self._most()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the neighbours leave it."""
        return QSize(0, self.height())

    def sizeHint(self) -> QSize:
        """As wide as one line of all the words."""
        return QSize(self._label.sizeHint().width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes other lines."""
        super().resizeEvent(event)
        self._fit()

    def _needed(self) -> int:
        return max(self._label.heightForWidth(self.width()), self._label.fontMetrics().height())

    def _most(self) -> int:
        return self._lines * self._label.fontMetrics().lineSpacing()

    def _fit(self) -> None:
        whole = self.is_whole
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(off if whole else needed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if whole else Qt.FocusPolicy.StrongFocus)
        self.setToolTip("" if whole else plain_tip(self._label.text()))
        self.setFixedHeight(min(self._needed(), self._most()))
