"""The row over the shots of a scene: a sign to fold it, its title, how much it has, its price."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.film.marked import paint_marks
from topa_studio.ui.film.search import Span
from topa_studio.ui.film.words import count_word
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import mix, scaled
from topa_studio.ui.shot_list.columns import PAD
from topa_studio.ui.shot_list.ground import Ground
from topa_studio.ui.shot_list.look import ListLook
from topa_studio.ui.words import seconds_word

_SIGN, _GAP = 14, 9
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SceneRow:
    """What it says, and how it stands."""

    number: str
    title: str
    facts: str
    price: str
    folded: bool = False
    chosen: bool = False
    focused: bool = False
    marks: tuple[Span, ...] = ()


def scene_row_of(view: Ground, scene: int) -> SceneRow:
    """The row of a scene that is shown."""
    owner = view.shots.scenes[scene]
    chosen = view.chosen_scene == owner.id
    facts: tuple[str, ...] = (count_word("shots", len(owner.shots)), seconds_word(owner.seconds))
    if not owner.shots and view.editable:
        act = translate("TimelinePane", "No shots yet: press {key}")
        facts = (act.format(key=COMMANDS["new_shot"].key),)
    return SceneRow(
        number=str(view.shots.scene_number(scene)),
        title=owner.title or ("" if owner.id.isdecimal() else owner.id),
        facts=" · ".join(facts),
        price=view.values.scene_price(owner.id),
        marks=view.table.marks(owner.title),
        folded=view.is_folded(owner.id),
        chosen=chosen,
        focused=chosen and view.has_keys(),
    )


def sign_rect(line: QRect) -> QRect:
    """Where the sign that folds it is."""
    size = scaled(_SIGN)
    return QRect(line.x() + PAD - 2, line.center().y() - size // 2 + 1, size, size)


def title_rect(line: QRect, row: SceneRow, look: ListLook) -> QRect:
    """Where the title stands."""
    left = _title_left(line, row, look)
    wide = look.heading_metrics.horizontalAdvance(row.title or "Mmmm Mmmm") + 16
    return QRect(left - 5, line.y() + 2, min(wide, line.right() - left), line.height() - 4)


def _title_left(line: QRect, row: SceneRow, look: ListLook) -> int:
    number = sign_rect(line).right() + _GAP
    return number + look.heading_metrics.horizontalAdvance(row.number) + _GAP


def paint_scene_row(painter: QPainter, line: QRect, row: SceneRow, look: ListLook) -> None:
    """Paint it over the whole width."""
    colours = look.colours
    ground = mix(colours.panel, colours.text, 0.05) if row.chosen else colours.panel
    painter.fillRect(line, ground)
    painter.setPen(QPen(colours.line, 1))
    painter.drawLine(line.left(), line.bottom(), line.right(), line.bottom())
    sign = sign_rect(line)
    name = "chevron-right" if row.folded else "chevron-down"
    painter.drawPixmap(sign.topLeft(), icon_pixmap(name, sign.width(), colours.dim, look.ratio))
    base = line.center().y() + 1 - look.heading_metrics.height() / 2 + look.heading_metrics.ascent()
    painter.setFont(look.heading)
    painter.setPen(colours.dim)
    painter.drawText(QPointF(sign.right() + _GAP, base), row.number)
    left = _title_left(line, row, look)
    end = line.right() - PAD
    if row.price:
        wide = look.meta_metrics.horizontalAdvance(row.price)
        painter.setFont(look.meta)
        painter.drawText(QPointF(line.right() + 1 - PAD - wide, base), row.price)
        end -= wide + _GAP
    facts = look.meta_metrics.horizontalAdvance(row.facts)
    title = look.heading_metrics.elidedText(
        row.title, Qt.TextElideMode.ElideRight, max(0, end - left - facts - _GAP)
    )
    painter.setFont(look.heading)
    paint_marks(painter, QPointF(left, base), title, row.marks, look)
    painter.setPen(colours.text)
    painter.drawText(QPointF(left, base), title)
    left += look.heading_metrics.horizontalAdvance(title) + (_GAP if title else 0)
    if left + facts <= end:
        painter.setFont(look.meta)
        painter.setPen(colours.dim)
        painter.drawText(QPointF(left, base), row.facts)
    if row.chosen:
        painter.fillRect(QRect(line.x(), line.y(), 3, line.height() - 1), colours.accent)
    if row.focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.run, 2))
        painter.drawRoundedRect(QRectF(line).adjusted(4, 3, -3, -4), 4, 4)
