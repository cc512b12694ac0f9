"""Waits until something is on the screen."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

_PATIENCE_SECONDS = 0.5


async def painted(widget: QWidget) -> None:
    """Return once the widget was painted; soon anyway, since a window may be shown out of sight."""
    watch = _Watch(widget)
    try:
        async with asyncio.timeout(_PATIENCE_SECONDS):
            await watch.seen.wait()
    except TimeoutError:
        pass
    finally:
        watch.deleteLater()


class _Watch(QObject):
    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = asyncio.Event()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The first paint wakes who waits, in a later turn of the loop."""
        if event.type() is QEvent.Type.Paint:
            self.seen.set()
        return False
