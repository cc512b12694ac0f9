"""Small pieces that every pane is built of; each has its role in the sheet and a spoken name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from topa_studio.ui.look.calm import set_name, set_words
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.widgets.plain import plain_tip


def text_label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label of plain text in a role of the sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        set_role(made, role)
    return made


def icon_button(name: str, says: str, *, role: str = "", px: int = 16) -> QToolButton:
    """A button with an icon; `says` is its spoken name and its tooltip."""
    made = QToolButton()
    made.setIcon(icon(name, px=scaled(px)))
    made.setIconSize(QSize(scaled(px), scaled(px)))
    made.setAccessibleName(says)
    made.setToolTip(plain_tip(says))
    if role:
        set_role(made, role)
    return made


def thin_rule() -> QFrame:
    """A line one pixel high."""
    made = QFrame()
    made.setFixedHeight(1)
    set_role(made, "rule")
    return made


class ScrollColumn(QScrollArea):
    """A column that scrolls; its margins stay even when the scroll bar comes."""

    def __init__(self, body: QWidget, says: str, margin: int = 14) -> None:
        super().__init__()
        self._body = body
        self._margin = margin
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(says)
        self.setWidget(body)
        self.verticalScrollBar().rangeChanged.connect(self._even)
        self.verticalScrollBar().setAccessibleName(says)
        body.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in it asks for another width: pass it on."""
        if watched is self._body and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """As wide as what is in it; as high as a few lines."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._body.minimumSizeHint().width() + bar, scaled(80))

    def settle(self) -> None:
        """What has just been shown or hidden in it has its place, and the column its length."""
        layout = self._body.layout()
        if layout is not None:
            layout.activate()
            QCoreApplication.sendEvent(self._body, QEvent(QEvent.Type.LayoutRequest))

    def _even(self, _low: int, high: int) -> None:
        layout = self._body.layout()
        if layout is None:
            return
        margins = layout.contentsMargins()
        bar = self.verticalScrollBar().sizeHint().width() if high else 0
        margins.setRight(max(0, self._margin - bar))
        layout.setContentsMargins(margins)


def bring_into_sight(inside: QWidget) -> None:
    """Scroll the column that a widget stands in, if it does, to where all of it is seen."""
    parent = inside.parentWidget()
    while parent is not None and not isinstance(parent, ScrollColumn):
        parent = parent.parentWidget()
    if isinstance(parent, ScrollColumn):
        parent.settle()
        parent.ensureWidgetVisible(inside, 0, scaled(12))


class Around(QWidget):
    """Room around a widget, which is there only as long as the widget is shown in it."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 2)
        column.addWidget(held)
        self.setVisible(not held.isHidden())
        held.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It is shown or hidden, or has gone elsewhere."""
        match event.type():
            case QEvent.Type.ShowToParent:
                self.show()
            case QEvent.Type.HideToParent:
                self.hide()
            case QEvent.Type.ParentChange if isinstance(watched, QWidget):
                if watched.parentWidget() is not self:
                    watched.removeEventFilter(self)
                    self.deleteLater()
        return super().eventFilter(watched, event)


class ElidedLabel(QLabel):
    """One line of text that ends in an ellipsis where room ends; the tooltip has it whole."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if role:
            set_role(self, role)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text`."""
        if text != self.text() or text != self.accessibleName():
            super().setText(text)
            set_name(self, text)

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """No width is too small."""
        return QSize(0, self.fontMetrics().height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        with QPainter(self) as painter:
            shown = self.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, self.width()
            )
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(
                self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown
            )
            self.setToolTip(plain_tip(self.text()) if shown != self.text() else "")


class FittingButton(QPushButton):
    """A button with a longer and a shorter way to say what it does: it says the one that fits."""

    def __init__(self) -> None:
        super().__init__()
        self._ways: tuple[str, ...] = ("",)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_ways(self, *ways: str) -> None:
        """The words, the longest first."""
        self._ways = ways
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for the shortest words."""
        return QSize(self._wide(self._ways[-1]), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room, other words."""
        super().resizeEvent(event)
        self._fit()

    def _wide(self, words: str) -> int:
        metrics = self.fontMetrics()
        around = super().sizeHint().width() - metrics.horizontalAdvance(self.text())
        return metrics.horizontalAdvance(words) + around

    def _fit(self) -> None:
        fitting = (words for words in self._ways if self._wide(words) <= self.width())
        set_words(self, next(fitting, self._ways[-1]))


class Switch(QFrame):
    """A few choices side by side, one of them on; arrow keys go from one to the next.

    Signals:
        chosen: the value the user chose, another than the one that was on.
    """

    chosen = Signal(str)

    def __init__(self, says: str, choices: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        set_role(self, "switch")
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._says = says
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QToolButton] = {}
        self._on: str | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(2)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (value, words) instead of what was offered."""
        if [(v, b.text()) for v, b in self._buttons.items()] == list(choices):
            return
        for old in self._buttons.values():
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.deleteLater()
        self._buttons = {value: self._button(value, words) for value, words in choices}
        self._keep_tab_stop()

    def _keep_tab_stop(self) -> None:
        """Tab comes to what is on, and to the first where nothing is; arrows go on from there."""
        stop = self.value or next(iter(self._buttons), None)
        for value, button in self._buttons.items():
            takes, tab = button.focusPolicy(), Qt.FocusPolicy.TabFocus
            button.setFocusPolicy(takes | tab if value == stop else takes & ~tab)

    def _button(self, value: str, words: str) -> QToolButton:
        made = QToolButton()
        made.setText(words)
        made.setCheckable(True)
        made.setAccessibleName(f"{self._says}: {words}" if self._says else words)
        set_role(made, "segment")
        made.clicked.connect(lambda: self._choose(value))
        self._group.addButton(made)
        self._row.addWidget(made)
        return made

    def _choose(self, value: str) -> None:
        self._keep_tab_stop()
        if value != self._on:
            self._on = value
            self.chosen.emit(value)

    @property
    def value(self) -> str | None:
        """The value that is on."""
        return next((v for v, button in self._buttons.items() if button.isChecked()), None)

    def set_value(self, value: str | None) -> None:
        """Turn one on without telling; a value that is not offered turns all off."""
        self._on = value
        self._group.setExclusive(False)
        for known, button in self._buttons.items():
            button.setChecked(known == value)
        self._group.setExclusive(True)
        self._keep_tab_stop()

    def button(self, value: str) -> QToolButton:
        """The button of a value. Raises KeyError."""
        return self._buttons[value]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        values = list(self._buttons)
        if step is None or self.value is None or not values:
            super().keyPressEvent(event)
            return
        at = max(0, min(len(values) - 1, values.index(self.value) + step))
        self._buttons[values[at]].setFocus()
        self._buttons[values[at]].click()


class PictureBox(QWidget):
    """A picture that fills its box, with round corners; without one, a quiet sign."""

    def __init__(self, size: QSize, sign: str = "picture", radius: int = 5) -> None:
        super().__init__()
        self._pixmap: QPixmap | None = None
        self._sign = sign
        self._radius = radius
        self.tint: QColor | None = None
        self.setFixedSize(size)

    @property
    def has_picture(self) -> bool:
        """Whether a picture is shown."""
        return self._pixmap is not None

    def set_pixmap(self, pixmap: QPixmap | None) -> None:
        """Show `pixmap`, or the sign where it is None or empty."""
        self._pixmap = pixmap if pixmap is not None and not pixmap.isNull() else None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture cropped to the box, or the sign on the tint."""
        with QPainter(self) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(self.rect()), self._radius, self._radius)
            painter.setClipPath(shape)
            if self._pixmap is not None:
                painter.drawPixmap(
                    QRectF(self.rect()), self._pixmap, covering(self._pixmap, self.size())
                )
                return
            ground = QColor(self.tint or tokens().line)
            if self.tint is not None:
                ground.setAlpha(46)
            painter.fillRect(self.rect(), ground)
            px = min(scaled(20), self.height() - 8)
            sign = icon(self._sign, self.tint or tokens().faint, px).pixmap(px, px)
            painter.drawPixmap(QPointF((self.width() - px) / 2, (self.height() - px) / 2), sign)


def covering(pixmap: QPixmap, box: QSize) -> QRectF:
    """The middle part of `pixmap` that has the proportions of `box`, in its own pixels."""
    width, height = pixmap.width(), pixmap.height()
    wanted = box.width() / max(1, box.height())
    if width / max(1, height) > wanted:
        part = height * wanted
        return QRectF((width - part) / 2, 0, part, height)
    part = width / wanted
    return QRectF(0, (height - part) / 2, width, part)


def captioned(caption: str, field: QWidget) -> QVBoxLayout:
    """A field under its caption; the caption also names it for screen readers."""
    column = QVBoxLayout()
    column.setSpacing(4)
    words = text_label(caption, "dim")
    words.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(caption)
    if isinstance(field, QComboBox):
        field.view().setAccessibleName(caption)
    column.addWidget(words)
    fixed = field.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
    column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft if fixed else Qt.AlignmentFlag(0))
    return column
