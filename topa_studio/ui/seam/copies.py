"""How often a picture was taken over since the last that is a shot's own, and what that means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.film.seams import SOFT, TOO_SOFT
from topa_studio.ui.film.copies import copies_word
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.seam.words import link_word, verdict
from topa_studio.ui.widgets.parts import PictureBox, text_label

translate = QCoreApplication.translate
_PICTURE = QSize(128, 72)
_MOST = 3
_BARS = 4


@dataclass(frozen=True, slots=True)
class Link:
    """One shot in the chain.

    Attributes:
        number: its place. before: the number of the shot whose end it starts from; "" for none.
        copies: taken-over pictures in a row.
        early: whether it starts from another frame than the last one of that shot.
    """

    key: str
    number: str
    before: str
    copies: int
    early: bool = False


class Bars(QWidget):
    """How sharp a picture is, in four bars."""

    def __init__(self, copies: int) -> None:
        super().__init__()
        self._left = max(1, _BARS - copies)
        self._soft = copies >= SOFT
        self.setFixedSize(scaled(92), 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Green, or yellow where it is soft."""
        colours = tokens()
        with QPainter(self) as painter:
            wide = self.width() / _BARS
            for at in range(_BARS):
                lit = colours.warn if self._soft else colours.ok
                ink = lit if at < self._left else colours.line
                painter.fillRect(round(at * wide), 1, round(wide) - 4, 4, ink)


class Copies(QFrame):
    """The chain, and beside it a verdict; it never forbids anything.

    Signals:
        panel_wanted: the shot behind the seam shall start from its own panel.
    """

    panel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "well")
        self._boxes: dict[str, list[PictureBox]] = {}
        self.links: tuple[Link, ...] = ()
        head = QHBoxLayout()
        head.addWidget(text_label(translate("Seam", "COPIES IN A ROW"), "section"))
        self._hint = text_label(
            translate(
                "Seam",
                "A frame taken over is a copy of a copy. Each one softens the picture a little.",
            ),
            "dim",
        )
        head.addWidget(self._hint)
        head.addStretch(1)
        self._hint.setMinimumWidth(1)
        self._row = QHBoxLayout()
        self._row.setSpacing(10)
        self.verdict = QFrame()
        self.head, self.sentence = text_label("", "strong", wrap=True), text_label("", wrap=True)
        inner = QVBoxLayout(self.verdict)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.addWidget(self.head)
        inner.addWidget(self.sentence)
        self.own = QPushButton(translate("Seam", "Own panel"))
        self.own.clicked.connect(self.panel_wanted)
        inner.addWidget(self.own, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(self._row)

    def show_chain(self, links: Sequence[Link], *, editable: bool, chained: bool = True) -> None:
        """The last few of a chain, and what the last of them would be.

        `chained`: it starts from that frame as the film is; else it has its own panel already.
        """
        links = tuple(links)
        self.own.setVisible(chained and links[-1].copies >= TOO_SOFT)
        self.own.setEnabled(editable)
        if links == self.links:
            return
        self.links = links
        self.verdict.setParent(None)
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes.clear()
        for at, link in enumerate(links[-_MOST:]):
            if at:
                end, frame = translate("Seam", "end →"), translate("Seam", "frame →")
                self._row.addWidget(text_label(frame if link.early else end, "dim"))
            self._row.addWidget(self._link(link))
        copies = links[-1].copies
        head, sentence = verdict(copies)
        self.head.setText(head)
        self.sentence.setText(sentence)
        set_role(self.verdict, "bar-warning" if copies >= SOFT else "box")
        set_role(self.head, "warn" if copies >= SOFT else "ok")
        self._row.addWidget(self.verdict, 1)
        self.verdict.show()
        self.setAccessibleName(f"{head}. {sentence}")

    def _link(self, link: Link) -> QWidget:
        made = QWidget()
        box = PictureBox(_PICTURE, "film")
        self._boxes.setdefault(link.key, []).append(box)
        words = link_word(link.number, link.before, early=link.early)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(box)
        for label in (text_label(words, "strong"), text_label(copies_word(link.copies), "dim")):
            column.addWidget(label)
        column.addWidget(Bars(link.copies))
        return made

    def show_picture(self, key: str, pixmap: QPixmap | None) -> None:
        """The picture of a shot in the chain."""
        for box in self._boxes.get(key, ()):
            box.set_pixmap(pixmap)
