"""Which rows of an item view are in sight, found by halving: any view, any length of film."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractItemView

from topa_studio.ui.film.model import Role


def keys_in_sight(view: QAbstractItemView) -> tuple[str, ...]:
    """The first and the last shot of which something is seen; nothing where there is none."""
    model, seen = view.model(), view.viewport().rect()
    count = model.rowCount()

    def rect(row: int) -> QRect:
        return view.visualRect(model.index(row, 0))

    def is_reached(row: int) -> bool:
        place = rect(row)
        return place.bottom() >= 0 and (not sideways or place.right() >= 0)

    def is_passed(row: int) -> bool:
        place = rect(row)
        return place.top() > seen.bottom() or (sideways and place.left() > seen.right())

    sideways = view.horizontalScrollBar().maximum() > 0 and not view.verticalScrollBar().maximum()
    first, end = _first(count, is_reached), _first(count, is_passed)
    keys = [_key(view, first, 1, end), _key(view, end - 1, -1, first - 1)]
    return tuple(keys) if all(keys) else ()


def _key(view: QAbstractItemView, row: int, step: int, stop: int) -> str:
    """The shot of a row, or of the next one that has one: a scene's row has none."""
    while row != stop:
        key = view.model().index(row, 0).data(Role.KEY)
        if key:
            return str(key)
        row += step
    return ""


def _first(count: int, is_reached: Callable[[int], bool]) -> int:
    """The first number for which it is so, where it stays so for all behind; `count` for none."""
    low, high = 0, count
    while low < high:
        middle = (low + high) // 2
        if is_reached(middle):
            high = middle
        else:
            low = middle + 1
    return low
