"""What both sides of the page have: a list, its details, and words where there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from topa_studio.base.errors import StudioError
from topa_studio.ui.desk import Desk
from topa_studio.ui.parts import text_label
from topa_studio.ui.past.details import Details
from topa_studio.ui.past.listing import Caption, Listing, Row
from topa_studio.ui.words import sentence


class Tab(QWidget):
    """A list with the details of its current row; which and what is said by who inherits.

    `says` names the list, `empty` and `hint` are shown where it has no row.
    """

    def __init__(self, desk: Desk, says: str, empty: str, hint: str) -> None:
        super().__init__()
        self.desk = desk
        self.listing = Listing(says)
        self.details = Details(says)
        self.empty = text_label(empty, "title")
        self._stack = QStackedLayout(self)
        full = QWidget()
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.listing, 2)
        row.addWidget(self.details, 3)
        self._stack.addWidget(_nothing(self.empty, hint))
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
        self.desk.look(self._look)

    async def _look(self) -> None:
        try:
            lines = await self.lines()
        except OSError as error:
            lines = []
            self.empty.setText(str(error))
        if shiboken6.isValid(self):
            self._stack.setCurrentIndex(int(bool(lines)))
            self.listing.show_rows(lines)

    def _show(self, id: str) -> None:
        self.details.tell_trouble("")
        if id:
            self.show_row(id)

    def _act(self, id: str) -> None:
        if id and self.details.button.isEnabled() and self.details.button.isVisibleTo(self):
            self.desk.start(lambda: self._acted(id))

    async def _acted(self, id: str) -> None:
        trouble = await told(lambda: self.act(id))
        if shiboken6.isValid(self):
            self.details.tell_trouble(trouble)
            if not trouble:
                self.refresh()
                self.listing.setFocus(Qt.FocusReason.OtherFocusReason)

    async def lines(self) -> Sequence[Row | Caption]:
        """What there is now. Raises OSError."""
        raise NotImplementedError

    def show_row(self, id: str) -> None:
        """Say in the details what this row is."""
        raise NotImplementedError

    async def act(self, id: str) -> None:
        """Do what the button says. Raises StudioError, OSError."""
        raise NotImplementedError


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
