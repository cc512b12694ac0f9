"""Where a folder or a project of Storyboarder is dropped, and what was found in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.app.scripts.sources import DrawnSource, FilmSource
from topa_studio.ui.look.theme import scaled, tokens
from topa_studio.ui.new_film.asked import STORYBOARDER, Found, amount
from topa_studio.ui.widgets.parts import text_label


class DropSide(QWidget):
    """Signals.

    open_wanted: something is to be chosen.
    """

    open_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.head = text_label("", "section")
        self.choose = QPushButton(self.tr("Open…"))
        self.words = text_label("", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.found = text_label("", "dim", wrap=True)
        self.found.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QHBoxLayout()
        head.addWidget(self.head)
        head.addStretch(1)
        head.addWidget(self.choose)
        field = _Field()
        inside = QVBoxLayout(field)
        inside.setContentsMargins(20, 20, 20, 20)
        inside.addStretch(1)
        inside.addWidget(self.words)
        inside.addWidget(self.found)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(field, 1)
        self.choose.clicked.connect(self.open_wanted)
        self.ask(STORYBOARDER)

    def ask(self, start: str) -> None:
        """Ask for a folder, or for a project of Storyboarder."""
        drawn = start == STORYBOARDER
        self.head.setText(self.tr("STORYBOARDER") if drawn else self.tr("THE FOLDER"))
        says = self.tr("Open a Storyboarder project") if drawn else self.tr("Open a folder")
        self.choose.setAccessibleName(says)
        self.words.setText(
            self.tr("Drop a .storyboarder file here")
            if drawn
            else self.tr("Drop a folder here: of pictures, of clips, or of the older pipeline")
        )
        self.found.setText("")

    def show_found(self, found: Found | None) -> None:
        """Say in words what is there, and what cannot be taken."""
        if found is None:
            self.found.setText("")
            return
        source = found.source
        if isinstance(source, FilmSource):
            self.words.setText(source.scenario.parent.name)
            self.found.setText(
                self.tr("A film is there. It opens as it is, with all that was made for it.")
            )
        elif isinstance(source, DrawnSource) and found.film is not None:
            self.words.setText(source.title)
            parts = [amount(len(found.film.scenes), found.film.count)]
            if source.missing:
                parts.append(self.tr("Without a picture: {count}").format(count=source.missing))
            if source.left:
                left = self.tr("Cannot be taken: {names}")
                parts.append(left.format(names=", ".join(source.left[:5])))
            self.found.setText("\n".join(parts))


class _Field(QFrame):
    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(tokens().faint, 1.5, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1, 1, -1, -1), scaled(8), scaled(8)
            )
