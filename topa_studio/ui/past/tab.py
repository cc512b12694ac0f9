"""What both sides of the page have: a list, its details, and words where there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Protocol

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from topa_studio.base.errors import StudioError
from topa_studio.ui.desk import Desk
from topa_studio.ui.past.details import Details
from topa_studio.ui.past.listing import Caption, Listing, Row
from topa_studio.ui.past.pictures import Pictures
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.words import sentence


class Shelf(Protocol):
    """What a tab shows.

    Attributes:
        says: the list's spoken name.
        empty, hint: shown where there is nothing.
    """

    says: str
    empty: str
    hint: str

    async def lines(self) -> Sequence[Row | Caption]:
        """What there is now. Raises OSError."""

    def show(self, id: str, details: Details, still: Callable[[], bool]) -> None:
        """Say in the details what this row is; `still`: whether it is the one that is shown."""

    async def act(self, id: str) -> None:
        """Do what the button says. Raises StudioError, OSError."""


class Tab(QWidget):
    """A list with the details of its current row; what is in it is the shelf's business."""

    def __init__(self, desk: Desk, shelf: Shelf, pictures: Pictures) -> None:
        super().__init__()
        self._desk = desk
        self._shelf = shelf
        self._acting: set[str] = set()
        self.listing = Listing(shelf.says, pictures)
        self.details = Details(shelf.says, pictures)
        self.empty = text_label(shelf.empty, "title")
        self._stack = QStackedLayout(self)
        full = QWidget()
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.listing, 2)
        row.addWidget(self.details, 3)
        self._stack.addWidget(_nothing(self.empty, shelf.hint))
        self._stack.addWidget(full)
        # What is there is known in a moment: until then nothing is called empty.
        self._stack.setCurrentIndex(1)
        self.details.offer("", can=False)
        self.setFocusProxy(self.listing)
        self.listing.chosen.connect(self._show)
        self.listing.wanted.connect(self._act)
        self.details.pressed.connect(lambda: self._act(self.listing.current))

    @property
    def is_empty(self) -> bool:
        """Whether the list has no row."""
        return self._stack.currentIndex() == 0

    def refresh(self) -> None:
        """Look again, and show what is there now."""
        self._desk.look(self._look)

    async def _look(self) -> None:
        try:
            lines = await self._shelf.lines()
        except OSError as error:
            lines = []
            self.empty.setText(str(error))
        if shiboken6.isValid(self):
            self._stack.setCurrentIndex(int(bool(lines)))
            self.listing.show_rows(lines)

    def _show(self, id: str) -> None:
        self.details.tell_trouble("")
        if id:
            self._shelf.show(id, self.details, lambda: self._shows(id))

    def _shows(self, id: str) -> bool:
        return shiboken6.isValid(self) and self.listing.current == id

    def _act(self, id: str) -> None:
        """A second press at once is none: what is brought back comes once."""
        ready = self.details.button.isEnabled() and self.details.button.isVisibleTo(self)
        if id and ready and self._desk.editable and id not in self._acting:
            self._acting.add(id)
            self._desk.start(lambda: self._acted(id))

    async def _acted(self, id: str) -> None:
        try:
            trouble = await told(lambda: self._shelf.act(id))
        finally:
            self._acting.discard(id)
        if shiboken6.isValid(self):
            self.details.tell_trouble(trouble)
            if not trouble:
                self.refresh()
                self.listing.setFocus(Qt.FocusReason.OtherFocusReason)


async def told(work: Callable[[], Coroutine[Any, Any, object]]) -> str:
    """Do it; why it could not be done, or ""."""
    try:
        await work()
    except StudioError as error:
        return sentence(error.code, error.params)
    except OSError as error:
        return str(error)
    return ""


def _nothing(words: QWidget, hint: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(40, 24, 40, 24)
    column.addStretch(2)
    column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
    below = text_label(hint, "dim", wrap=True)
    below.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(below)
    column.addStretch(3)
    return made
