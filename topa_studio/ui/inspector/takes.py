"""The strip of a shot's takes: a click plays and chooses one; nothing is ever replaced."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from topa_studio.model.take import Take
from topa_studio.provider.service import service
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.icons import icon, icon_pixmap
from topa_studio.ui.parts import PictureBox, text_label
from topa_studio.ui.plain import plain_tip
from topa_studio.ui.theme import scaled, set_role, tokens
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.words import credits_word, sentence

_PICTURE = QSize(100, 56)


class TakeCard(QFrame):
    """One take.

    Signals:
        chosen: the take's number.
    """

    chosen = Signal(int)

    def __init__(self, take: Take, is_chosen: bool) -> None:
        super().__init__()
        self.take = take
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_role(self, "card-chosen" if is_chosen else "card")
        self.picture = PictureBox(_PICTURE, "film")
        mark = " ⚠" if take.flags else ""
        words = text_label(f"T{take.number}{mark}", "dim")
        dot = QLabel()
        dot.setPixmap(icon_pixmap("dot", scaled(8), tokens().accent, 2.0))
        dot.setVisible(is_chosen)
        named = QHBoxLayout()
        named.setContentsMargins(4, 0, 0, 0)
        named.setSpacing(4)
        named.addWidget(dot)
        named.addWidget(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 4)
        column.setSpacing(4)
        column.addWidget(self.picture)
        column.addLayout(named)
        self._name(is_chosen)

    def _name(self, is_chosen: bool) -> None:
        parts = [self.tr("Take {number}").format(number=self.take.number)]
        if is_chosen:
            parts.append(self.tr("chosen"))
        if self.take.credits is not None:
            parts.append(credits_word(self.take.credits, service(self.take.provider).currency))
        parts += [sentence(flag) for flag in self.take.flags]
        self.setAccessibleName(", ".join(parts))
        self.setToolTip(plain_tip("\n".join(parts)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the take."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self.take.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the take."""
        if named(Place.TAKE, event):
            self.chosen.emit(self.take.number)
            return
        super().keyPressEvent(event)


class TakeStrip(QWidget):
    """All takes of one shot, side by side.

    Signals:
        chosen: the number of the take the user wants.
    """

    chosen = Signal(int)

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._cards: list[TakeCard] = []
        self._shown: tuple[tuple[Take, ...], int | None] = ((), None)
        self._caption = text_label(self.tr("TAKES"), "section")
        self.compare = QPushButton(self.tr("Compare"))
        self.compare.setIcon(icon("compare", px=scaled(16)))
        self._empty = text_label(
            self.tr("No takes yet. A take is one generated clip of this shot."), "dim", wrap=True
        )
        body = QWidget()
        self._row = QHBoxLayout(body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFixedHeight(_PICTURE.height() + scaled(32) + 12)
        self._area.setWidget(body)
        self._area.setAccessibleName(self.tr("Takes"))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._caption)
        column.addWidget(self._empty)
        column.addWidget(self._area)
        column.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        thumbnails.ready.connect(self._picture_ready)
        self.show_takes((), None)

    def cards(self) -> tuple[TakeCard, ...]:
        """The cards in the order of their numbers."""
        return tuple(self._cards)

    def show_takes(self, takes: tuple[Take, ...], chosen: int | None) -> None:
        """Show these takes and mark the chosen one."""
        self._empty.setVisible(not takes)
        self._area.setVisible(bool(takes))
        self.compare.setVisible(bool(takes))
        self.compare.setEnabled(len(takes) > 1)
        why = self.tr("One take only: there is nothing to compare it with")
        self.compare.setToolTip(why if len(takes) == 1 else "")
        if (takes, chosen) == self._shown:
            return
        self._shown = (takes, chosen)
        for old in self._cards:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = [TakeCard(take, take.number == chosen) for take in takes]
        for place, card in enumerate(self._cards):
            card.chosen.connect(self.chosen)
            self._row.insertWidget(place, card, 0, Qt.AlignmentFlag.AlignTop)
            self._show_picture(card)

    def _show_picture(self, card: TakeCard) -> None:
        take = card.take
        card.picture.set_pixmap(self._thumbnails.pixmap(take.path, take.start, _PICTURE))

    def _picture_ready(self, path: str) -> None:
        for card in self._cards:
            if card.take.path == path:
                self._show_picture(card)
