"""One reference image of an element: picture, tools, its number and view, and what redraws it."""

from __future__ import annotations

import time
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QWidget

from topa_studio.model.element_picture import ElementPicture
from topa_studio.model.status import RUNNING, Stage
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.look.theme import mix, scaled, set_role, tokens
from topa_studio.ui.pictures.crop_frame import CropFrame
from topa_studio.ui.pictures.face import Face, Said
from topa_studio.ui.pictures.tile_foot import FOOT, TileFoot
from topa_studio.ui.pictures.tools_strip import ToolStrip
from topa_studio.ui.widgets.plain import plain_tip
from topa_studio.ui.words import stage_word, trouble_words

_TICK_MS = 250


class PictureTile(QWidget):
    """Keys of a picture mean this one while the keyboard is on it.

    Signals:
        asked: the name of a command of pictures. cropped: left, top, width, height as shares.
        mended: "Fix it for me" was pressed. was_wanted: the old picture, large.
        keyed: whether the keyboard is on it. carried, let_go: see `Grip`.
    """

    keyed = Signal(bool)
    asked = Signal(str)
    cropped = Signal(tuple)
    mended = Signal()
    was_wanted = Signal()
    carried = Signal(QPoint)
    let_go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picture = ElementPicture("", "")
        self._can: frozenset[str] = frozenset()
        self._place, self._beyond = 1, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.face = Face()
        self.face.setParent(self)
        self.tools = ToolStrip(self.face)
        self.trouble = QPushButton(self.face)
        self.crop: CropFrame | None = None
        self.foot = TileFoot(self)
        self.redraw, self.grip = self.foot.redraw, self.foot.grip
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        set_role(self.trouble, "on-picture")
        self.trouble.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.trouble.hide()

    def _connect(self) -> None:
        self.face.pressed.connect(self.setFocus)
        self.face.opened.connect(partial(self.asked.emit, "picture_big"))
        self.face.was_pressed.connect(self.was_wanted)
        self.face.pointed.connect(lambda _on: self._show_tools())
        self.tools.asked.connect(self._ask)
        self.redraw.clicked.connect(partial(self.asked.emit, "picture_redraw"))
        self.trouble.clicked.connect(self.mended)
        self.grip.carried.connect(self.carried)
        self.grip.let_go.connect(self.let_go)
        self.foot.keep.clicked.connect(self._keep_crop)
        self.foot.drop.clicked.connect(self.end_crop)
        self._clock.timeout.connect(self._say)

    # Showing.

    def show_picture(
        self,
        picture: ElementPicture,
        place: int,
        price: float | None,
        can: frozenset[str],
        *,
        beyond: bool = False,
    ) -> None:
        """Show it at this place from 1; `price` in credits of another one, `can` its commands.

        `beyond`: there are enough before it, so that it is not sent.
        """
        self._beyond = beyond
        if picture.path != self.picture.path:
            self.end_crop()
        self.picture, self._place, self._can = picture, place, can
        self.foot.show_picture(picture, place, price, can)
        self.tools.offer(can)
        self.tools.mark_frontal(on=place == 1)
        self._say()
        going = picture.stage in RUNNING
        if going != self._clock.isActive():
            (self._clock.start if going else self._clock.stop)()
        self._show_tools()

    def show_pixmaps(self, now: QPixmap | None, was: QPixmap | None) -> None:
        """The picture, and the old one where a new one waits to be kept."""
        has_was = self.picture.candidate is not None and bool(self.picture.path)
        self.face.show_pictures(now, was, has_was=has_was)

    def _say(self) -> None:
        picture = self.picture
        self.face.tell(
            Said(
                frontal=self._place == 1 and bool(picture.path),
                new=picture.candidate is not None,
                beyond=self._beyond,
                veil=veil_words(picture, time.time()),
                progress=picture.progress if picture.stage in RUNNING else None,
                bad=picture.failed is not None,
            )
        )
        self._show_trouble()
        self.setAccessibleName(self._spoken())

    def _show_trouble(self) -> None:
        picture = self.picture
        told = picture.trouble is not None and picture.stage not in RUNNING and self.crop is None
        self.trouble.setVisible(told)
        if picture.trouble is None:
            return
        words = trouble_words(picture.trouble)
        fix = self.tr("Fix it for me")
        can = picture.can_mend and "picture_crop" in self._can
        self.trouble.setText(fix if can else self.tr("Cannot be sent"))
        self.trouble.setEnabled(can)
        self.trouble.setToolTip(plain_tip(words))
        self.trouble.setAccessibleName(f"{words} {fix}" if can else words)
        self._place_over()

    def _spoken(self) -> str:
        picture = self.picture
        parts = [self.tr("Picture {number}").format(number=self._place), picture.words]
        if self.face.said.frontal:
            parts.append(self.tr("frontal"))
        if self._beyond:
            parts.append(self.tr("not sent: there are enough before it"))
        if picture.candidate is not None:
            parts.append(self.tr("new, not kept yet"))
        if self.face.said.veil:
            parts.append(self.face.said.veil)
        if picture.trouble is not None:
            parts.append(trouble_words(picture.trouble))
        return ", ".join(part for part in parts if part)

    # Cropping.

    def begin_crop(self, ratio: float) -> None:
        """Lay a frame over the picture; `ratio` is its width by its height."""
        pixmap = self.face.pixmap
        if self.crop is not None or pixmap is None or pixmap.isNull():
            return
        self.crop = CropFrame(self.face, pixmap, ratio)
        self.crop.show()
        self.foot.show_crop(on=True)
        self._show_tools()
        self._show_trouble()
        self.setFocus()

    def end_crop(self) -> None:
        """Leave the picture as it is."""
        if self.crop is not None:
            self.crop.hide()
            self.crop.deleteLater()
            self.crop = None
            self.foot.show_crop(on=False)
            self._show_trouble()

    def _keep_crop(self) -> None:
        if self.crop is not None:
            box, whole = self.crop.box, self.crop.is_whole
            self.end_crop()
            if not whole:
                self.cropped.emit(box)

    # Keys and hover.

    def _ask(self, name: str) -> None:
        self.setFocus()
        self.asked.emit(name)

    def _show_tools(self) -> None:
        over = self.face.underMouse() or self.hasFocus()
        shown = over and self.crop is None and self.tools.offers
        self.tools.setVisible(shown and bool(self._can) and self.picture.stage not in RUNNING)
        self._place_over()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The tools come."""
        super().focusInEvent(event)
        self.keyed.emit(True)
        self._show_tools()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The tools go."""
        super().focusOutEvent(event)
        self.keyed.emit(False)
        self._show_tools()

    def event(self, event: QEvent) -> bool:
        """Keys of a picture are no shortcuts of the film."""
        claims = event.type() is QEvent.Type.ShortcutOverride
        if claims and isinstance(event, QKeyEvent) and self._means(event):
            event.accept()
            return True
        return super().event(event)

    def _means(self, event: QKeyEvent) -> str:
        return named(Place.CROP if self.crop is not None else Place.PICTURE, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the key means for this picture."""
        name = self._means(event)
        if not name:
            super().keyPressEvent(event)
        elif self.crop is None:
            self.asked.emit(name)
        else:
            self._crop_key(name, self.crop)

    def _crop_key(self, name: str, crop: CropFrame) -> None:
        match name:
            case "crop_keep":
                self._keep_crop()
            case "crop_leave":
                self.end_crop()
                self._show_tools()
            case "crop_larger" | "crop_smaller":
                crop.grow(1 if name == "crop_larger" else -1)
            case _:
                right = {"crop_left": -1, "crop_right": 1}.get(name, 0)
                crop.push(right, {"crop_up": -1, "crop_down": 1}.get(name, 0))

    # Room.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture over its foot."""
        super().resizeEvent(event)
        foot = scaled(FOOT)
        self.face.setGeometry(1, 1, self.width() - 2, self.height() - foot - 1)
        self.foot.setGeometry(1, self.height() - foot, self.width() - 2, foot - 1)
        if self.crop is not None:
            self.crop.setGeometry(self.face.rect())
        self._place_over()

    def _place_over(self) -> None:
        face, size = self.face, self.tools.sizeHint()
        self.tools.resize(size)
        self.tools.move((face.width() - size.width()) // 2, (face.height() - size.height()) // 2)
        wide = min(face.width() - 12, self.trouble.sizeHint().width())
        high = self.trouble.sizeHint().height()
        self.trouble.setGeometry(6, face.height() - high - 6, wide, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with a line around it; blue where the keyboard is."""
        now = tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(now.panel)
            edge = mix(now.line, now.text, 0.35) if self.underMouse() else now.line
            painter.setPen(QPen(now.run if self.hasFocus() else edge, 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


def veil_words(picture: ElementPicture, now: float) -> str:
    """What is said over a picture that is drawn, failed or not there; "" where it is seen."""
    if picture.stage in RUNNING:
        words = stage_word(picture.stage)
        words = f"{words[:1].upper()}{words[1:]}"
        if picture.stage is Stage.IN_LINE or not picture.since:
            return words
        elapsed = max(0, int(now - picture.since))
        return f"{words} · {elapsed // 60}:{elapsed % 60:02d}"
    if picture.failed is not None:
        return trouble_words(picture.failed)
    return ""
