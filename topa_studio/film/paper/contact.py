"""Contact sheets: every shot small, in order, as one PNG or several."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from topa_studio.film.export.landing import fill_part
from topa_studio.film.export.unread import Unread
from topa_studio.film.paper.choices import PaperShot
from topa_studio.film.paper.pictures import Pictures, as_file, frame_within, pictures_of
from topa_studio.film.paper.plan import A_SHEET
from topa_studio.film.paper.request import PaperRequest
from topa_studio.film.paper.table import plain
from topa_studio.paint.letters import font

Told = Callable[[int], None]

_WIDTH, _MARGIN, _GAP, _HEAD, _WORDS = 2400, 48, 24, 72, 64
_GROUND, _TEXT, _DIM = QColor("#ffffff"), QColor("#16181d"), QColor("#565e6c")
_SHAPE = 4 / 3
"""A sheet is about so much wider than high."""


def columns_for(count: int, ratio: float) -> int:
    """How many shots stand beside each other."""
    wanted = (count * _SHAPE / ratio) ** 0.5
    return max(3, min(10, count if count < 3 else ceil(wanted)))


def write_sheets(request: PaperRequest, told: Told) -> Unread:
    """Write the sheets; the shots whose picture could not be read. Raises OSError."""
    plan = request.plan
    on_each = [plan.shots[at : at + A_SHEET] for at in range(0, len(plan.shots), A_SHEET)]
    columns = columns_for(len(on_each[0]), plan.film.ratio)
    wide = (_WIDTH - 2 * _MARGIN - _GAP * (columns - 1)) / columns
    size = frame_within(plan.film.ratio, wide, wide / plan.film.ratio)
    done = 0
    with pictures_of(request, size) as pictures:
        for number, (target, shots) in enumerate(zip(request.targets, on_each, strict=True), 1):
            name = plan.title if len(on_each) == 1 else f"{plan.title}  {number} / {len(on_each)}"
            sheet = _Sheet(name, columns, size, len(shots))
            for place, shot in enumerate(shots):
                length = request.say("paper.seconds", value=shot.seconds)
                sheet.put(place, shot, length, pictures)
                done += 1
                told(done)
            fill_part(target, as_file(sheet.finished(), "PNG"))
        return pictures.unread


class _Sheet:
    """One sheet that is being drawn."""

    def __init__(self, title: str, columns: int, size: tuple[int, int], count: int) -> None:
        self._columns, self._size = columns, size
        rows = -(-count // columns)
        high = 2 * _MARGIN + _HEAD + rows * (size[1] + _WORDS) + (rows - 1) * _GAP
        self._image = QImage(_WIDTH, high, QImage.Format.Format_RGB32)
        self._image.fill(_GROUND)
        self._painter = QPainter(self._image)
        self._painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self._strong, self._small = font(22, QFont.Weight.DemiBold), font(20)
        head = font(32, QFont.Weight.DemiBold)
        self._line(head, _TEXT, plain(title), _MARGIN, _MARGIN + 30, _WIDTH - 2 * _MARGIN)

    def put(self, place: int, shot: PaperShot, length: str, pictures: Pictures) -> None:
        """Draw a shot."""
        wide, high = self._size
        row, column = divmod(place, self._columns)
        left = _MARGIN + column * (wide + _GAP)
        top = _MARGIN + _HEAD + row * (high + _WORDS + _GAP)
        self._painter.drawImage(QRectF(left, top, wide, high), pictures.of(shot.key))
        taken = QFontMetricsF(self._small).horizontalAdvance(length)
        words = f"{shot.number}  {plain(shot.title)}".rstrip()
        self._line(self._strong, _TEXT, words, left, top + high + 30, wide - taken - 12)
        self._line(self._small, _DIM, length, left + wide - taken, top + high + 30, taken + 2)

    def finished(self) -> QImage:
        """The whole sheet."""
        self._painter.end()
        return self._image

    def _line(
        self, face: QFont, colour: QColor, words: str, left: float, base: float, width: float
    ) -> None:
        words = " ".join(words.split())
        shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, width)
        self._painter.setFont(face)
        self._painter.setPen(colour)
        self._painter.drawText(QPointF(left, base), shown)
