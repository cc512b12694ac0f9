"""What is wrong with a tree of widgets: clipped words, neighbours that overlap, strays."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenuBar,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QWidget,
)

from topa_studio.ui.notices.notices import NoticeBar
from topa_studio.ui.notices.toast import Toast
from topa_studio.ui.widgets.few_lines import FewLines
from topa_studio.ui.widgets.parts import ElidedLabel, FittingButton

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_LIE_OVER = (NoticeBar, Toast)
# What Qt or a field puts inside these has places of its own.
_OWN_INSIDE = (
    QLineEdit, QComboBox, QAbstractSpinBox, QTabBar, QMenuBar, QStackedWidget, QAbstractItemView,
)  # fmt: skip
_ROUNDED = 1


def faults(top: QWidget) -> list[str]:
    """All that a user would see as broken in what is visible of `top`, a line each."""
    found: list[str] = []
    for parent in _seen(top):
        if clipped := clipped_words(parent):
            found.append(f"{path(parent)}: {clipped}")
        if isinstance(parent, _OWN_INSIDE) or _is_viewport(parent):
            continue
        inside = [child for child in _children(parent) if _shown(child)]
        found += [f"{path(child)} sticks out" for child in inside if sticks_out(child, parent)]
        found += [
            f"{path(one)} covers {path(other)}"
            for one, other in itertools.combinations(inside, 2)
            if overlap(one, other)
        ]
    return found


def _children(parent: QWidget) -> list[QWidget]:
    """Those that have a place of their own: the grips between docks lie over their edges."""
    found = parent.findChildren(QWidget, options=_DIRECT)
    if isinstance(parent, QMainWindow):
        whole = parent.centralWidget()
        return [child for child in found if type(child) is not QWidget or child is whole]
    return [child for child in found if type(child).__name__ != "_Grip"]


def path(widget: QWidget) -> str:
    """Where it is in the tree, told by the kinds of its parents."""
    names: list[str] = []
    found: QWidget | None = widget
    while found is not None and not found.isWindow():
        names.append(type(found).__name__)
        found = found.parentWidget()
    words = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{'/'.join(reversed(names[:4]))} {widget.geometry().getRect()} {words[:30]!r}"


def overlap(one: QWidget, other: QWidget) -> bool:
    """Whether two neighbours cover each other; what is told over the player may."""
    if isinstance(one, _LIE_OVER) or isinstance(other, _LIE_OVER):
        return False
    return one.geometry().intersects(other.geometry())


def sticks_out(child: QWidget, parent: QWidget) -> bool:
    """Whether a part of it is cut off by its parent."""
    if isinstance(parent, QAbstractScrollArea):
        return False
    return not parent.rect().contains(child.geometry())


def clipped_words(widget: QWidget) -> str:
    """The words of a label or a button that has less room than they need; "" if all is well."""
    if isinstance(widget, ElidedLabel | FittingButton | FewLines):
        return ""
    room: QRect = widget.contentsRect()
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            fits = widget.heightForWidth(widget.width()) <= widget.height() + _ROUNDED
        else:
            fits = widget.fontMetrics().horizontalAdvance(widget.text()) <= room.width() + _ROUNDED
        return "" if fits else widget.text()
    if isinstance(widget, QPushButton | QCheckBox | QToolButton) and widget.text():
        if _is_sign(widget):
            return ""
        words = widget.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        wide = widget.fontMetrics().horizontalAdvance(words)
        if not widget.icon().isNull():
            wide += widget.iconSize().width()
        return "" if wide <= room.width() + _ROUNDED else words
    return ""


def _is_sign(widget: QAbstractButton) -> bool:
    bare = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(widget, QToolButton) and widget.toolButtonStyle() is bare


def _seen(top: QWidget) -> Iterator[QWidget]:
    yield top
    for child in top.findChildren(QWidget, options=_DIRECT):
        if _shown(child):
            yield from _seen(child)


def _shown(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.isWindow() and not widget.size().isEmpty()


def _is_viewport(widget: QWidget) -> bool:
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


def place(widget: QWidget) -> QRect:
    """Where it is in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
