"""One thing in Qt's accessibility tree that is painted and no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

import shiboken6
from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QWindow,
)

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
# What stands in a virtual of C++ for "there is none", though the stubs know no such answer.
NONE = cast(QAccessibleInterface, None)


@dataclass(frozen=True, slots=True)
class Act:
    """What can be done with it: the name a program knows it by, and its words."""

    name: str
    words: str
    do: Callable[[], object]


class _Acts(QAccessibleActionInterface):
    def __init__(self, acts: Callable[[], Sequence[Act]]) -> None:
        super().__init__()
        self._acts = acts

    def _of(self, name: str) -> Act | None:
        return next((act for act in self._acts() if act.name == name), None)

    def actionNames(self) -> list[str]:
        """What can be done now."""
        return [act.name for act in self._acts()]

    def doAction(self, name: str) -> None:
        """Do it once the asking program has its answer: it may open a menu or a question."""
        act = self._of(name)
        if act is not None:
            QTimer.singleShot(0, act.do)

    def localizedActionName(self, name: str) -> str:
        """Its words."""
        act = self._of(name)
        return "" if act is None else act.words

    def localizedActionDescription(self, _name: str) -> str:
        """Nothing more than its words."""
        return ""

    def keyBindingsForAction(self, _name: str) -> list[str]:
        """Keys are those of commands; the table of keys tells them."""
        return []


class Node(QAccessibleInterface):
    """Says nothing of itself. Qt knows it by a number until `drop_node` is called."""

    def __init__(self) -> None:
        super().__init__()
        self._acts = _Acts(self.acts)

    def acts(self) -> Sequence[Act]:
        """What can be done with it, the first thing by a plain press."""
        return ()

    def name(self) -> str:
        """What it is and how it stands."""
        return ""

    def description(self) -> str:
        """What else is worth knowing."""
        return ""

    # What Qt asks.

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Acts, and nothing else; a None of Python's would be taken for an address."""
        address = 0
        if kind == QAccessible.InterfaceType.ActionInterface and self.acts():
            (address,) = shiboken6.getCppPointer(self._acts)
        return cast(int, shiboken6.VoidPtr(address))

    def isValid(self) -> bool:
        """Whether it is there."""
        return True

    def object(self) -> QObject:
        """It is no object of Qt's."""
        return cast(QObject, None)

    def window(self) -> QWindow:
        """That of what it is in."""
        return cast(QWindow, None)

    def childCount(self) -> int:
        """How many things are in it."""
        return 0

    def child(self, _index: int) -> QAccessibleInterface:
        """One of them."""
        return NONE

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        """The one at a point of the screen."""
        return NONE

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Which of them that is."""
        return -1

    def focusChild(self) -> QAccessibleInterface:
        """The one that has the keyboard."""
        return NONE

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return QRect()

    def text(self, kind: QAccessible.Text) -> str:
        """Name and description."""
        if kind == NAME:
            return self.name()
        return self.description() if kind == DESCRIPTION else ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Nothing is changed that way."""


def drop_node(node: QAccessibleInterface) -> None:
    """Have Qt forget it before Python does: Qt keeps no more than its address."""
    if shiboken6.isValid(node):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(node))
