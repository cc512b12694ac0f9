"""Words of cells copied, and pasted into one cell or downwards once that is said."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.shot_list.table import Listed
from topa_studio.ui.shot_list.clipboard import as_lines, as_text
from topa_studio.ui.shot_list.columns import Column

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY, CTRL, LEFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


def put(words: str) -> None:
    QGuiApplication.clipboard().setText(words)


def titles(listed: Listed) -> list[str]:
    return [shot.title for shot in listed.film.film.shots()]


def test_copying_takes_the_words_of_the_cells_a_line_each(listed: Listed) -> None:
    listed.click(listed.at(1, Column.TITLE))
    listed.press(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Topa wakes"
    listed.press(KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    listed.press(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Topa wakes\nPusha waves"


def test_shots_themselves_are_copied_where_a_cell_has_no_words(listed: Listed) -> None:
    put("as before")
    listed.click(listed.at(1, Column.PICTURE))
    listed.press(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "as before"
    assert not listed.view.pasting.takes(pastes=True)


def test_one_line_goes_into_the_cell_at_once(listed: Listed) -> None:
    put("Evening")
    listed.click(listed.at(1, Column.TITLE))
    listed.press(KEY.Key_V, CTRL)
    assert titles(listed)[:3] == ["Sunrise", "Evening", "Pusha waves"]
    assert [label for label, _ in listed.film.edits] == ["Change title"]


def test_several_lines_fill_downwards_after_a_question_as_one_step(listed: Listed) -> None:
    before = listed.film.document.text
    put("7\n8\n9\n")
    listed.click(listed.at(1, Column.SECONDS))
    listed.press(KEY.Key_V, CTRL)
    question = listed.view.pasting.question
    assert question.isVisible()
    assert "3 shots, 1.2 to 2.1" in question.words.text()
    assert listed.film.edits == []
    QTest.mouseClick(question.yes, LEFT)
    assert [shot.duration for shot in listed.film.film.shots()] == [5, 7, 8, 9, 5]
    assert len(listed.film.edits) == 1
    listed.film.document.undo()
    assert listed.film.document.text == before


def test_the_careful_answer_has_the_keyboard(listed: Listed) -> None:
    put("One\nTwo")
    listed.click(listed.at(0, Column.TITLE))
    listed.press(KEY.Key_V, CTRL)
    QTest.keyClick(listed.view.pasting.question.no, KEY.Key_Return)
    assert not listed.view.pasting.question.isVisible()
    listed.press(KEY.Key_V, CTRL)
    QTest.keyClick(listed.view.pasting.question.no, KEY.Key_Escape)
    assert listed.film.edits == []


def test_a_press_elsewhere_is_no_answer(listed: Listed) -> None:
    put("One\nTwo")
    listed.click(listed.at(0, Column.TITLE))
    listed.press(KEY.Key_V, CTRL)
    listed.click(listed.at(4, Column.NUMBER))
    assert not listed.view.pasting.question.isVisible()
    assert listed.film.edits == []


def test_what_does_not_fit_is_told_and_changes_nothing(listed: Listed) -> None:
    put("7\nlong\n44\n6\n5\n5\n5")
    listed.click(listed.at(0, Column.SECONDS))
    listed.press(KEY.Key_V, CTRL)
    words = listed.view.pasting.question.words.text()
    assert "Lines that do not fit and change nothing: 2." in words
    assert "Lines for which no shot is left: 2." in words
    QTest.mouseClick(listed.view.pasting.question.yes, LEFT)
    assert [shot.duration for shot in listed.film.film.shots()] == [7, 6, 4, 6, 5]


def test_lines_of_a_prompt_may_all_go_into_the_one_cell(listed: Listed) -> None:
    put("Wide shot.\nFog over the hill.")
    listed.click(listed.at(3, Column.WORDS))
    listed.press(KEY.Key_V, CTRL)
    QTest.mouseClick(listed.view.pasting.question.alone, LEFT)
    prompts = [shot.prompt for shot in listed.film.film.shots()]
    assert prompts[3] == "Wide shot.\nFog over the hill."
    assert prompts[4] == ""


def test_one_line_fills_all_that_are_chosen(listed: Listed) -> None:
    put("Draft")
    listed.click(listed.at(0, Column.QUALITY))
    listed.click(listed.at(2, Column.QUALITY), Qt.KeyboardModifier.ShiftModifier)
    listed.press(KEY.Key_V, CTRL)
    QTest.mouseClick(listed.view.pasting.question.yes, LEFT)
    modes = [shot.settings.mode for shot in listed.film.film.shots()]
    assert modes == ["std", "std", "std", None, None]


def test_elements_are_pasted_by_name_and_nobody_is_invented(listed: Listed) -> None:
    put("@Topa @Hill")
    listed.click(listed.at(3, Column.ELEMENTS))
    listed.press(KEY.Key_V, CTRL)
    assert listed.film.film.shot(listed.keys[3]).elements == ("Topa", "Hill")
    put("@Nobody")
    listed.press(KEY.Key_V, CTRL)
    assert listed.film.film.shot(listed.keys[3]).elements == ("Topa", "Hill")


@example(['"', ""])
@given(
    st.lists(st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"])), min_size=2)
)
def test_what_is_copied_comes_back_line_by_line(words: list[str]) -> None:
    kept = [each.replace("\t", " ") if "\n" not in each else each for each in words]
    assert as_lines(as_text(kept) + "\n") == kept
