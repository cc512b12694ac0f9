"""What the user does to elements by hand: small dialogs beside the work, one undo step each."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from topa_studio.document.edits import AddElement, DeleteElement
from topa_studio.model.mentions import mentioned_names
from topa_studio.model.scenario import ElementKind
from topa_studio.ui.desk import Desk
from topa_studio.ui.elements.dialogs import DeleteElementDialog, NewElementDialog

translate = QCoreApplication.translate


class ElementActs:
    """Acts on elements; small dialogs lie over `window`."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        self._window = window
        self._desk = desk

    def new(self, name: str = "") -> None:
        """Ask for name and kind of a new element; a shot that is being written stays in sight."""
        if self._desk.session.read_only:
            return
        dialog = NewElementDialog(self._window, self._desk.film, name)
        selects = not name
        dialog.made.connect(
            lambda name, kind: self._desk.start(
                lambda: self._add(name, ElementKind(kind), selects=selects)
            )
        )
        dialog.show()

    async def _add(self, name: str, kind: ElementKind, *, selects: bool) -> None:
        label = translate("ElementActs", "New element {name}").format(name=name)
        await self._desk.edit(label, AddElement(name, kind, {"description": ""}))
        if selects:
            self._desk.selection.select_element(name)
            self._desk.writing_wanted.emit()

    def delete(self, name: str) -> None:
        """Delete an element; where it is mentioned, ask first what its mentions become."""
        if self._desk.session.read_only or self._desk.film.element(name) is None:
            return
        film = self._desk.film
        used = sum(name in mentioned_names(shot.prompt, film.names) for shot in film.shots())
        if not used:
            self._desk.start(lambda: self._delete(name, "plain"))
            return
        dialog = DeleteElementDialog(self._window, name, used)
        dialog.plain.connect(lambda: self._desk.start(lambda: self._delete(name, "plain")))
        dialog.keep.connect(lambda: self._desk.start(lambda: self._delete(name, "keep")))
        dialog.show()

    async def _delete(self, name: str, mentions: Literal["plain", "keep"]) -> None:
        label = translate("ElementActs", "Delete element {name}").format(name=name)
        await self._desk.edit(label, DeleteElement(name, mentions))
        if self._desk.selection.element == name:
            self._desk.selection.clear()
        told = translate("ElementActs", "Deleted element {name}").format(name=name)
        self._desk.tell_undoable(told)
