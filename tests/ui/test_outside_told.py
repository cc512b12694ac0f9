"""What another program did, told in the window: its buttons do what they say, with real files."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.support.small_film import small_film
from tests.support.window import open_window, until
from tests.support.work import Run, Work, on, press_button, press_live
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.ui.conflicts import ConflictsDialog
from topa_studio.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")


def test_a_change_from_outside_can_be_shown_and_taken_back(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        bar = work.window.notice_bar
        changed = work.before.replace("stone 2", "rock 2").replace("stone 3", "rock 3")
        await asyncio.sleep(0.2)
        work.file.write_text(changed, encoding="utf-8")
        await until(lambda: bar.text == "2 shots changed outside")
        assert [b.text() for b in bar.buttons] == ["Show", "Keep", "Undo"]
        await press_live(work, "Undo")
        await until(lambda: work.text == work.before)
        work.file.write_text(changed, encoding="utf-8")
        await until(lambda: bar.text == "2 shots changed outside")
        await press_live(work, "Show")
        assert set(work.window.selection.shots) == {"1__2", "1__3"}
        assert work.text == changed

    qrun(on(qapp, tmp_path, None, main))


def test_a_change_while_the_film_was_closed_is_told_alike(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        scenario = small_film(tmp_path / "film")
        before = scenario.read_text(encoding="utf-8")
        async with open_window(qapp, tmp_path, scenario) as window:
            await window.session.edit("x", [SetField(ShotTarget("1__1"), "notes", "n")])
            await window.session.undo()
            await window.session.save()
        changed = before.replace("stone 2", "rock 2").replace("stone 3", "rock 3")
        scenario.write_text(changed, encoding="utf-8")
        async with open_window(qapp, tmp_path, scenario) as window:
            work = Work(window)
            await until(lambda: window.notice_bar.text == "2 shots changed outside")
            assert [b.text() for b in window.notice_bar.buttons] == ["Show", "Keep", "Undo"]
            await press_live(work, "Undo")
            await until(lambda: work.text == before)

    qrun(main())


def test_a_field_changed_on_both_sides_is_chosen_beside_the_work(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window, bar = work.window, work.window.notice_bar
        edit = SetField(ShotTarget("1__2"), "title", "My stone")
        async with window.session.outside._saver.writing:
            await window.session.edit("Change title", [edit])
            theirs = work.before.replace('"Shot 2"', '"Their stone"').replace("stone 3", "rock 3")
            work.file.write_text(theirs, encoding="utf-8")
        await until(lambda: "changed the same: Shot 1.2: title" in bar.text)
        assert [b.text() for b in bar.buttons] == ["Compare…", "Show", "Undo"]
        await press_live(work, "Compare…")
        dialog = window.findChild(ConflictsDialog)
        assert dialog is not None
        assert not dialog.isModal()
        words = [label.text() for label in dialog.findChildren(QLabel)]
        assert {"My stone", "Their stone"} <= set(words)
        assert "Another program saved film.yaml at" in dialog.told.text()
        choices = {b.accessibleName(): b for b in dialog.findChildren(QPushButton)}
        press_button(choices["Take theirs: Shot 1.2: title"])
        await until(lambda: window.session.document.scenario.shot("1__2").title == "Their stone")
        await until(lambda: not dialog_is_open(window))
        await until(lambda: work.text == theirs)

    qrun(on(qapp, tmp_path, None, main))


def dialog_is_open(window: MainWindow) -> bool:
    return any(dialog.isVisible() for dialog in window.findChildren(ConflictsDialog))


def test_a_length_is_named_and_shown_as_the_inspector_does(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window, bar = work.window, work.window.notice_bar
        async with window.session.outside._saver.writing:
            await window.session.edit("x", [SetField(ShotTarget("1__2"), "duration", 7)])
            at = work.before.index("- id: 3")
            theirs = work.before[:at].rpartition("duration: 3")
            work.file.write_text(f"{theirs[0]}duration: 4{theirs[2]}{work.before[at:]}", "utf-8")
        await until(lambda: "Shot 1.2: length" in bar.text)
        await press_live(work, "Compare…")
        dialog = window.findChild(ConflictsDialog)
        assert dialog is not None
        words = [label.text() for label in dialog.findChildren(QLabel)]
        assert {"7 s", "4 s", "Mine, stands in the film now"} <= set(words)
        choices = {b.accessibleName(): b for b in dialog.findChildren(QPushButton)}
        press_button(choices["Take mine: Shot 1.2: length"])
        await until(lambda: not dialog_is_open(window))
        assert window.session.document.scenario.shot("1__2").duration == 7

    qrun(on(qapp, tmp_path, None, main))


def test_a_broken_file_leaves_the_film_and_mine_can_be_saved_over_it(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        bar = work.window.notice_bar
        await asyncio.sleep(0.2)
        broken = work.before.replace("scenes:", "scenes: [")
        work.file.write_text(broken, encoding="utf-8")
        await until(lambda: "cannot be read now (line" in bar.text)
        assert work.ids == [["1", "2", "3", "4"]]
        assert work.text == broken
        await press_live(work, "Save mine over it")
        await until(lambda: work.text == work.before)
        copies = await work.window.session.past.backups()
        assert broken in [copy.path.read_text("utf-8") for copy in copies]

    qrun(on(qapp, tmp_path, None, main))


@pytest.mark.parametrize(("words", "same"), [("Same shot", True), ("Another shot", False)])
def test_whether_a_shot_is_the_same_is_asked_by_its_number_and_title(
    qrun: Run, qapp: QApplication, tmp_path: Path, words: str, same: bool
) -> None:
    async def main(work: Work) -> None:
        bar, document = work.window.notice_bar, work.window.session.document
        await asyncio.sleep(0.2)
        theirs = work.before.replace("- id: 2", "- id: 9").replace("at stone 2", "near stone 2")
        work.file.write_text(theirs, encoding="utf-8")
        await until(lambda: bar.buttons)
        while not any(b.text() == words for b in bar.buttons):
            bar.next()
        assert bar.text.startswith("Shot 1.2 “Shot 2” is gone")
        assert "has come: Shot 1.2" in bar.text
        await press_live(work, words)
        await until(lambda: not work.window.session.outside.doubts)
        await until(lambda: document.scenario.has_shot("1__2") is same)
        assert document.scenario.has_shot("1__9") is not same
        assert work.ids == [["1", "9", "3", "4"]]

    qrun(on(qapp, tmp_path, None, main))
