#!/usr/bin/env python3
"""The limit: Qt's own list and table with as many rows, without pictures, under the same acts.

python benchmarks/bare_views.py FILM    (views.py calls it)
"""

from __future__ import annotations

import re
import sys
from functools import partial
from pathlib import Path

from frames import Frames, dragged, key, let_go, wait, wheel
from PySide6.QtCore import QModelIndex, QPoint, QSize, QSortFilterProxyModel, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QListView,
    QMainWindow,
    QScrollBar,
    QStackedWidget,
    QTableView,
)

NONE = Qt.KeyboardModifier.NoModifier
_COLUMNS, _BAND = 9, 2_000
_STEP = {"timeline": Qt.Key.Key_Right, "board": Qt.Key.Key_Down, "shot_list": Qt.Key.Key_Down}


def model_of(text: str) -> QStandardItemModel:
    titles = re.findall(r'title: "(.*)"\n +duration', text)
    prompts = re.findall(r'prompt: "(.*)"', text)
    made = QStandardItemModel(0, _COLUMNS)
    for title, prompt in zip(titles, prompts, strict=True):
        cells = [QStandardItem(words) for words in (title, prompt, *["5.0"] * (_COLUMNS - 2))]
        made.appendRow(cells)
    return made


def card_list(rows: QSortFilterProxyModel, *, across: bool) -> QListView:
    made = QListView()
    made.setModel(rows)
    made.setUniformItemSizes(True)
    made.setGridSize(QSize(208, 172))
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    if across:
        made.setFlow(QListView.Flow.LeftToRight)
    else:
        made.setViewMode(QListView.ViewMode.IconMode)
        made.setGridSize(QSize(208, 172))
        made.setMovement(QListView.Movement.Static)
        made.setResizeMode(QListView.ResizeMode.Adjust)
    return made


def table(rows: QSortFilterProxyModel) -> QTableView:
    made = QTableView()
    made.setModel(rows)
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    return made


def all_acts() -> None:
    """Each as in the window, where a bare view has it."""
    for view in views.values():
        frames.watch(view)
    frames.begin()
    for turns, name in enumerate(["board", "shot_list", "timeline"] * 6):
        wait(0.3)
        frames.act(partial(stack.setCurrentWidget, views[name]))
        if turns < len(views):
            frames.tell(f"{name}: switch, first")
            frames.begin()
    frames.tell("switch, again")
    for name, view in views.items():
        stack.setCurrentWidget(view)
        wait(0.5)
        across = name == "timeline"
        bar = view.horizontalScrollBar() if across else view.verticalScrollBar()
        turned = partial(turn, bar) if across else wheel(view, -1)
        frames.measure(f"{name}: wheel", [turned] * 200)
        frames.measure(f"{name}: scroll bar dragged", dragged(bar, 150))
        let_go(bar)
        bar.setValue(0)
        view.setCurrentIndex(rows.index(0, 0))
        view.setFocus()
        frames.measure(f"{name}: arrow key", [key(view, _STEP[name], NONE)] * 100)
        letters = [partial(QTest.keyClicks, field, sign) for sign in "dragon kite"]
        frames.measure(f"{name}: search, a letter", letters, 0.1)
        back = [key(field, Qt.Key.Key_Backspace, NONE)] * len(letters)
        frames.measure(f"{name}: search, a letter taken back", back, 0.1)
    band()
    app.quit()


def turn(bar: QScrollBar) -> None:
    bar.setValue(bar.value() + 120)


def band() -> None:
    view = views["board"]
    stack.setCurrentWidget(view)
    bar, viewport = view.verticalScrollBar(), view.viewport()
    bar.setValue(0)
    wait(0.3)
    left = Qt.MouseButton.LeftButton
    start = view.visualRect(rows.index(0, 0)).bottomRight() + QPoint(2, 2)
    if view.indexAt(start).isValid():
        start = QPoint(viewport.width() - 3, 3)
    view.setCurrentIndex(QModelIndex())
    QTest.mousePress(viewport, left, NONE, start)
    QTest.mouseMove(viewport, QPoint(40, 40))
    bar.setValue(view.visualRect(rows.index(min(_BAND, rows.rowCount() - 1), 0)).bottom())
    end = QPoint(viewport.width() // 2, viewport.height() // 2)
    moves = [
        partial(QTest.mouseMove, viewport, end + QPoint(step % 40 * 12, step % 7 * 30))
        for step in range(20)
    ]
    frames.measure("board: rubber band over 2,000 cards, a move", moves)
    QTest.mouseRelease(viewport, left, pos=end)


app = QApplication(sys.argv)
frames = Frames(QMainWindow)
rows = QSortFilterProxyModel()
rows.setSourceModel(model_of(Path(sys.argv[1]).read_text(encoding="utf-8")))
rows.setFilterKeyColumn(1)
rows.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
window, stack, field = QMainWindow(), QStackedWidget(), QLineEdit()
field.textChanged.connect(rows.setFilterFixedString)
views = {
    "timeline": card_list(rows, across=True),
    "board": card_list(rows, across=False),
    "shot_list": table(rows),
}
for one in views.values():
    stack.addWidget(one)
window.setCentralWidget(stack)
window.setMenuWidget(field)
window.resize(1600, 900)
window.show()
QTimer.singleShot(0, all_acts)
sys.exit(app.exec())
