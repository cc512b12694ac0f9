"""A low card without a picture: its badge is seen whole, and faces only where there is room."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from topa_studio.model.scenario import Shot
from topa_studio.model.status import ShotStatus, Stage
from topa_studio.ui.film.card import Card, paint_card
from topa_studio.ui.film.look import Look
from topa_studio.ui.look.theme import DARK, apply_theme

WIDTHS = (84, 132, 176)


def painted(look: Look, wide: int, high: int, stage: Stage, faces: int) -> QImage:
    """A card whose picture is so large, with so many faces."""
    face = QPixmap(80, 45)
    face.fill(Qt.GlobalColor.red)
    image = QImage(wide, high + look.foot, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    shot, status = Shot("1__1", "1", "A pier"), ShotStatus("1__1", stage)
    paint_card(painter, image.rect(), Card("1.1", shot, status, faces=(face,) * faces), look)
    painter.end()
    return image


def changed_rows(one: QImage, other: QImage) -> list[int]:
    """The lines in which two pictures differ."""
    wide = one.width()
    lines = (QRect(0, y, wide, 1) for y in range(one.height()))
    return [line.y() for line in lines if one.copy(line) != other.copy(line)]


def test_faces_never_touch_the_badge_nor_leave_the_picture(qapp: QApplication) -> None:
    apply_theme(qapp, DARK)
    look = Look()
    badge = 6 + look.badge_metrics.height() + 5
    for stage in (Stage.NOT_MADE, Stage.IN_LINE, Stage.SENDING):
        for wide in WIDTHS:
            for high in range(24, 140, 4):
                bare = painted(look, wide, high, stage, 0)
                rows = changed_rows(bare, painted(look, wide, high, stage, 3))
                assert all(badge < row < high for row in rows), (stage, wide, high)
                assert len(rows) == 0 or len(rows) >= 14


def test_faces_are_large_in_the_middle_where_there_is_room(qapp: QApplication) -> None:
    apply_theme(qapp, DARK)
    look = Look()
    bare = painted(look, 176, 100, Stage.NOT_MADE, 0)
    rows = changed_rows(bare, painted(look, 176, 100, Stage.NOT_MADE, 3))
    assert len(rows) == look.face
    assert abs((rows[0] + rows[-1]) / 2 - 50) < 2
    low = changed_rows(
        painted(look, 176, 56, Stage.NOT_MADE, 0), painted(look, 176, 56, Stage.NOT_MADE, 3)
    )
    assert 14 <= len(low) < look.face
