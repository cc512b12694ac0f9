"""A field changes the letters that were typed and no others, whatever stands beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.window import open_window
from tests.support.work import Run
from topa_studio.base.yaml_reader import load
from topa_studio.document.text.render import double_quoted
from topa_studio.ui.inspector.views import ViewPrompts
from topa_studio.ui.writing.fields import TextBox, TextLine

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "No RHI backend", "OpenType support missing"
)

ODD = "\xa0\u2028\u2029\r\n\t\0\x85\xad\u200b\u202f\ufeff\ufdd0\ufdd1\ufdd2\ufffc\ufffd\u0301🐻"
TEXTS = st.text(st.one_of(st.sampled_from(ODD), st.sampled_from("ab @")), max_size=30)
BESIDE = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(text=TEXTS)
@BESIDE
def test_a_box_gives_back_each_letter_beside_the_one_that_was_typed(
    qtbot: QtBot, text: str
) -> None:
    box, told = TextBox("Notes"), list[str]()
    box.committed.connect(told.append)
    box.show_value(text)
    box.flush()
    assert told == []
    for where, wanted in (
        (QTextCursor.MoveOperation.End, f"{text}x"),
        (QTextCursor.MoveOperation.Start, f"y{text}x"),
    ):
        box.moveCursor(where)
        QTest.keyClick(box, "x" if where is QTextCursor.MoveOperation.End else "y")
        box.flush()
        assert told[-1] == wanted
    box.deleteLater()


@given(text=TEXTS)
@BESIDE
def test_a_line_gives_back_each_letter_beside_the_one_that_was_typed(
    qtbot: QtBot, text: str
) -> None:
    line, told = TextLine("Title"), list[str]()
    line.committed.connect(told.append)
    line.show_value(text)
    line.flush()
    assert told == []
    line.end(False)
    QTest.keyClick(line, "x")
    line.flush()
    assert told == [f"{text}x"]
    line.deleteLater()


def test_a_long_line_keeps_its_end(qtbot: QtBot) -> None:
    line, told = TextLine("Title"), list[str]()
    qtbot.addWidget(line)
    line.committed.connect(told.append)
    line.show_value("a" * 40_000)
    QTest.keyClick(line, "x")
    line.flush()
    assert told == ["x" + "a" * 40_000]


def test_cut_and_pasted_words_come_back_letter_by_letter(qtbot: QtBot) -> None:
    box, told = TextBox("Notes"), list[str]()
    qtbot.addWidget(box)
    box.committed.connect(told.append)
    words = "one\xa0two\u2028three\nfour\u202ffive"
    box.show_value(words)
    box.selectAll()
    box.copy()
    assert QGuiApplication.clipboard().text() == words
    box.cut()
    box.paste()
    box.flush()
    assert box.words() == words


def test_shift_and_enter_is_a_new_line_like_enter(qtbot: QtBot) -> None:
    box = TextBox("Notes")
    qtbot.addWidget(box)
    QTest.keyClicks(box, "a")
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(box, "b")
    assert box.words() == "a\nb"


def test_views_that_say_nothing_stay_when_another_is_changed(qtbot: QtBot) -> None:
    views, told = ViewPrompts(), list[list[str]]()
    qtbot.addWidget(views)
    views.committed.connect(told.append)
    views.show_values(["front", " ", "side"], editable=True)
    QTest.keyClick(views._fields[0], "a")
    views.flush()
    assert told == [["afront", " ", "side"]]


def test_every_field_of_a_film_keeps_its_odd_letters(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    odd = double_quoted("a\xa0b\u2028c\u2029d\re\r\nf\0g\u202fh")
    film = tmp_path / "film.yaml"
    film.write_text(
        f"title: {odd}\n"
        f"global_config:\n  style_prefix: {odd}\n"
        "elements:\n  characters:\n    - name: Topa\n"
        f"      description: {odd}\n      reference_prompts: [{odd}, {odd}]\n"
        f"scenes:\n  - id: 1\n    title: {odd}\n    background: {odd}\n    lighting: {odd}\n"
        f"    notes: {odd}\n    shots:\n"
        f"      - id: 1\n        title: {odd}\n        prompt: {odd}\n",
        encoding="utf-8",
    )
    before = load(film.read_text(encoding="utf-8"))

    async def main() -> None:
        async with open_window(qapp, tmp_path, film) as window:
            pane = window.inspector
            fields: list[TextLine | TextBox] = [pane.film.title, pane.film.style_prefix]
            for field in fields:
                QTest.keyClick(field, "x")
            window.selection.select_element("Topa")
            element = pane.element
            for field in (element.description, element.views._fields[1]):
                QTest.keyClick(field, "x")
            window.selection.select_scene("1")
            scene = pane.scene
            for field in (scene.title, scene.background, scene.lighting, scene.notes):
                QTest.keyClick(field, "x")
            window.selection.select_shot("1__1")
            for field in (pane.shot.title, pane.shot.prompt):
                QTest.keyClick(field, "x")

    qrun(main())
    after = load(film.read_text(encoding="utf-8"))
    words = "a\xa0b\u2028c\u2029d\re\r\nf\0g\u202fh"
    assert before["title"] == words
    scene, element = after["scenes"][0], after["elements"]["characters"][0]
    shot = scene["shots"][0]
    assert element["reference_prompts"] == [words, f"x{words}"]
    told = [
        after["title"], after["global_config"]["style_prefix"], element["description"],
        scene["title"], scene["background"], scene["lighting"], scene["notes"],
        shot["title"], shot["prompt"],
    ]  # fmt: skip
    assert told == [f"x{words}"] * len(told)
