"""One way of changing the film in the window, and notices that are taken back by who told them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDockWidget
from pytestqt.qtbot import QtBot

from tests.support.window import open_window, until
from tests.support.work import Run
from topa_studio import ui
from topa_studio.document.edits import (
    DeleteElement,
    DeleteScene,
    DeleteShot,
    RenameElement,
    SetField,
    ShotTarget,
)
from topa_studio.ui.notices.notices import NoticeBar
from topa_studio.ui.notices.toast import Toast

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

WINDOW = Path(ui.__file__).parent
# What changes the film behind the back of undo steps that are still to come, if called elsewhere.
CHANGES = {"edit", "undo", "redo"}


def test_every_edit_of_the_window_goes_through_the_desk() -> None:
    found = [
        f"{path.relative_to(WINDOW)}:{node.lineno}"
        for path in WINDOW.rglob("*.py")
        if path.name != "desk.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CHANGES
        and "session" in ast.unparse(node.func.value)
    ]
    assert found == []


def test_an_undo_comes_after_the_words_that_are_still_in_a_field(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            window.selection.select_shot("1__2")
            form = window.inspector.shot
            before = form.prompt.toPlainText()
            window.desk.apply("Change title", SetField(ShotTarget("1__2"), "title", "Stone"))
            await window.desk.settled()
            form.prompt.setPlainText("Another walk.")
            window.commands.do("undo")
            await until(lambda: form.prompt.toPlainText() == before)
            await window.desk.settled()
            assert window.desk.film.shot("1__2").title == "Stone"

    qrun(main())


def test_a_notice_is_taken_back_whatever_its_words_and_wherever_it_waits(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    first = bar.show_notice("warning", "One")
    second = bar.show_notice("warning", "Two")
    bar.show_notice("info", "Two", stays=True)
    second()
    assert bar.text == "One"
    first()
    assert bar.text == "Two"
    second()
    first()
    assert bar.text == "Two"


def test_the_same_words_are_shown_once_and_both_who_told_them_can_take_them_back(
    qtbot: QtBot,
) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.show_notice("warning", "One")
    again = bar.show_notice("warning", "One")
    again()
    assert bar.text == ""


def test_an_answer_that_another_has_followed_is_not_taken_back(qtbot: QtBot) -> None:
    toast = Toast()
    qtbot.addWidget(toast)
    first = toast.tell("Deleted shot 1.1")
    second = toast.tell("Deleted shot 1.2")
    first()
    assert toast.text == "Deleted shot 1.2"
    second()
    assert toast.text == ""


@pytest.mark.parametrize("shown", [True, False])
def test_what_is_chosen_follows_the_film_whether_a_view_shows_it_or_not(
    qrun: Run, qapp: QApplication, tmp_path: Path, shown: bool
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            dock = window.findChild(QDockWidget, "timeline")
            assert isinstance(dock, QDockWidget)
            dock.setVisible(shown)
            desk, chosen = window.desk, window.selection
            chosen.select_shots(["1__1", "1__2", "1__3"])
            await desk.edit("Delete", DeleteShot("1__2"))
            assert chosen.shots == ("1__1", "1__3")
            await desk.edit("Delete", DeleteShot("1__1"), DeleteShot("1__3"))
            assert chosen.shots == ()
            desk.undo()
            await until(lambda: chosen.shots == ("1__1", "1__3"))
            chosen.select_element("Topa")
            await desk.edit("Rename", RenameElement("Topa", "Bear"))
            assert chosen.element == "Bear"
            await desk.edit("Delete", DeleteElement("Bear", "plain"))
            assert chosen.element is None
            chosen.select_scene("1")
            await desk.edit("Delete", DeleteScene("1"))
            assert chosen.scene is None

    qrun(main())
