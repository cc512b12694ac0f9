"""Reports the moment a widget was first painted, and the memory used until then."""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer

gc.disable()  # as topa_studio.__main__ does before it loads the window


class Painted(QObject):
    """Watches one widget for its first paint, so that no other event is made slower by it."""

    def __init__(self, then: Callable[[], None]) -> None:
        super().__init__()
        self._then = then
        self._told = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if not self._told and event.type() is QEvent.Type.Paint:
            self._told = True
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        seconds = time.time() - float(os.environ["TOPA_BENCHMARK_START"])
        told = {"seconds": seconds, "cpu": time.process_time(), "megabytes": megabytes()}
        print(json.dumps(told), flush=True)
        self._then()


def megabytes() -> float:
    """The most memory this process held so far; 0 on Windows, which tells it another way."""
    if sys.platform == "win32":
        return 0.0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 2**20 if sys.platform == "darwin" else most / 1024
