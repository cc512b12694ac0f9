"""The head of the page of pictures: the way back, whose they are, and what makes more of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.widgets.parts import ElidedLabel, icon_button, text_label
from topa_studio.ui.widgets.plain import plain_tip

_FOLDS = 760


class PageHead(QWidget):
    """What does not fit folds into one menu.

    Signals:
        left, upload_wanted, angle_wanted, redraw_wanted, missing_wanted.
    """

    left = Signal()
    upload_wanted = Signal()
    angle_wanted = Signal()
    redraw_wanted = Signal()
    missing_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = QPushButton(self.tr("Film"))
        self.back.setIcon(icon("chevron-left", px=scaled(14)))
        self.back.setToolTip(COMMANDS["picture_leave"].with_key())
        self.name = text_label("", "page-name")
        self.about = ElidedLabel("", "dim")
        self.missing = QPushButton(self.tr("Generate missing"))
        set_role(self.missing, "second")
        self.upload = QPushButton(self.tr("Upload"))
        self.upload.setIcon(icon("up", px=scaled(14)))
        self.upload.setToolTip(COMMANDS["picture_upload"].with_key())
        self.angle = QPushButton(self.tr("One more angle"))
        self.redraw = QPushButton(self.tr("Redraw all"))
        for button in (self.missing, self.angle, self.redraw):
            button.setAccessibleName(button.text())
        self.more = icon_button("more", self.tr("More with these pictures"))
        self.menu = QMenu(self)
        self._lay_out()
        for button, told in (
            (self.back, self.left),
            (self.upload, self.upload_wanted),
            (self.angle, self.angle_wanted),
            (self.redraw, self.redraw_wanted),
            (self.missing, self.missing_wanted),
        ):
            button.clicked.connect(told)
        self.more.clicked.connect(self._open_menu)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addSpacing(4)
        row.addWidget(self.name)
        row.addWidget(self.about, 1)
        for button in (self.missing, self.upload, self.angle, self.redraw, self.more):
            row.addWidget(button)

    @property
    def _tools(self) -> tuple[QPushButton, ...]:
        return self.upload, self.angle, self.redraw

    def show_element(self, name: str, about: str, colour: QColor) -> None:
        """Whose pictures they are."""
        self.name.setText(f"@{name}")
        self.name.setStyleSheet(f"color: {colour.name()};")
        self.about.setText(about)

    def offer(self, button: QPushButton, words: str, *, can: bool = True, why: str = "") -> None:
        """What a button says; "" where it is not offered at all, `why` it cannot be pressed."""
        button.setText(words)
        if words:
            button.setAccessibleName(words)
        button.setAccessibleDescription(why)
        button.setEnabled(can)
        button.setToolTip(plain_tip(why) if why else "")
        button.setProperty("offered", bool(words))
        self._fit()

    def _fit(self) -> None:
        offered = [tool for tool in self._tools if tool.text() and self._is_offered(tool)]
        folds = self.width() < scaled(_FOLDS) or self._needed(offered) > self.width()
        self.missing.setVisible(bool(self.missing.text()))
        for tool in self._tools:
            tool.setVisible(tool in offered and not folds)
        self.more.setVisible(folds and bool(offered))
        # The least that is said of it goes first.
        self.about.setVisible(self.width() >= scaled(420))

    def _is_offered(self, tool: QPushButton) -> bool:
        return tool is self.upload or bool(tool.property("offered"))

    def _needed(self, tools: list[QPushButton]) -> int:
        parts: list[QWidget] = [self.back, self.name, *tools]
        if self.missing.text():
            parts.append(self.missing)
        return 44 + sum(part.sizeHint().width() + 8 for part in parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room, other buttons."""
        super().resizeEvent(event)
        self._fit()

    def _open_menu(self) -> None:
        self.menu.clear()
        for tool in self._tools:
            if tool.text() and self._is_offered(tool):
                action = self.menu.addAction(tool.text(), tool.click)
                action.setEnabled(tool.isEnabled())
                action.setToolTip(tool.toolTip())
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def keep_keys(self) -> None:
        """A press on a button leaves the keyboard where it was."""
        for button in (self.back, *self._tools, self.missing, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
