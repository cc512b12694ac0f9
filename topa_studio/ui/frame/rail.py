"""The folded left side: a picture for each element, and how much is in the queue."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from topa_studio.model.scenario import Element
from topa_studio.ui.desk import Desk
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.look.calm import set_name, set_words
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role, ui_font
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.widgets.parts import covering, icon_button

_WIDE, _SLIM, _EDGE = 56, 42, 8


class Rail(QFrame):
    """Signals.

    unfold_wanted: elements and queue shall be shown whole. new_wanted: a new element.
    """

    unfold_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, desk: Desk, looks: ElementLooks) -> None:
        super().__init__()
        self._desk, self._session, self._selection = desk, desk.session, desk.selection
        self._looks = looks
        self._elements: tuple[Element, ...] = ()
        self._buttons: dict[str, QToolButton] = {}
        set_role(self, "rail")
        self.setAccessibleName(self.tr("Elements and queue, folded"))
        self._size = QSize()
        self.unfold = icon_button(
            "chevron-right", self.tr("Show elements and queue"), role="quiet", px=16
        )
        self.unfold.clicked.connect(self.unfold_wanted)
        self.add = icon_button("plus", self.tr("New element"), px=12)
        self.add.setEnabled(desk.editable)
        self.add.clicked.connect(self.new_wanted)
        self.queue = QToolButton()
        self.queue.setIcon(icon("clock", px=scaled(16)))
        self.queue.setIconSize(QSize(scaled(16), scaled(16)))
        self.queue.clicked.connect(self.unfold_wanted)
        self._lay_out()
        self.set_slim(slim=False)
        self.show_queue(0, 0)
        merged = Merged(self, lambda _names: self._show())
        bind(self, desk.session.elements_changed, merged.add)
        bind(self, desk.session.changed, merged.poke)
        desk.selection.changed.connect(self._show_chosen)
        looks.picture_came.connect(lambda _path: merged.poke())

    def _lay_out(self) -> None:
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self.tr("Elements"))
        for policy in (area.setHorizontalScrollBarPolicy, area.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = area
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 6, 0, 6)
        whole.setSpacing(4)
        for button in (self.unfold, self.add):
            whole.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addWidget(area, 1)
        whole.addWidget(self.queue, 0, Qt.AlignmentFlag.AlignHCenter)

    def set_slim(self, *, slim: bool) -> None:
        """Take less of the little room there is."""
        wide = scaled(_SLIM if slim else _WIDE)
        self._size = QSize(wide - 2 * _EDGE, round((wide - 2 * _EDGE) * 0.9))
        self.setFixedWidth(wide)
        for button in self._buttons.values():
            button.setIconSize(self._size)
        self._show()

    def show_queue(self, running: int, waiting: int) -> None:
        """How many lines of the queue run and wait."""
        count = running + waiting
        style = Qt.ToolButtonStyle
        set_words(self.queue, str(count))
        self.queue.setToolButtonStyle(
            style.ToolButtonTextUnderIcon if count else style.ToolButtonIconOnly
        )
        says = self.tr("Queue: %n running", "", running)
        says += ", " + self.tr("%n in line", "", waiting)
        set_name(self.queue, says)
        self.queue.setToolTip(says)

    def _show(self) -> None:
        elements = self._desk.film.elements
        if elements != self._elements:
            self._elements = elements
            for old in self._buttons.values():
                self._column.removeWidget(old)
                old.deleteLater()
            self._buttons = {e.name: self._button(place, e) for place, e in enumerate(elements)}
        for element in elements:
            picture = self._picture(element.name)
            shown = picture if picture is not None else self._initial(element.name)
            self._buttons[element.name].setIcon(QIcon(shown))
        self._show_chosen()

    def _button(self, place: int, element: Element) -> QToolButton:
        made = QToolButton()
        set_role(made, "rail")
        made.setCheckable(True)
        made.setIconSize(self._size)
        made.setAccessibleName(f"@{element.name}")
        made.setToolTip(f"@{element.name}")
        made.clicked.connect(lambda: self._selection.select_element(element.name))
        self._column.insertWidget(place, made, 0, Qt.AlignmentFlag.AlignHCenter)
        return made

    def _picture(self, name: str) -> QPixmap | None:
        size = self._size
        found = self._looks.picture(name, size)
        if found is None:
            return None
        return self._drawn(
            lambda painter, box: painter.drawPixmap(box, found, covering(found, size))
        )

    def _initial(self, name: str) -> QPixmap:
        """Without a picture: the first letter, in the element's colour."""
        colour = self._looks.colour(name)

        def letter(painter: QPainter, box: QRectF) -> None:
            ground = colour.toRgb()
            ground.setAlpha(46)
            painter.fillRect(box, ground)
            painter.setFont(ui_font(13, QFont.Weight.DemiBold))
            painter.setPen(colour)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name[:1].upper())

        return self._drawn(letter)

    def _drawn(self, draw: Callable[[QPainter, QRectF], None]) -> QPixmap:
        ratio = self.devicePixelRatioF()
        box = QRectF(0, 0, self._size.width(), self._size.height())
        made = QPixmap((box.size() * ratio).toSize())
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        shape = QPainterPath()
        shape.addRoundedRect(box, 6, 6)
        painter.setClipPath(shape)
        draw(painter, box)
        painter.end()
        return made

    def _show_chosen(self) -> None:
        for name, button in self._buttons.items():
            button.setChecked(name == self._selection.element)
            if button.isChecked():
                self._area.ensureWidgetVisible(button)
