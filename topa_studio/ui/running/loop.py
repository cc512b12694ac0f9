"""The one place that knows qasync: Qt's loop as asyncio's, and how the program ends orderly."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import Callable, Coroutine
from contextvars import Context
from types import TracebackType
from typing import Any, TypeVar

# PySide6 comes first: qasync takes the binding that is already there.
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import qasync  # isort: skip

T = TypeVar("T")
log = logging.getLogger(__name__)
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_SIGNALS = tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))
_PYTHON_TURN_MS = 200


class AppLoop(qasync.QEventLoop):  # type: ignore[misc] # qasync has no types
    """Qt's event loop; each callback finds this loop running, also one that Qt itself delivers."""

    def call_later(
        self,
        delay: float,
        callback: Callable[..., object],
        *args: object,
        context: Context | None = None,
    ) -> asyncio.Handle:
        """Run `callback` on this loop after `delay` seconds."""
        handle: asyncio.Handle = super().call_later(
            delay, self._run_here, callback, *args, context=context
        )
        return handle

    def _run_here(self, callback: Callable[..., object], *args: object) -> None:
        running = asyncio.events._get_running_loop()  # noqa: SLF001 - made for authors of loops
        asyncio.events._set_running_loop(self)  # noqa: SLF001
        try:
            callback(*args)
        finally:
            asyncio.events._set_running_loop(running)  # noqa: SLF001


def run_on_loop(app: QApplication, main: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run `main` on the application's loop to its end; its tasks are cancelled and awaited."""
    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: AppLoop(app)) as runner:
        return runner.run(main())


class QuitRequest:
    """Our own event of the end: a menu, a closed window or a signal of the system sets it."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self._turn: QTimer | None = None

    def set(self) -> None:
        """Ask the program to end; may be called often."""
        self._event.set()

    async def wait(self) -> None:
        """Return once the end is asked for."""
        await self._event.wait()

    def listen_to_system(self) -> None:
        """End on Ctrl-C, on a request of the system and with the terminal we were started in."""
        loop = asyncio.get_running_loop()
        # What whoever started us has us not hear, as nohup does, stays unheard.
        heard = [n for n in _SIGNALS if signal.getsignal(n) is not signal.SIG_IGN]
        try:
            for number in heard:
                loop.add_signal_handler(number, self.set)
        except NotImplementedError:
            self._listen_without_loop(loop, heard)

    def _listen_without_loop(self, loop: asyncio.AbstractEventLoop, heard: list[int]) -> None:
        # Windows: Python's own handlers, and a timer so that Python gets a turn to call them.
        for number in heard:
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(self.set))
        self._turn = QTimer()
        self._turn.timeout.connect(lambda: None)
        self._turn.start(_PYTHON_TURN_MS)


def report_faults(report: Callable[[BaseException], None]) -> None:
    """From now on each exception that nobody handled is logged and given to `report`."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("unhandled", exc_info=(kind, error, trace))
        report(error)

    def in_loop(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        log.error("in the loop: %s", context.get("message"), exc_info=error)
        if isinstance(error, BaseException):
            report(error)

    sys.excepthook = hook
    asyncio.get_running_loop().set_exception_handler(in_loop)
