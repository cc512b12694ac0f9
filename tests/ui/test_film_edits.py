"""Shots, scenes and elements changed by real keys on the real window; one undo takes it back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.support.window import until
from tests.support.work import (
    CTRL,
    PLAIN,
    SHIFT,
    TWO_SCENES,
    Key,
    Run,
    Work,
    button,
    on,
    press_button,
)  # fmt: skip
from topa_studio.ui.elements.dialogs import DeleteElementDialog, NewElementDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

EMPTY = 'title: "A new film"\n\nscenes: []\n'


def test_n_makes_a_shot_behind_the_selected_one_and_its_prompt_waits(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        work.window.selection.select_shot("1__2")
        work.press(Key.Key_N)
        await work.becomes([["1", "2", "5", "3", "4"]])
        assert work.window.selection.shots == ("1__5",)
        prompt = work.window.inspector.shot.prompt
        await until(prompt.hasFocus)
        QTest.keyClicks(prompt, "Nine")
        prompt.flush()
        await until(lambda: "Nine" in work.text)
        assert work.ids == [["1", "2", "5", "3", "4"]]
        player = work.window.player.playback
        await until(lambda: player.cut is not None and player.cut.key == "1__5")
        QTest.keyClick(prompt, Key.Key_Z, CTRL)
        await until(lambda: "Nine" not in work.text)
        await work.undone()

    qrun(on(qapp, tmp_path, None, main))


def test_the_header_makes_shots_and_scenes_in_an_empty_film(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        press_button(work.window.timeline.header.add_shot)
        await work.becomes([["1"]])
        assert "New shot" in work.window.menus.actions["undo"].text()
        await work.undone()
        work.press(Key.Key_N, SHIFT)
        await work.becomes([[]])
        assert work.window.inspector.scene.title.hasFocus()
        view = work.window.timeline.view
        QTest.mouseMove(view.viewport(), view.empty_card_rect(0).center())
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, PLAIN, view.empty_card_rect(0).center()
        )
        await work.becomes([["1"]])
        QTest.keyClick(work.window, Key.Key_Z, CTRL)
        await work.becomes([[]])
        await work.undone()

    qrun(on(qapp, tmp_path, EMPTY, main))


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_asks_nothing_and_offers_undo(
    qrun: Run, qapp: QApplication, tmp_path: Path, key: Key
) -> None:
    async def main(work: Work) -> None:
        work.window.selection.select_shot("1__3")
        work.press(key)
        await work.becomes([["1", "2", "4"]])
        assert work.window.toast.text == "Deleted shot 1.3"
        assert work.window.selection.shots == ("1__4",)
        press_button(button(work, "Undo"))
        await until(lambda: work.text == work.before)
        assert work.window.toast.text == ""

    qrun(on(qapp, tmp_path, None, main))


def test_the_film_plays_on_when_a_shot_is_deleted_and_when_that_is_undone(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        player, film = work.window.player, work.window.player.playback
        await until(lambda: film.cuts)
        work.window.selection.select_shot("1__3")
        film.seek(film.cuts[1].first + 2)
        player.toggle_film()
        for key, held, shots in ((Key.Key_Delete, PLAIN, 3), (Key.Key_Z, CTRL, 4)):
            place = film.frame
            work.press(key, held)
            await until(partial(lambda wanted: len(film.cuts) == wanted, shots))
            await until(partial(lambda far: film.frame > far or not film.playing, place + 2))
            assert film.playing
            assert film.cut is not None
            assert film.cut.key == "1__2"
        player.toggle()

    qrun(on(qapp, tmp_path, None, main))


def test_another_edit_takes_the_undo_button_away(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        work.window.selection.select_shot("1__3")
        work.press(Key.Key_Delete)
        await work.becomes([["1", "2", "4"]])
        work.press(Key.Key_N)
        await work.becomes([["1", "2", "4", "5"]])
        assert work.window.toast.text == ""

    qrun(on(qapp, tmp_path, None, main))


def test_delete_in_the_prompt_deletes_letters_only(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        work.window.selection.select_shot("1__1")
        prompt = work.window.inspector.shot.prompt
        prompt.setFocus()
        QTest.keyClick(prompt, Key.Key_Delete)
        QTest.keyClicks(prompt, "ns")
        prompt.flush()
        await until(lambda: '"nside shot.' in work.text)
        assert work.ids == [["1", "2", "3", "4"]]

    qrun(on(qapp, tmp_path, None, main))


def test_two_shots_are_copied_cut_and_pasted_as_text(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        work.window.selection.select_shots(["1__1", "1__2"])
        work.press(Key.Key_C, CTRL)
        assert 'title: "Shot 2"' in QApplication.clipboard().text()
        work.press(Key.Key_X, CTRL)
        await work.becomes([["3", "4"]])
        work.window.selection.select_shot("1__4")
        work.press(Key.Key_V, CTRL)
        await work.becomes([["3", "4", "1", "2"]])
        assert set(work.window.selection.shots) == {"1__1", "1__2"}
        QTest.keyClick(work.window, Key.Key_Z, CTRL)
        await work.becomes([["3", "4"]])
        await work.undone()

    qrun(on(qapp, tmp_path, None, main))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        pytest.param(None, ["1", "2", "3", "4", "9"], id="into a film"),
        pytest.param(EMPTY, ["9"], id="into an empty film"),
    ],
)
def test_a_shot_from_a_text_editor_can_be_pasted_and_other_words_are_refused_calmly(
    qrun: Run, qapp: QApplication, tmp_path: Path, text: str | None, ids: list[str]
) -> None:
    async def main(work: Work) -> None:
        QApplication.clipboard().setText("- id: 9\n  prompt: From elsewhere.\n  duration: 4\n")
        work.press(Key.Key_V, CTRL)
        await work.becomes([ids])
        await work.undone()
        QApplication.clipboard().setText("Dear Anna, the film is nearly done.")
        work.press(Key.Key_V, CTRL)
        await until(lambda: "not a shot or a scene" in work.window.notice_bar.text)
        assert work.text == work.before

    qrun(on(qapp, tmp_path, text, main))


def test_a_copied_scene_is_pasted_behind_the_selected_one(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        work.window.selection.select_scene("1")
        work.press(Key.Key_C, CTRL)
        work.press(Key.Key_V, CTRL)
        await work.becomes([["1", "2"], ["1", "2"], []])
        assert work.window.selection.scene == "3"
        await work.undone()

    qrun(on(qapp, tmp_path, TWO_SCENES, main))


def test_duplicate_split_and_merge(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def main(work: Work) -> None:
        window = work.window
        window.selection.select_shot("1__1")
        work.press(Key.Key_D, CTRL)
        await work.becomes([["1", "3", "2"], []])
        await work.undone()
        window.selection.move_playhead(4.8)
        work.press(Key.Key_S)
        await work.becomes([["1", "3", "2"], []])
        lengths = [shot.duration for shot in window.session.document.scenario.shots()]
        assert lengths == [5, 3, 4]
        assert "Split shot 1.1" in window.menus.actions["undo"].text()
        await work.undone()
        window.selection.select_shot("1__1")
        work.press(Key.Key_S, SHIFT)
        await work.becomes([["1"], []])
        assert window.session.document.scenario.shot("1__1").duration == 12
        await work.undone()

    qrun(on(qapp, tmp_path, TWO_SCENES, main))


def test_what_cannot_be_split_or_merged_is_told(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        work.window.selection.select_shot("1__2")
        work.press(Key.Key_S, SHIFT)
        await until(lambda: "no next one" in work.window.notice_bar.text)
        work.window.selection.move_playhead(0.0)
        work.press(Key.Key_S)
        await until(lambda: "Put the playhead" in work.window.notice_bar.text)
        assert work.text == work.before

    qrun(on(qapp, tmp_path, TWO_SCENES, main))


def test_scenes_are_duplicated_moved_and_deleted_from_the_menu(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        actions = work.window.menus.actions
        work.window.selection.select_scene("1")
        actions["duplicate_scene"].trigger()
        await work.becomes([["1", "2"], ["1", "2"], []])
        await work.undone()
        work.window.selection.select_scene("1")
        actions["scene_right"].trigger()
        await work.becomes([[], ["1", "2"]])
        await work.undone()
        work.window.selection.select_scene("1")
        actions["delete_scene"].trigger()
        await work.becomes([[]])
        assert work.window.toast.text == "Deleted scene 1 with 2 shots"
        assert work.window.selection.scene == "2"
        await work.undone()

    qrun(on(qapp, tmp_path, TWO_SCENES, main))


def test_the_menu_of_a_card_has_the_acts_with_their_keys(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        timeline = work.window.timeline
        work.window.selection.select_shot("1__2")
        timeline.view.menu_requested.emit(QPoint(20, 20), "")
        menu = next(m for m in timeline.findChildren(QMenu) if m.isVisible())
        keys = {a.text().replace("&", ""): a.shortcut().toString() for a in menu.actions()}
        assert keys["Split at the playhead"] == "S"
        assert keys["Duplicate"] == "Ctrl+D"
        delete = next(a for a in menu.actions() if a.text() == "&Delete")
        menu.close()
        delete.trigger()
        await work.becomes([["1", "3", "4"]])
        await work.undone()

    qrun(on(qapp, tmp_path, None, main))


def test_a_new_element_is_named_under_check(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def main(work: Work) -> None:
        press_button(work.window.elements.add)
        work.window.elements.add_menu.actions()[0].trigger()
        dialog = work.window.findChild(NewElementDialog)
        assert dialog is not None
        assert not dialog.isModal()
        for name, trouble in (
            ("Topa", "already"), ("topa", "Too much like"), ("Big kite", "One word"),
        ):  # fmt: skip
            dialog.name.setText("")
            QTest.keyClicks(dialog.name, name)
            assert trouble in dialog.trouble.text()
            assert not dialog.make.isEnabled()
        dialog.name.setText("")
        QTest.keyClicks(dialog.name, "@Kite")
        press_button(dialog.kind.button("prop"))
        QTest.keyClick(dialog.name, Key.Key_Return)
        await until(lambda: "- name: Kite" in work.text)
        assert "props:" in work.text
        assert work.window.selection.element == "Kite"
        await work.undone()

    qrun(on(qapp, tmp_path, None, main))


@pytest.mark.parametrize(("choice", "left"), [("as_words", " Topa walks"), ("as_marks", "@Topa")])
def test_deleting_an_element_asks_what_its_mentions_become(
    qrun: Run, qapp: QApplication, tmp_path: Path, choice: str, left: str
) -> None:
    async def main(work: Work) -> None:
        card = work.window.elements.card("Topa")
        work.window.selection.select_shot("1__1")
        card.setFocus()
        QTest.keyClick(card, Key.Key_Delete)
        dialog = work.window.findChild(DeleteElementDialog)
        assert dialog is not None
        assert work.ids == [["1", "2", "3", "4"]]
        press_button(getattr(dialog, choice))
        await until(lambda: "- name: Topa" not in work.text)
        assert work.text.count(left) == 4
        assert "elements_needed: [Valley]" in work.text
        await work.undone()

    qrun(on(qapp, tmp_path, None, main))


def test_an_element_is_renamed_everywhere_and_gets_another_kind(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        work.window.selection.select_element("Topa")
        form = work.window.inspector.element
        form.title.setFocus()
        form.title.selectAll()
        QTest.keyClicks(form.title, "Valley")
        assert "already" in form.name_told.text()
        form.title.selectAll()
        QTest.keyClicks(form.title, "Mishka")
        QTest.keyClick(form.title, Key.Key_Return)
        await until(lambda: work.text.count("Mishka") == 9)
        assert "Topa" not in work.text
        assert work.window.selection.element == "Mishka"
        await work.undone()
        await until(lambda: work.window.selection.element == "Topa")
        form.kind.setCurrentIndex(form.kind.findData("prop"))
        form.kind.activated.emit(form.kind.currentIndex())
        await until(lambda: "props:" in work.text)
        await work.undone()

    qrun(on(qapp, tmp_path, None, main))


def test_a_mention_of_nobody_is_made_or_replaced(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        work.window.selection.select_shot("1__1")
        prompt = work.window.inspector.shot.prompt
        prompt.setFocus()
        prompt.selectAll()
        QTest.keyClicks(prompt, "Close-up. @Tpoa")
        QTest.keyClick(prompt, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        menu = next(m for m in prompt.findChildren(QMenu) if m.isVisible())
        words = [action.text() for action in menu.actions()]
        assert words[:2] == ["Make element @Tpoa…", "Replace with @Topa"]
        menu.actions()[1].trigger()
        menu.close()
        await until(lambda: 'prompt: "Close-up. @Topa"' in work.text)
        prompt.element_wanted.emit("Kite")
        dialog = work.window.findChild(NewElementDialog)
        assert dialog is not None
        assert dialog.name.text() == "Kite"
        press_button(dialog.make)
        await until(lambda: "- name: Kite" in work.text)
        assert work.window.selection.shots == ("1__1",)

    qrun(on(qapp, tmp_path, None, main))
