"""Beside the words: the shot's picture, and the elements of the film as chips to click in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from topa_studio.model.mentions import mentioned_names
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Stage
from topa_studio.ui.desk import Desk
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.flow import Flow
from topa_studio.ui.widgets.parts import PictureBox, text_label
from topa_studio.ui.widgets.plain import plain_act, plain_tip
from topa_studio.ui.words import out_of_date_words, stage_word
from topa_studio.ui.writing.known import Known

_WIDE = 248


class Beside(QWidget):
    """Of one shot.

    Signals:
        mentioned: the name of an element that shall come to stand where one writes.
    """

    mentioned = Signal(str)

    def __init__(self, desk: Desk, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._desk, self._thumbnails = desk, thumbnails
        self._path, self._second = "", 0.0
        self._shown: tuple[object, ...] = ()
        wide = scaled(_WIDE)
        self.picture = PictureBox(QSize(wide, wide * 9 // 16))
        self.state = text_label("", "dim", wrap=True)
        self.used, self.others = _Chips(), _Chips()
        self._heads = text_label("", "section"), text_label("", "section")
        self._heads[0].setText(self.tr("IN THIS SHOT"))
        self._heads[1].setText(self.tr("ELEMENTS"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.picture, self.state, self._heads[0], self.used):
            column.addWidget(widget)
        for widget in (self._heads[1], self.others):
            column.addWidget(widget)
        column.addStretch(1)
        for chips in (self.used, self.others):
            chips.pressed.connect(self.mentioned)
        thumbnails.ready.connect(self._picture_came)

    def set_narrow(self, narrow: bool) -> None:
        """Stand above the words, without the picture, or beside them."""
        self.picture.setVisible(not narrow)
        self.state.setVisible(not narrow)
        self.setMinimumWidth(0 if narrow else scaled(_WIDE))
        self.setMaximumWidth(1 << 20 if narrow else scaled(_WIDE))

    def show_shot(self, film: Scenario, key: str, words: str, known: Sequence[Known]) -> None:
        """Show the picture of a shot, and the elements that `words` mention apart from others."""
        self.refresh_status(key)
        names = (*mentioned_names(words, film.names), *film.shot(key).elements)
        used = [one for one in known if one.name in names]
        others = [one for one in known if one.name not in names]
        self.used.offer(used)
        self.others.offer(others)
        for head, chips in zip(self._heads, (used, others), strict=True):
            head.setVisible(bool(chips))

    def refresh_status(self, key: str) -> None:
        """Show what there is to see of the shot, and how far it is."""
        session, shot = self._desk.session, self._desk.film.shot(key)
        status = session.shot(key)
        panel = "" if status.panel is None else status.panel.path
        clip = "" if status.chosen is None else status.chosen.path
        self._path = shot.still or clip or panel
        is_old = status.stage is Stage.MADE and status.out_of_date
        self.state.setText(
            out_of_date_words(status.changed) if is_old else stage_word(status.stage)
        )
        self._show_picture()

    def _show_picture(self) -> None:
        size = self.picture.size()
        found = self._thumbnails.pixmap(self._path, 0.0, size) if self._path else None
        self.picture.set_pixmap(found)

    def _picture_came(self, path: str) -> None:
        if path == self._path:
            self._show_picture()


class _Chips(QWidget):
    """Names as buttons.

    Signals:
        pressed: a name.
    """

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._offered: list[tuple[str, int]] = []
        self._flow = Flow(self)

    def offer(self, known: Sequence[Known]) -> None:
        """Offer these."""
        now = [(one.name, _key_of(one.picture)) for one in known]
        self.setVisible(bool(known))
        if now == self._offered:
            return
        self._offered = now
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for one in known:
            self._flow.addWidget(self._chip(one))
        self.updateGeometry()

    def names(self) -> list[str]:
        """What is offered."""
        return [name for name, _picture in self._offered]

    def _chip(self, one: Known) -> QPushButton:
        made = QPushButton(plain_act(f"@{one.name}"))
        made.setIcon(_sign(one))
        made.setIconSize(QSize(scaled(24), scaled(18)))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the words
        words = self.tr("Mention {name} where the cursor is").format(name=one.name)
        made.setAccessibleName(words)
        made.setToolTip(plain_tip(words))
        set_role(made, "chip")
        made.clicked.connect(lambda: self.pressed.emit(one.name))
        return made


def _key_of(picture: QPixmap | None) -> int:
    return 0 if picture is None else picture.cacheKey()


def _sign(one: Known) -> QIcon:
    if one.picture is not None and not one.picture.isNull():
        return QIcon(one.picture)
    swatch = QPixmap(scaled(14), scaled(14))
    swatch.fill(one.colour)
    return QIcon(swatch)
