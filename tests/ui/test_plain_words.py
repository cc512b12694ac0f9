"""Words of films and services are letters everywhere: no label, tooltip or menu reads them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtGui import Qt as Rich
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QMessageBox,
    QWidget,
)

from tests.support.window import until
from tests.support.work import Run, Work, on
from topa_studio.model.status import Stage
from topa_studio.ui.dialogs import confirm
from topa_studio.ui.widgets.plain import plain_act, plain_tip, plain_title, without_key

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
HOSTILE = "<img src='/dev/zero'> &x [*]"
FILM = f"""\
title: "{HOSTILE}"
elements:
  characters:
    - name: "To&pa"
      description: "{HOSTILE}"
      reference_prompts: ["{HOSTILE}"]
scenes:
  - id: 1
    title: "{HOSTILE}"
    background: "{HOSTILE}"
    notes: "{HOSTILE}"
    shots:
      - id: 1
        title: "{HOSTILE}"
        prompt: "{HOSTILE} @Dragn"
        duration: 3
      - id: 2
        prompt: "{HOSTILE} wide shot"
        duration: 99
  - id: "<img src='x'>"
    title: ""
    shots: []
"""


def everything(root: QObject) -> Iterator[QObject]:
    yield root
    yield from root.findChildren(QObject)


def tips(found: QObject) -> Iterator[str]:
    if isinstance(found, QWidget | QAction):
        yield found.toolTip()
    if isinstance(found, QWidget):
        yield found.statusTip()
    if isinstance(found, QAbstractItemView) and found.model() is not None:
        model = found.model()
        for row in range(model.rowCount(QModelIndex())):
            yield str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) or "")


def is_read(words: str) -> bool:
    """Whether Qt would take the film's own markup for markup."""
    return Rich.mightBeRichText(words) and "<img" in words


def check(root: QObject) -> None:
    for found in everything(root):
        for words in tips(found):
            assert not is_read(words), words
        if isinstance(found, QLabel) and "<img" in found.text():
            assert found.textFormat() is Qt.TextFormat.PlainText, found.text()
        if isinstance(found, QAbstractButton | QAction) and "x" in found.text():
            keys = QKeySequence.mnemonic(found.text()).toString()
            assert keys != "Alt+X", found.text()
        if isinstance(found, QMessageBox):
            assert found.textFormat() is Qt.TextFormat.PlainText


def test_hostile_words_are_letters_in_every_widget(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window, session = work.window, work.window.session
        assert window.windowTitle().replace("[*][*]", "[*]") == f"{HOSTILE} – Topa Studio"
        await until(lambda: window.inspector.film is not None)
        check(window)
        for choose in (
            lambda: window.selection.select_shot("1__1"),
            lambda: window.selection.select_shot("1__2"),
            lambda: window.selection.select_shots(["1__1", "1__2"]),
            lambda: window.selection.select_scene("1"),
            lambda: window.selection.select_scene("<img src='x'>"),
            lambda: window.selection.select_element("To&pa"),
        ):
            choose()
            check(window)
        window.selection.select_shot("1__1")
        scene = window.inspector.scene
        window.selection.select_scene("1")
        scene.title.setText("y" + HOSTILE)
        scene.title.textEdited.emit("y" + HOSTILE)
        window.inspector.flush()
        await until(lambda: session.document.undo_label is not None)
        window.notice_bar.show_notice("error", HOSTILE)
        window.elements.delete_requested.emit("To&pa")
        for name in ("past", "costs", "preferences", "shortcuts"):
            window.menus.actions[name].trigger()
        window.timeline.view.menu_requested.emit(window.pos(), "1")
        await asyncio.sleep(0)
        assert window.findChildren(QMenu)
        check(window)
        for menu in window.findChildren(QMenu):
            menu.close()
        asking = asyncio.ensure_future(confirm(window, HOSTILE, HOSTILE, yes="Yes", no="No"))
        await until(lambda: window.findChildren(QMessageBox))
        check(window)
        (box,) = window.findChildren(QMessageBox)
        box.reject()
        assert not await asking
        assert session.shot("1__2").stage is Stage.NOT_MADE

    qrun(on(qapp, tmp_path, FILM, main))


def test_each_kind_of_words_keeps_its_letters() -> None:
    assert plain_tip("A & b < c") == "A & b < c"
    told = plain_tip(f"{HOSTILE}\nmore")
    assert not is_read(told)
    assert "&lt;img" in told
    assert "<br>more" in told
    assert plain_act("A & b\tc") == "A && b c"
    assert without_key(f"&Undo: {plain_act('A & b')}") == "Undo: A & b"
    assert plain_title("a[*]") == "a[*][*]"
