"""Garbage is collected on the window's thread, whoever makes it."""

from __future__ import annotations

import asyncio
import gc
import inspect
import threading
import weakref
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tests.support.window import until
from topa_studio.ui.running.memory import Collector

Run = Callable[[Coroutine[Any, Any, Any]], Any]


def _make_garbage() -> None:
    for _number in range(5_000):
        ring: list[object] = []
        ring.append(ring)


def test_collections_run_on_the_windows_thread_only(qrun: Run, qapp: QApplication) -> None:
    threads: list[int] = []
    collected: list[int] = []
    was_on = gc.isenabled()

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            threads.append(threading.get_ident())
        else:
            collected.append(info["collected"])

    async def main() -> None:
        parent = QObject()
        collector = Collector(parent)
        collector.settle_soon()
        gc.callbacks.append(note)
        try:
            await asyncio.to_thread(_make_garbage)
            assert not threads
            await until(lambda: any(collected))
        finally:
            gc.callbacks.remove(note)
            collector.end()
        assert gc.isenabled() == was_on

    qrun(main())
    assert set(threads) == {threading.get_ident()}


def test_what_the_window_before_left_goes_when_another_stands(
    qrun: Run, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("freeze", "unfreeze"):  # the suite's own do nothing
        monkeypatch.setattr(gc, name, inspect.unwrap(getattr(gc, name)))

    class Ring:
        def __init__(self) -> None:
            self.itself = self

    async def main() -> None:
        parent = QObject()
        collector = Collector(parent)
        ring = Ring()
        left = weakref.ref(ring)
        collector.settle_soon()
        del ring
        gc.collect()
        assert left() is not None
        collector.begin_again()
        await until(lambda: left() is None)
        collector.end()

    qrun(main())
