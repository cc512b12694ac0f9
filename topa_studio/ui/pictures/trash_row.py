"""Pictures of an element in the trash: how many, and each with a way back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.model.element_picture import TrashedPicture
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.parts import PictureBox, text_label

_SIZE, _MOST = QSize(72, 72), 12


class TrashRow(QWidget):
    """Folded at first.

    Signals:
        wanted: the path of a picture that shall come back.
    """

    wanted = Signal(str)

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._shown: tuple[TrashedPicture, ...] = ()
        self._boxes: dict[str, PictureBox] = {}
        self._open = False
        self._count = text_label("", "dim")
        self.show_button = QPushButton(self.tr("Show"))
        set_role(self.show_button, "link")
        self.show_button.clicked.connect(self._toggle)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._count)
        line.addWidget(self.show_button)
        line.addStretch(1)
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(line)
        whole.addLayout(self._row)
        thumbnails.ready.connect(self._came)
        self.hide()

    @property
    def buttons(self) -> list[QPushButton]:
        """Those that bring a picture back."""
        return [b for b in self.findChildren(QPushButton) if b is not self.show_button]

    def show_trash(self, pictures: Sequence[TrashedPicture], *, editable: bool) -> None:
        """What lies there; with none, nothing is seen."""
        shown = tuple(pictures) if editable else ()
        self.setVisible(bool(shown))
        if shown != self._shown:
            self._shown = shown
            self._say()

    def _toggle(self) -> None:
        self._open = not self._open
        self._say()

    def _say(self) -> None:
        count = len(self._shown)
        self._count.setText(self.tr("%n pictures in the trash", "", count))
        self.show_button.setText(self.tr("Hide") if self._open else self.tr("Show"))
        self.show_button.setAccessibleName(f"{self._count.text()}: {self.show_button.text()}")
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._boxes.clear()
        if self._open:
            for picture in self._shown[:_MOST]:
                self._row.addWidget(self._one(picture))
            self._row.addStretch(1)

    def _one(self, picture: TrashedPicture) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        box = self._boxes[picture.path] = PictureBox(_SIZE * (scaled(100) / 100))
        self._came(picture.path)
        back = QPushButton(self.tr("Put back"))
        set_role(back, "link")
        back.setAccessibleName(self.tr("Put {file} back").format(file=picture.file))
        back.clicked.connect(partial(self.wanted.emit, picture.path))
        column.addWidget(box)
        column.addWidget(back)
        return made

    def _came(self, path: str) -> None:
        box = self._boxes.get(path)
        if box is not None:
            box.set_pixmap(self._thumbnails.pixmap(path, 0, box.size()))
