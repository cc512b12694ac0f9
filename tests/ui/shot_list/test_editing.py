"""Cells edited in place: what is written, when, into which shot, and what leaves all as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shot_list.table import NONE, Listed
from topa_studio.document.edits import DeleteShot, MoveShot, SetField, ShotTarget, UnsetField
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.shot_list.cell_field import Leave
from topa_studio.ui.shot_list.columns import Column
from topa_studio.ui.shot_list.elements_field import ElementsField
from topa_studio.ui.shot_list.seconds_field import SecondsField

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def field(listed: Listed) -> QWidget:
    """What is typed in now."""
    found = listed.view.editing.field
    assert found is not None
    return found.typed()


def press(listed: Listed, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    found = listed.view.editing.field
    at = found.typed() if found is not None else listed.view
    QTest.keyClick(at, key, modifier or Qt.KeyboardModifier.NoModifier)


def type_in(listed: Listed, words: str) -> None:
    for letter in words:
        found = listed.view.editing.field
        QTest.keyClicks(found.typed() if found is not None else listed.view, letter)


def steps(listed: Listed) -> int:
    """How many steps can be undone."""
    count = 0
    while listed.film.document.undo() is not None:
        count += 1
    return count


def test_typing_replaces_and_enter_writes_and_goes_down(listed: Listed) -> None:
    listed.click(listed.at(0, Column.TITLE))
    type_in(listed, "Nightfall")
    assert listed.film.edits == []
    press(listed, KEY.Key_Return)
    edit = SetField(ShotTarget(listed.keys[0]), "title", "Nightfall")
    assert listed.film.edits == [("Change title", [edit])]
    assert listed.here == (1, Column.TITLE)
    assert listed.view.editing.field is None
    assert listed.film.film.shot(listed.keys[1]).title == "Topa wakes"


def test_enter_and_f2_keep_the_words_and_tab_goes_right(listed: Listed) -> None:
    listed.click(listed.at(0, Column.TITLE))
    press(listed, KEY.Key_Return)
    type_in(listed, "!")
    press(listed, KEY.Key_Tab)
    assert listed.film.film.shot(listed.keys[0]).title == "Sunrise!"
    assert listed.here == (0, Column.WORDS)
    press(listed, KEY.Key_F2)
    type_in(listed, " Fog.")
    press(listed, KEY.Key_Backtab, SHIFT)
    assert listed.film.film.shot(listed.keys[0]).prompt == "Wide shot. The sun over @Hill. Fog."
    assert listed.here == (0, Column.TITLE)


def test_escape_restores_and_nothing_is_a_step(listed: Listed) -> None:
    listed.twice(listed.at(1, Column.WORDS))
    type_in(listed, " And more.")
    press(listed, KEY.Key_Escape)
    press(listed, KEY.Key_Return)
    press(listed, KEY.Key_Return)
    assert listed.film.edits == []
    assert listed.film.film.shot(listed.keys[1]).prompt == "@Topa sleeps."


def test_words_open_as_wide_as_the_cell_over_the_rows_below(listed: Listed) -> None:
    listed.click(listed.at(0, Column.WORDS))
    press(listed, KEY.Key_Return)
    cell, well = listed.view.cell_rect(0, Column.WORDS), field(listed).geometry()
    assert well.top() <= cell.top() + 1
    assert abs(well.width() - cell.width()) <= 2
    assert well.height() >= 104
    assert well.bottom() > cell.bottom()
    assert listed.view.viewport().rect().contains(well)
    press(listed, KEY.Key_Return, SHIFT)
    type_in(listed, "Second line")
    press(listed, KEY.Key_Return)
    said = listed.film.film.shot(listed.keys[0]).prompt
    assert said == "Wide shot. The sun over @Hill.\nSecond line"


def test_at_opens_the_list_of_elements_which_takes_enter_first(listed: Listed) -> None:
    listed.click(listed.at(3, Column.WORDS))
    type_in(listed, "@To")
    press(listed, KEY.Key_Return)
    assert listed.view.editing.field is not None
    press(listed, KEY.Key_Return)
    assert listed.film.film.shot(listed.keys[3]).prompt.strip() == "@Topa"


def test_seconds_are_typed_and_stepped_within_what_the_model_makes(listed: Listed) -> None:
    listed.click(listed.at(0, Column.SECONDS))
    type_in(listed, "8")
    press(listed, KEY.Key_Return)
    assert listed.film.film.shot(listed.keys[0]).duration == 8
    press(listed, KEY.Key_Return)
    found = listed.view.editing.field
    assert isinstance(found, SecondsField)
    QTest.mouseClick(found.plus, LEFT)
    QTest.mouseClick(found.plus, LEFT)
    QTest.mouseClick(found.minus, LEFT)
    press(listed, KEY.Key_Return)
    assert listed.film.film.shot(listed.keys[1]).duration == 7
    assert len(listed.film.edits) == 2


def test_seconds_that_cannot_be_are_told_under_the_cell_and_the_old_ones_stay(
    listed: Listed,
) -> None:
    listed.click(listed.at(1, Column.SECONDS))
    type_in(listed, "33")
    found = listed.view.editing.field
    assert isinstance(found, SecondsField)
    cell = listed.view.cell_rect(1, Column.SECONDS)
    assert found.reason.isVisible()
    assert found.reason.text() == "3 to 15 seconds"
    assert found.reason.y() > cell.bottom()
    assert found.reason.width() >= found.reason.sizeHint().width()
    assert found.widget().property("role") == "cell-bad"
    press(listed, KEY.Key_Return)
    assert listed.view.editing.field is found
    listed.click(listed.at(3, Column.TITLE))
    assert listed.view.editing.field is None
    assert not found.reason.isVisible()
    assert listed.film.edits == []


def test_quality_start_and_sound_are_chosen_from_a_list(listed: Listed) -> None:
    columns = listed.view.columns.show(Column.START, shown=True).show(Column.SOUND, shown=True)
    listed.view.show_columns(columns)
    key = listed.keys[1]
    listed.click(listed.at(1, Column.QUALITY))
    press(listed, KEY.Key_Return)
    press(listed, KEY.Key_Up)
    press(listed, KEY.Key_Return)
    assert listed.film.edits[-1] == (
        "Change quality",
        [SetField(ShotTarget(key), "mode", "std")],
    )
    listed.click(listed.at(1, Column.QUALITY))
    press(listed, KEY.Key_Return)
    press(listed, KEY.Key_Down)
    press(listed, KEY.Key_Return)
    assert listed.film.edits[-1] == ("Change quality", [UnsetField(ShotTarget(key), "mode")])
    listed.view.selectionModel().clear()
    listed.selection.select_shot(key)
    listed.view.column = Column.START
    press(listed, KEY.Key_Return)
    press(listed, KEY.Key_Down)
    press(listed, KEY.Key_Return)
    assert listed.film.edits[-1][1] == [SetField(ShotTarget(key), "start", "panel")]
    listed.selection.select_shot(key)
    listed.view.column = Column.SOUND
    press(listed, KEY.Key_Return)
    press(listed, KEY.Key_Down)
    press(listed, KEY.Key_Return)
    assert listed.film.edits[-1] == ("Change sound", [SetField(ShotTarget(key), "sound", False)])


def test_elements_come_from_the_list_and_backspace_takes_the_last_away(listed: Listed) -> None:
    listed.click(listed.at(3, Column.ELEMENTS))
    type_in(listed, "pu")
    press(listed, KEY.Key_Return)
    type_in(listed, "hi")
    press(listed, KEY.Key_Return)
    press(listed, KEY.Key_Backspace)
    press(listed, KEY.Key_Return)
    edit = SetField(ShotTarget(listed.keys[3]), "elements_needed", ["Pusha"])
    assert listed.film.edits == [("Change elements", [edit])]


def test_an_element_that_the_words_mention_is_not_taken_away_in_the_list(listed: Listed) -> None:
    listed.click(listed.at(1, Column.ELEMENTS))
    press(listed, KEY.Key_Return)
    press(listed, KEY.Key_Backspace)
    press(listed, KEY.Key_Backspace)
    found = listed.view.editing.field
    assert isinstance(found, ElementsField)
    assert found.names == ("Topa",)
    assert found.reason.isVisible()
    press(listed, KEY.Key_Return)
    assert listed.film.film.shot(listed.keys[1]).elements == ("Topa",)
    assert not found.isVisible()
    assert not found.list.isVisible()


def test_letters_that_are_no_element_are_refused(listed: Listed) -> None:
    listed.click(listed.at(3, Column.ELEMENTS))
    type_in(listed, "zz")
    press(listed, KEY.Key_Return)
    found = listed.view.editing.field
    assert isinstance(found, ElementsField)
    assert found.reason.text() == "No element is called zz."
    assert listed.film.edits == []


def test_a_press_elsewhere_writes_what_was_typed(listed: Listed) -> None:
    listed.click(listed.at(0, Column.TITLE))
    type_in(listed, "Dusk")
    listed.click(listed.at(3, Column.TITLE))
    assert listed.film.film.shot(listed.keys[0]).title == "Dusk"
    assert listed.film.film.shot(listed.keys[3]).title == "A box"
    assert listed.here == (3, Column.TITLE)


def test_space_is_left_to_the_film_where_digits_are_typed(listed: Listed) -> None:
    listed.click(listed.at(0, Column.SECONDS))
    press(listed, KEY.Key_Return)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, KEY.Key_Space, NONE, " ")
    event.ignore()
    QApplication.sendEvent(field(listed), event)
    assert not event.isAccepted()
    listed.view.editing.leave(Leave.BACK)
    listed.click(listed.at(0, Column.TITLE))
    press(listed, KEY.Key_Return)
    QApplication.sendEvent(field(listed), event)
    assert event.isAccepted()


# What happens to the film meanwhile.


def test_undo_takes_back_what_is_typed_and_the_field_shows_it(listed: Listed) -> None:
    listed.click(listed.at(0, Column.TITLE))
    press(listed, KEY.Key_Return)
    type_in(listed, " again")
    listed.desk.telling.emit()  # as every undo does first
    assert listed.film.film.shot(listed.keys[0]).title == "Sunrise again"
    listed.film.document.undo()
    press(listed, KEY.Key_Return)
    assert listed.film.film.shot(listed.keys[0]).title == "Sunrise"
    assert len(listed.film.edits) == 1


def test_one_cell_is_one_step_however_often_it_is_told(listed: Listed) -> None:
    listed.click(listed.at(0, Column.WORDS))
    press(listed, KEY.Key_Return)
    type_in(listed, " One.")
    listed.desk.telling.emit()
    type_in(listed, " Two.")
    press(listed, KEY.Key_Return)
    assert listed.film.film.shot(listed.keys[0]).prompt.endswith(" One. Two.")
    assert steps(listed) == 1


def test_words_are_kept_while_one_types_and_rests(listed: Listed, qtbot: QtBot) -> None:
    for column in (Column.TITLE, Column.WORDS):
        listed.click(listed.at(0, column))
        press(listed, KEY.Key_Return)
        before = len(listed.film.edits)
        type_in(listed, " Fog")
        qtbot.waitUntil(lambda before=before: len(listed.film.edits) > before, timeout=3000)
        assert listed.view.editing.field is not None
        type_in(listed, " and rain")
        press(listed, KEY.Key_Return)
    assert listed.film.film.shot(listed.keys[0]).title == "Sunrise Fog and rain"
    assert listed.film.film.shot(listed.keys[0]).prompt.endswith(" Fog and rain")
    assert steps(listed) == 2


def test_escape_brings_the_words_back_as_a_step_that_undo_takes_back(
    listed: Listed, qtbot: QtBot
) -> None:
    shot = listed.keys[1]
    listed.click(listed.at(1, Column.WORDS))
    press(listed, KEY.Key_Return)
    type_in(listed, " Rain")
    qtbot.waitUntil(lambda: bool(listed.film.edits), timeout=3000)
    type_in(listed, " and fog")
    press(listed, KEY.Key_Escape)
    assert listed.view.editing.field is None
    assert listed.film.film.shot(shot).prompt == "@Topa sleeps."
    listed.film.document.undo()
    assert listed.film.film.shot(shot).prompt == "@Topa sleeps. Rain and fog"
    listed.film.document.undo()
    assert listed.film.film.shot(shot).prompt == "@Topa sleeps."
    assert listed.film.document.undo() is None


def test_escape_takes_nothing_back_that_others_wrote(listed: Listed, qtbot: QtBot) -> None:
    target = ShotTarget(listed.keys[0])
    listed.click(listed.at(0, Column.TITLE))
    press(listed, KEY.Key_Return)
    type_in(listed, "!")
    qtbot.waitUntil(lambda: bool(listed.film.edits), timeout=3000)
    listed.film.document.apply("Outside", [SetField(target, "title", "Theirs")])
    press(listed, KEY.Key_Escape)
    assert listed.film.film.shot(listed.keys[0]).title == "Theirs"


def test_a_rest_does_not_end_what_an_input_method_composes(listed: Listed, qtbot: QtBot) -> None:
    listed.click(listed.at(0, Column.WORDS))
    press(listed, KEY.Key_Return)
    type_in(listed, " Fog")
    QApplication.sendEvent(field(listed), QInputMethodEvent("ni", []))
    qtbot.waitUntil(lambda: bool(listed.film.edits), timeout=3000)
    said = listed.film.film.shot(listed.keys[0]).prompt
    assert said == "Wide shot. The sun over @Hill. Fog"
    done = QInputMethodEvent("", [])
    done.setCommitString("\u4f60")
    QApplication.sendEvent(field(listed), done)
    press(listed, KEY.Key_Return)
    said = listed.film.film.shot(listed.keys[0]).prompt
    assert said == "Wide shot. The sun over @Hill. Fog\u4f60"


def test_two_cells_are_two_steps(listed: Listed) -> None:
    listed.click(listed.at(0, Column.TITLE))
    type_in(listed, "One")
    press(listed, KEY.Key_Return)
    type_in(listed, "Two")
    press(listed, KEY.Key_Return)
    assert steps(listed) == 2


def test_another_programs_save_is_shown_where_nothing_is_typed_and_waits_where_something_is(
    listed: Listed,
) -> None:
    target = ShotTarget(listed.keys[0])
    listed.click(listed.at(0, Column.TITLE))
    press(listed, KEY.Key_Return)
    listed.film.document.apply("Outside", [SetField(target, "title", "Theirs")])
    type_in(listed, "!")
    listed.film.document.apply("Outside", [SetField(target, "title", "Theirs too")])
    press(listed, KEY.Key_Return)
    assert listed.film.film.shot(listed.keys[0]).title == "Theirs!"


def test_the_words_follow_their_shot_when_it_moves(listed: Listed) -> None:
    listed.click(listed.at(0, Column.TITLE))
    type_in(listed, "Moved")
    listed.film.document.apply("Outside", [MoveShot(listed.keys[0], "s2", 2)])
    QApplication.processEvents()
    assert field(listed).geometry().intersects(listed.view.cell_rect(4, Column.TITLE))
    press(listed, KEY.Key_Return)
    assert listed.film.film.shot(listed.keys[0]).title == "Moved"
    assert listed.film.film.shot(listed.keys[1]).title == "Topa wakes"


def test_the_words_of_a_deleted_shot_go_to_the_clipboard_and_into_no_other(listed: Listed) -> None:
    before = [shot.prompt for shot in listed.film.film.shots()]
    listed.click(listed.at(1, Column.WORDS))
    type_in(listed, "A long thought")
    listed.film.document.apply("Outside", [DeleteShot(listed.keys[1])])
    assert listed.view.editing.field is None
    assert QGuiApplication.clipboard().text() == "A long thought"
    after = [shot.prompt for shot in listed.film.film.shots()]
    assert after == [before[0], *before[2:]]
    assert listed.film.edits == []


def test_what_is_typed_is_written_when_the_view_goes_or_its_row_is_filtered_away(
    listed: Listed,
) -> None:
    listed.click(listed.at(0, Column.TITLE))
    type_in(listed, "Hidden")
    listed.view.hide()
    assert listed.film.film.shot(listed.keys[0]).title == "Hidden"
    listed.view.show()
    listed.selection.select_shot(listed.keys[2])
    listed.view.column = Column.TITLE
    type_in(listed, "Filtered")
    listed.table.show_only(frozenset({Filter.FAILED}))
    QApplication.processEvents()
    assert listed.film.film.shot(listed.keys[2]).title == "Filtered"
    assert listed.view.editing.field is None


def test_what_is_chosen_elsewhere_ends_the_edit_with_its_words(listed: Listed) -> None:
    listed.click(listed.at(0, Column.TITLE))
    type_in(listed, "Chosen")
    listed.selection.select_shot(listed.keys[3])
    assert listed.view.editing.field is None
    assert listed.film.film.shot(listed.keys[0]).title == "Chosen"


def test_the_field_scrolls_with_its_cell(listed: Listed) -> None:
    listed.view.setGeometry(0, 0, 1230, 260)
    listed.click(listed.at(1, Column.TITLE))
    type_in(listed, "Here")
    listed.view.verticalScrollBar().setValue(40)
    cell = listed.view.cell_rect(1, Column.TITLE)
    assert abs(field(listed).geometry().center().y() - cell.center().y()) <= 1


def test_an_input_method_begins_the_edit(listed: Listed) -> None:
    listed.click(listed.at(0, Column.TITLE))
    event = QInputMethodEvent("", [])
    event.setCommitString("夜")
    QApplication.sendEvent(listed.view, event)
    press(listed, KEY.Key_Return)
    assert listed.film.film.shot(listed.keys[0]).title == "夜"


def test_a_film_that_is_only_shown_is_not_edited(listed: Listed) -> None:
    listed.view.editable = False
    listed.click(listed.at(0, Column.TITLE))
    type_in(listed, "No")
    press(listed, KEY.Key_Return)
    listed.twice(listed.at(0, Column.SECONDS))
    assert listed.view.editing.field is None
    assert listed.film.edits == []
