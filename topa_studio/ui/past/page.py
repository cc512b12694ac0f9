"""The page "Trash and earlier versions": a window of its own beside the work, never in its way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from topa_studio.app.session import SaveState
from topa_studio.ui.desk import Desk
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.past.pictures import Pictures
from topa_studio.ui.past.tab import Tab
from topa_studio.ui.past.trash import TrashShelf
from topa_studio.ui.past.versions import VersionsShelf
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.parts import Switch, thin_rule

_TRASH, _VERSIONS = "trash", "versions"


class PastPage(QDialog):
    """Two lists, one shown at a time; both follow the film while the page is open."""

    def __init__(self, parent: QWidget, desk: Desk, thumbnails: Thumbnails) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Trash and earlier versions"))
        self.setObjectName("past")
        self.setAccessibleName(self.windowTitle())
        pictures = Pictures(thumbnails)
        self.trash = Tab(desk, TrashShelf(desk), pictures)
        self.versions = Tab(desk, VersionsShelf(desk), pictures)
        self.switch = Switch(
            self.tr("Show"),
            [(_TRASH, self.tr("Trash")), (_VERSIONS, self.tr("Earlier versions"))],
        )
        self._stack = QStackedWidget()
        self._tabs: dict[str, Tab] = {_TRASH: self.trash, _VERSIONS: self.versions}
        for tab in self._tabs.values():
            self._stack.addWidget(tab)
        self._lay_out()
        self.switch.chosen.connect(self._choose)
        self.switch.set_value(_TRASH)
        bind(self, desk.session.changed, lambda _change: self._refresh())
        marked = Merged(self, lambda _keys: self._marked())
        bind(self, desk.session.shots_changed, marked.add)
        bind(self, desk.session.saving_changed, self._saved)
        room = parent.window().size()
        self.resize(min(scaled(760), room.width() - 40), min(scaled(520), room.height() - 40))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 16, 20, 12)
        head.addWidget(self.switch)
        head.addStretch(1)
        close = QPushButton(self.tr("Close"))
        close.setAccessibleName(close.text())
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 16)
        foot.addStretch(1)
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(thin_rule())
        whole.addWidget(self._stack, 1)
        whole.addWidget(thin_rule())
        whole.addLayout(foot)

    def open_beside(self) -> None:
        """Show the page, or bring it to the front; the keyboard is in its list."""
        self.show()
        self.raise_()
        self.activateWindow()
        self._tabs[self.switch.value or _TRASH].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_versions(self) -> None:
        """Show the earlier versions instead of the trash."""
        self.switch.set_value(_VERSIONS)
        self._choose(_VERSIONS)

    def _choose(self, value: str) -> None:
        self._stack.setCurrentWidget(self._tabs[value])
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at what there is."""
        super().showEvent(event)
        self._refresh()

    def _saved(self, state: SaveState) -> None:
        if state is SaveState.SAVED and self.switch.value == _VERSIONS:
            self._refresh()

    def _marked(self) -> None:
        """Takes went into the trash, or came out of it."""
        if self.switch.value == _TRASH:
            self._refresh()

    def _refresh(self) -> None:
        if self.isVisible():
            self._tabs[self.switch.value or _TRASH].refresh()
