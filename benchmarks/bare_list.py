#!/usr/bin/env python3
"""The limit: titles found by a pattern, cards painted by arithmetic, one move, one letter.

python benchmarks/bare_list.py FILM    (table.py calls it)
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from processes import computed, held
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMainWindow, QTextEdit

_WIDTH, _GAP = 200, 8


class Cards(QAbstractScrollArea):
    """One row of cards; Alt+→ moves the one in the middle."""

    def __init__(self, titles: list[str]) -> None:
        super().__init__()
        self.titles = titles
        self.at = len(titles) // 2
        self.painted = 0.0
        self.horizontalScrollBar().setRange(0, len(titles) * (_WIDTH + _GAP))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter, left = QPainter(self.viewport()), self.horizontalScrollBar().value()
        painter.fillRect(event.rect(), QColor("#444"))
        last = (left + self.viewport().width()) // (_WIDTH + _GAP) + 1
        for row in range(left // (_WIDTH + _GAP), min(last, len(self.titles))):
            card = QRect(row * (_WIDTH + _GAP) - left, 8, _WIDTH, 164)
            painter.fillRect(card, QColor("#2b2b2b"))
            painter.drawText(card, Qt.AlignmentFlag.AlignCenter, self.titles[row])
        self.painted = time.time()

    def keyPressEvent(self, _event: object) -> None:  # noqa: N802 - Qt's name
        at, self.at = self.at, self.at + 1
        self.titles.insert(at + 1, self.titles.pop(at))
        self.viewport().update()


def tell(act: str, **figures: float) -> None:
    print(json.dumps({"act": act, **figures}), flush=True)


def acts() -> None:
    """The window is painted: tell so, then do the rest."""
    if not cards.painted:
        QTimer.singleShot(1, acts)
        return
    start = float(os.environ["TOPA_BENCHMARK_START"])
    tell("open", painted=cards.painted - start, cpu=computed())
    tell("memory", megabytes=held())
    alt = Qt.KeyboardModifier.AltModifier
    timed("move", lambda: QTest.keyClick(cards, Qt.Key.Key_Right, alt))
    timed("letter", lambda: QTest.keyClicks(field, "x"))
    app.quit()


def timed(act: str, press: Callable[[], None]) -> None:
    began, spent = time.time(), computed()
    press()
    app.processEvents()
    tell(act, painted=time.time() - began, cpu=computed() - spent)


app = QApplication(sys.argv)
window, field = QMainWindow(), QTextEdit("Wide shot.")
cards = Cards(re.findall(r'title: "(.*)"', Path(sys.argv[1]).read_text(encoding="utf-8")))
window.setCentralWidget(cards)
window.setMenuWidget(field)
window.resize(1600, 900)
window.show()
cards.horizontalScrollBar().setValue(cards.at * (_WIDTH + _GAP))
QTimer.singleShot(0, acts)
sys.exit(app.exec())
