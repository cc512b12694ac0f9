"""One element as a card: its first picture, its name, and how many images there are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from topa_studio.model.scenario import Element
from topa_studio.model.status import RUNNING, ElementStatus, Stage
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import COMMANDS, named
from topa_studio.ui.elements.carry import Carry
from topa_studio.ui.look.calm import CalmBar, set_name, set_words
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.picture_acts import picture_files
from topa_studio.ui.widgets.parts import ElidedLabel, FittingButton, PictureBox, text_label
from topa_studio.ui.words import credits_word, kind_word, stage_word, trouble_words

PICTURE = QSize(64, 48)


class ElementCard(QFrame):
    """Click, Enter or Space choose it; Del asks to delete it; pictures can be dropped on it.

    It can be carried off with the mouse: `carry`.

    Signals:
        entered: Enter: the keyboard shall go to its pictures.
        pictures_dropped: the element's name, and picture files.
        chosen, delete_requested, rename_requested: the element's name.
        generate_requested: the element's name, and the credits on the button.
        menu_opened: the menu of the card, to be added to, and the element's name.
    """

    chosen = Signal(str)
    delete_requested = Signal(str)
    rename_requested = Signal(str)
    generate_requested = Signal(str, object)
    menu_opened = Signal(QMenu, str)
    entered = Signal()
    pictures_dropped = Signal(str, list)

    def __init__(self, element: Element, colour: QColor) -> None:
        super().__init__()
        self.element = element
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        self.carry = Carry(self)
        self.carry.clicked.connect(lambda: self.chosen.emit(element.name))
        self.picture = PictureBox(PICTURE)
        self.picture.tint = colour
        self._name = ElidedLabel(f"@{element.name}", "strong")
        self._kind = ElidedLabel(kind_word(element.kind), "dim")
        self._state = ElidedLabel("", "small")
        self._bar = CalmBar()
        self._bar.setAccessibleName(self.tr("Progress of @{name}").format(name=element.name))
        self.generate = FittingButton()
        set_role(self.generate, "second")
        self._cost: float | None = None
        self.generate.clicked.connect(
            lambda: self.generate_requested.emit(element.name, self._cost)
        )
        self._trouble = text_label("", "bad", wrap=True)
        self._lay_out()
        self.set_chosen(False)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        for line in (self._name, self._kind, self._state):
            words.addWidget(line)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.picture)
        top.addLayout(words, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 8, 8, 8)
        whole.setSpacing(8)
        whole.addLayout(top)
        for below in (self._bar, self._trouble, self.generate):
            whole.addWidget(below)

    def set_chosen(self, chosen: bool) -> None:
        """Mark the card as the selected one."""
        set_role(self, "card-chosen" if chosen else "card")

    def show_status(self, status: ElementStatus, missing: int, cost: float | None) -> None:
        """Show how far the images are; `cost` in credits of the `missing` ones."""
        running = status.stage in RUNNING
        self._state.setText(self._state_words(status))
        self._bar.setVisible(running)
        self._bar.show_share(status.progress)
        failed = status.trouble is not None and not running
        self._trouble.setVisible(failed)
        if status.trouble is not None:
            set_words(self._trouble, trouble_words(status.trouble))
        self.generate.setVisible(missing > 0)
        self._cost = cost
        images = self.tr("%n images", "", missing)
        price = credits_word(cost)
        self.generate.set_ways(
            self.tr("Generate {images} · {cost}").format(images=images, cost=price),
            self.tr("Generate · {cost}").format(cost=price),
        )
        set_name(
            self.generate,
            self.tr("Generate {images} of @{name} for {cost}").format(
                images=images, name=self.element.name, cost=price
            ),
        )
        spoken = [f"@{self.element.name}", kind_word(self.element.kind), self._state.text()]
        if failed:
            spoken.append(self._trouble.text())
        set_name(self, ", ".join(spoken))

    def _state_words(self, status: ElementStatus) -> str:
        done = len(status.pictures)
        if status.stage is Stage.DRAWING:
            return self.tr("Drawing {number} of {all}").format(
                number=min(done + 1, status.wanted), all=status.wanted
            )
        if status.stage in RUNNING or status.stage in {Stage.FAILED, Stage.NEEDS_YOU}:
            return stage_word(status.stage)
        if not status.wanted:
            return self.tr("No description yet")
        return self.tr("{done} of %n images", "", status.wanted).format(done=done)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Pictures can be put here."""
        if picture_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """They become pictures of the element."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.pictures_dropped.emit(self.element.name, picture_files(event.mimeData()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Change the name where it stands."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.rename_requested.emit(self.element.name)

    def name_rect(self) -> QRect:
        """Where the name stands."""
        return self._name.geometry().adjusted(-5, -3, 0, 3)

    def event(self, event: QEvent) -> bool:
        """Del means this card, not what is selected elsewhere."""
        claims = event.type() is QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and claims and _means(event) == "delete_element":
            event.accept()
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu with what can be done to the element."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        name = self.element.name
        menu.addAction(self.tr("Change…"), lambda: self.chosen.emit(name))
        rename, delete = COMMANDS["rename"], COMMANDS["delete_element"]
        menu.addAction(rename.in_menu(), lambda: self.rename_requested.emit(name))
        self.menu_opened.emit(menu, name)
        menu.addAction(delete.in_menu(), lambda: self.delete_requested.emit(name))
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the element; arrows go to the neighbours."""
        match _means(event):
            case "choose_element":
                self.chosen.emit(self.element.name)
                self.entered.emit()
            case "delete_element":
                self.delete_requested.emit(self.element.name)
            case "card_below":
                self.focusNextChild()
            case "card_above":
                self.focusPreviousChild()
            case _:
                super().keyPressEvent(event)


def _means(event: QKeyEvent) -> str:
    return named(Place.ELEMENT, event)
