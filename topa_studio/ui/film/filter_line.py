"""The line under the pills while shots are hidden: what is shown, and the ways on from there."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from topa_studio.ui.film.tally import Filter
from topa_studio.ui.film.words import filter_words
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.parts import ElidedLabel, thin_rule
from topa_studio.ui.widgets.plain import plain_act
from topa_studio.ui.words import number


class FilterLine(QWidget):
    """Seen only while a filter or a search hides shots.

    Signals:
        all_chosen: all shots that are shown shall be chosen.
        all_wanted: all shots shall be shown again.
    """

    all_chosen = Signal()
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What is shown"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.showing = ElidedLabel("", "showing")
        self.showing.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hint = ElidedLabel(
            self.tr(
                "Numbers stay those of the whole film."
                " A dropped shot lands right after the shown one on its left."
            ),
            "dim",
        )
        self.choose, self.whole = QPushButton(), QPushButton(self.tr("Show all"))
        self.choose.clicked.connect(self.all_chosen)
        self.whole.clicked.connect(self.all_wanted)
        row = QHBoxLayout()
        row.setContentsMargins(14, 5, 14, 5)
        row.setSpacing(10)
        row.addWidget(self.showing)
        row.addWidget(self.hint, 1)
        for button in (self.choose, self.whole):
            set_role(button, "small")
            button.setAccessibleName(button.text())
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(thin_rule())
        self._row = row
        self.hide()

    def show_found(self, shown: int, total: int, searched: str, kinds: Collection[Filter]) -> None:
        """Say that so many of all shots are shown, and why."""
        words = self.tr("Showing {shown} of %n shots", "", total).format(shown=number(shown))
        if searched:
            words = self.tr("{showing} with “{words}”").format(showing=words, words=searched)
        if kinds:
            words = f"{words}: {filter_words(kinds)}"
        self.showing.setText(words)
        self.choose.setText(plain_act(self.tr("Choose all {count}").format(count=number(shown))))
        self.choose.setAccessibleName(self.choose.text())
        self.choose.setVisible(shown > 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short the hint goes first."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins, gaps = self._row.contentsMargins(), 3 * self._row.spacing()
        buttons = [button for button in (self.choose, self.whole) if not button.isHidden()]
        around = margins.left() + margins.right() + gaps
        around += sum(button.sizeHint().width() for button in buttons)
        showing, hint = self.showing.sizeHint().width(), self.hint.sizeHint().width()
        fits = around + showing + hint <= self.width()
        self.hint.setVisible(fits)
