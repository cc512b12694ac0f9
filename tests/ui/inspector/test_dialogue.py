"""What is said in a shot, read and written in the inspector of the real window by its keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from tests.support.window import until
from tests.support.work import CTRL, SHIFT, TWO_SCENES, Key, Run, Work, on
from tests.ui.shot_list.test_as_file import listed
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.scenario import Line
from topa_studio.ui.inspector.dialogue import MOST, Dialogue
from topa_studio.ui.inspector.said_row import SaidRow
from topa_studio.ui.shot_list.columns import Column
from topa_studio.ui.widgets.focus_home import has_keys

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
ODD = "a\u00a0b\tc \U0001f43b 中文 ё"
SAID = """\
        lines:
          - who: Topa # the bear
            text: 'Hi: you'
            mood: glad
          - {who: МАМА, text: Стой!, tone: тихо}
          - who: [a]
            text: 5
          - Nobody
          - hue: red
"""


def _film(lines: str) -> str:
    elements = "elements:\n  characters: [{name: Topa}, {name: Pusha}]\n"
    return elements + TWO_SCENES.replace("        duration: 8\n", f"        duration: 8\n{lines}")


async def _shown(work: Work, key: str = "1__1") -> Dialogue:
    work.window.selection.select_shot(key)
    await until(lambda: work.window.inspector.shot.key == key)
    return work.window.inspector.shot.dialogue


def _said(work: Work, key: str = "1__1") -> list[Line]:
    return list(work.window.session.film.shot(key).lines)


async def _settled(work: Work) -> None:
    await work.window.desk.settled()
    await until(lambda: not work.window.session.document.unsaved)


def _keys(widget: QWidget, words: str) -> None:
    widget.setFocus()
    QTest.keyClicks(widget, words)


def _press(key: Key, modifier: Any = CTRL ^ CTRL) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def _row(shown: Dialogue) -> SaidRow:
    return next(row for row in shown.rows if has_keys(row))


def test_dialogue_is_written_line_by_line_with_keys_and_undone(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        shown = await _shown(work)
        assert not shown.head.isVisible()
        assert shown.add.text() == "+ Line of dialogue"
        shown.add.setFocus()
        shown.add.click()
        assert shown.rows[0].who.hasFocus()
        QTest.keyClicks(shown.rows[0].who, "to")
        popup = shown.rows[0].who.completer().popup()
        await until(popup.isVisible)
        QTest.keyClick(popup, Key.Key_Down)
        QTest.keyClick(popup, Key.Key_Return)
        assert shown.rows[0].who.text() == "Topa"
        # Without a screen nobody gives the window back its keys after a list.
        work.window.activateWindow()
        await until(work.window.isActiveWindow)
        QTest.keyClick(shown.rows[0].who, Key.Key_Return)
        assert shown.rows[0].text.hasFocus()
        assert work.text == work.before
        QTest.keyClicks(shown.rows[0].text, "Hello")
        await until(lambda: _said(work) == [Line("Topa", "Hello")])
        shown.rows[0].text.setFocus()
        QTest.keyClicks(shown.rows[0].text, " you")
        _press(Key.Key_Return)
        assert _row(shown) is shown.rows[1]
        QTest.keyClicks(shown.rows[1].who, "Bob")
        _press(Key.Key_Tab)
        assert shown.rows[1].text.hasFocus()
        QTest.keyClicks(shown.rows[1].text, "Hi")
        await until(lambda: len(_said(work)) == 2)
        await _settled(work)
        assert shown.rows[1].text.hasFocus()
        _press(Key.Key_Return, SHIFT)
        QTest.keyClicks(shown.rows[1].text, "there")
        _press(Key.Key_Return)
        wanted = [Line("Topa", "Hello you"), Line("Bob", "Hi\nthere")]
        await until(lambda: _said(work) == wanted)
        assert len(shown.rows) == 3
        # A new row in which nothing was said is none.
        shown.add.setFocus()
        work.window.inspector.shot.title.setFocus()
        await until(lambda: len(shown.rows) == 2)
        await _settled(work)
        assert yaml.safe_load(work.text)["scenes"][0]["shots"][0]["lines"] == [
            {"who": "Topa", "text": "Hello you"}, {"who": "Bob", "text": "Hi\nthere"},
        ]  # fmt: skip
        work.window.desk.undo()
        await until(lambda: _said(work) == wanted[:1])
        await until(lambda: len(shown.rows) == 1)
        work.window.desk.undo()
        await until(lambda: work.text == work.before)
        await until(lambda: not shown.rows)

    qrun(on(qapp, tmp_path, _film(""), main))


def test_a_line_that_is_edited_leaves_the_bytes_of_all_others(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        shown = await _shown(work)
        assert [(row.who.text(), row.text.words()) for row in shown.rows] == [
            ("Topa", "Hi: you"), ("МАМА", "Стой!"), ("", "5"),
        ]  # fmt: skip
        assert shown.rows[1].tone.text() == "тихо"
        assert not shown.rows[0].tone.isVisible()
        told = [line.text for line in work.window.inspector.shot._problems()]
        assert any("lines 3 who" in line for line in told)
        assert any("lines 4" in line for line in told)
        row = shown.rows[1]
        row.text.setFocus()
        row.text.selectAll()
        QTest.keyClick(row.text, Key.Key_Delete)
        await _settled(work)
        assert work.text == work.before  # other words may follow
        composed = QInputMethodEvent()
        composed.setCommitString(ODD)
        QApplication.sendEvent(row.text, composed)
        await until(lambda: _said(work)[1].text == ODD)
        await _settled(work)
        lines = yaml.safe_load(work.text)["scenes"][0]["shots"][0]["lines"]
        assert lines == [
            {"who": "Topa", "text": "Hi: you", "mood": "glad"},
            {"who": "МАМА", "text": ODD, "tone": "тихо"},
            {"who": ["a"], "text": 5}, "Nobody", {"hue": "red"},
        ]  # fmt: skip
        work.window.desk.undo()
        await until(lambda: work.text == work.before)
        assert row.text.words() == "Стой!"

    qrun(on(qapp, tmp_path, _film(SAID), main))


def test_a_line_goes_by_its_button_delete_or_backspace(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    said = "        lines: [{text: One}, {text: Two}, {text: Three}, {text: Four}]\n"

    def left(work: Work) -> list[str]:
        return [line.text for line in _said(work)]

    async def main(work: Work) -> None:
        shown = await _shown(work)
        keys = [shot.key for shot in work.window.session.film.shots()]
        shown.rows[0].delete.click()
        await until(lambda: left(work) == ["Two", "Three", "Four"])
        shown.rows[0].delete.setFocus()
        _press(Key.Key_Delete)
        await until(lambda: left(work) == ["Three", "Four"])
        assert shown.rows[0].text.hasFocus()
        shown.rows[1].text.setFocus()
        shown.rows[1].text.selectAll()
        _press(Key.Key_Backspace)
        _press(Key.Key_Backspace)
        await until(lambda: left(work) == ["Three"])
        assert shown.rows[0].text.hasFocus()
        # One that was emptied goes once it is left.
        shown.rows[0].text.selectAll()
        _press(Key.Key_Backspace)
        work.window.inspector.shot.title.setFocus()
        await until(lambda: left(work) == [])
        assert [shot.key for shot in work.window.session.film.shots()] == keys
        for _step in range(4):
            work.window.desk.undo()
            await work.window.desk.settled()
        await until(lambda: work.text == work.before)
        await until(lambda: [row.text.words() for row in shown.rows]
                    == ["One", "Two", "Three", "Four"])  # fmt: skip

    qrun(on(qapp, tmp_path, _film(said), main))


def test_typed_words_outlive_another_shot_and_what_others_write(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    said = "        lines:\n          - {text: One}\n          - {text: Two}\n"

    async def main(work: Work) -> None:
        shown = await _shown(work)
        _keys(shown.rows[1].text, "b")
        work.window.selection.select_shot("1__2")
        await until(lambda: not shown.rows)
        await until(lambda: [line.text for line in _said(work)] == ["One", "bTwo"])
        await _settled(work)
        await _shown(work)
        await until(lambda: len(shown.rows) == 2)
        # What is typed goes on when the line above it goes, and when its own does.
        row, desk = shown.rows[1], work.window.desk
        _keys(row.text, "x")
        desk.apply("Other", SetField(ShotTarget("1__1"), "lines", [{"text": "bTwo"}]))
        await until(lambda: [line.text for line in _said(work)] == ["xbTwo"])
        await until(lambda: shown.rows == [row])
        QTest.keyClicks(row.text, "y")
        desk.apply("Other", SetField(ShotTarget("1__1"), "lines", []))
        await until(lambda: [line.text for line in _said(work)] == ["xybTwo"])
        assert [each.text.words() for each in shown.rows] == ["xybTwo"]

    qrun(on(qapp, tmp_path, _film(said), main))


def test_the_keyboard_goes_in_order_and_every_field_has_its_name(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        shown = await _shown(work)
        first, second, third = shown.rows
        first.who.setFocus()
        for widget in (
            first.text, first.delete, second.who, second.tone, second.text, second.delete,
            third.who, third.text, third.delete, shown.add,
        ):  # fmt: skip
            _press(Key.Key_Tab)
            assert widget.hasFocus(), widget.accessibleName()
        _press(Key.Key_Tab)
        assert shown.window().focusWidget() is not shown.add
        assert not any(has_keys(row) for row in shown.rows)
        assert second.who.accessibleName() == "Who says line 2"
        assert second.text.accessibleName() == "Words of line 2"
        assert third.delete.accessibleName() == "Delete line 3"

    qrun(on(qapp, tmp_path, _film(SAID), main))


def test_what_is_no_list_is_told_and_very_many_are_not_all_shown(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    many = ", ".join(f"{{text: l{number}}}" for number in range(MOST + 2))
    text = _film("        lines: Hello\n").replace(
        "duration: 4", f"duration: 4\n        lines: [{many}]"
    )

    async def main(work: Work) -> None:
        shown = await _shown(work)
        assert not shown.isVisible()
        shown.edit()
        assert not shown.rows
        assert await _shown(work, "1__2") is shown
        await until(lambda: len(shown.rows) == MOST)
        assert shown.more.text().startswith("2 more")
        _keys(shown.rows[0].text, "x")
        await until(lambda: _said(work, "1__2")[0].text == "xl0")
        assert len(_said(work, "1__2")) == MOST + 2
        await _settled(work)
        assert "lines: Hello" in work.text

    qrun(on(qapp, tmp_path, text, main))


def test_enter_in_the_shot_list_leads_into_the_first_line(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        view = await listed(work.window)
        view.show_columns(view.columns.show(Column.LINES, shown=True))
        dialogue = work.window.inspector.shot.dialogue
        for key, row in (("1__1", 0), ("1__2", 1)):
            work.window.selection.select_shot(key)
            view.setFocus()
            view.column = Column.LINES
            await until(lambda row=row: view.currentIndex().row() == row)
            QTest.keyClick(view, Key.Key_Return)
            field = "text" if row == 0 else "who"
            await until(lambda field=field: dialogue.rows
                        and getattr(dialogue.rows[0], field).hasFocus())  # fmt: skip
        assert _said(work, "1__2") == []

    qrun(on(qapp, tmp_path, _film(SAID), main))


LONG = """\
        lines:
          - {who: Grandmother of the small bear from the old pier, text: 'HI', tone: tight}
          - {who: Topa, text: "HH\\nHH"}
"""


def test_words_stand_in_the_middle_of_their_box_and_what_is_cut_ends_in_dots(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        shown = await _shown(work)
        await until(lambda: shown.rows[1].text.height() > shown.rows[0].text.height())
        for row in shown.rows:
            above, below = _around(row.text)
            assert abs(above - below) <= 3, (above, below)
        first, second = shown.rows
        assert first.who.is_cut
        assert not first.tone.is_cut
        assert not second.who.is_cut
        cut = _picture(first.who)
        second.who.setFixedWidth(first.who.width())
        words = first.who.text()
        while second.who.is_cut or _picture(second.who) != cut:
            words = words[:-1]
            assert words
            second.who.setText(f"{words}…")
        place = second.who.rect().center()
        for who, told in ((second.who, ""), (first.who, first.who.text())):
            ask = QHelpEvent(QEvent.Type.ToolTip, place, who.mapToGlobal(place))
            QApplication.sendEvent(who, ask)
            assert QToolTip.text() == told

    qrun(on(qapp, tmp_path, _film(LONG), main))


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def _around(box: QWidget) -> tuple[int, int]:
    """How far its letters stand from the box's upper edge, and from its lower one."""
    picture = _picture(box)
    columns = range(14, min(60, picture.width() - 14))
    ground = picture.pixelColor(12, picture.height() // 2).lightness()
    ink = [
        y
        for y in range(3, picture.height() - 3)
        if any(abs(picture.pixelColor(x, y).lightness() - ground) > 60 for x in columns)
    ]
    return ink[0], picture.height() - 1 - ink[-1]


EQUAL = """\
        lines:
          - {who: Topa, text: Hi, hue: red}
          - {who: Topa, text: Hi, hue: blue}
          - {who: Topa, text: Hi, hue: green}
"""


@pytest.mark.parametrize("gone", range(3))
def test_of_lines_that_say_the_same_the_one_goes_that_is_deleted(
    qrun: Run, qapp: QApplication, tmp_path: Path, gone: int
) -> None:
    async def main(work: Work) -> None:
        shown = await _shown(work)
        shown.rows[gone].delete.click()
        await until(lambda: len(_said(work)) == 2)
        await _settled(work)
        hues = ["red", "blue", "green"]
        assert [f"hue: {hue}" in work.text for hue in hues] == [at != gone for at in range(3)]
        work.window.desk.undo()
        await until(lambda: len(_said(work)) == 3)
        await _settled(work)
        assert work.text == work.before

    qrun(on(qapp, tmp_path, _film(EQUAL), main))
