"""Film out by its page: what is offered, what is written, and how one gets out of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton

from tests.support.exported import read
from tests.support.small_film import small_film
from tests.support.window import until
from tests.ui.out.pages import FILM, click, opened, page_of, planned, shown_lines
from topa_studio.app.exporting.export import Stage
from topa_studio.film.export.choices import What

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

Run = Callable[[Coroutine[Any, Any, Any]], Any]
MUSIC = "global_config: {audio: [{file: sound/waltz.mp3}]}\n"


def test_a_press_writes_the_film_as_the_page_says(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            page = await page_of(window)
            values = [value.text() for value in page.facts.values]
            assert values[:2] == ["0:09.00", "640 × 360"]
            assert page.missing.words.text() == "2 of 3 shots have no clip"
            assert page.place.name.text() == "Piers - the film.mp4"
            assert page.save.text().startswith("Save the film · 0:09, about")
            assert page.options.size_note.text() == "as most clips are"
            await planned(page, lambda: click(page.options.size_switch.button("1080p")))
            assert page.options.size_note.text() == "enlarged: most clips are 640 × 360"
            await planned(page, lambda: click(page.options.size_switch.button("film")))
            click(page.save)
            exports = window.session.exports
            assert exports.under_way
            assert page.place.note.text().endswith("“(2)”.") or not page.place.note.isVisible()
            await until(lambda: not exports.under_way)
            (made,) = exports.all
            assert made.stage is Stage.DONE, made.trouble
            assert made.target == tmp_path / "film" / "exports" / "Piers - the film.mp4"
            found = read(made.target)
            assert len(found.numbers) == 216
            assert [clip for clip, _ in found.numbers[:72]] == [1] * 72
            (line,) = shown_lines(page)
            assert line.startswith("Film · Piers - the film.mp4 · 0:09 · ")
            assert f" · {round(made.target.stat().st_size / 1000)} KB · " in line
            await until(lambda: "is there already" in page.place.note.text())
            assert page.place.note.isVisible()
            assert "(2)" in page.place.note.text()
            click(page.save)
            await until(lambda: not exports.under_way)
            names = sorted(path.name for path in exports.folder.iterdir())
            assert names == ["Piers - the film (2).mp4", "Piers - the film.mp4"]

    qrun(main())


def test_what_is_chosen_is_what_is_written(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path, clips=("1__1", "2__1")) as (made, window):
            window.selection.select_shots(["1__1", "2__1"])
            page = await page_of(window)
            words = [page.options.what.button(n).text() for n in ("film", "scene", "shots")]
            assert words == ["Whole film", "Scene 2", "2 chosen shots"]
            await planned(page, lambda: click(page.options.what.button("shots")))
            assert page.plan is not None
            assert page.plan.frames == 144
            assert not page.missing.isVisible()
            await planned(page, lambda: click(page.options.what.button("scene")))
            assert page.plan.frames == 72
            await planned(page, lambda: click(page.options.what.button("film")))
            await planned(page, lambda: click(page.missing.leave_out))
            assert page.plan.frames == 144
            assert [cut.number for cut in page.plan.film.cuts] == ["1.1", "2.1"]
            await planned(page, lambda: click(page.options.captions.button("file")))
            await planned(page, lambda: page.place.name.setText("Фильм: 1"))
            QTest.keyClick(page, Qt.Key.Key_Return)
            exports = window.session.exports
            await until(lambda: exports.all and not exports.under_way)
            assert exports.all[0].stage is Stage.DONE, exports.all[0].trouble
            names = sorted(path.name for path in exports.folder.iterdir())
            assert names == ["Фильм - 1.mp4", "Фильм - 1.srt"]
            # The next page begins with what was chosen, also after a restart.
            QTest.keyClick(page, Qt.Key.Key_Escape)
            assert window.out.page is None
            page = await page_of(window)
            assert page.missing.leave_out.isChecked()
            assert page.options.captions.value == "file"
            (kept,) = made.store.now.out
            assert json.loads(kept)["captions"] == "file"

    qrun(main())


def test_without_any_clip_there_is_only_the_animatic(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path, clips=()) as (_, window):
            page = await page_of(window)
            assert not page.kinds[What.FILM].isEnabled()
            assert page.kinds[What.ANIMATIC].isChecked()
            await until(lambda: page.plan and page.plan.burnt.words)
            assert page.save.text().startswith("Save the animatic · 0:09")
            assert page.place.name.text() == "Piers - the film - animatic.mp4"
            assert not page.options.numbers.isVisible()
            assert not page.missing.leave_out.isVisible()
            await planned(page, lambda: click(page.options.size_switch.button("720p")))
            click(page.save)
            exports = window.session.exports
            await until(lambda: not exports.under_way)
            assert exports.all[0].stage is Stage.DONE
            assert shown_lines(page)[0].startswith("Animatic · ")

    qrun(main())


def test_film_and_animatic_are_offered_names_of_their_own_and_a_written_one_stays(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            page = await page_of(window)
            await planned(page, lambda: click(page.kinds[What.ANIMATIC]))
            assert page.place.name.text() == "Piers - the film - animatic.mp4"
            await planned(page, lambda: click(page.kinds[What.FILM]))
            assert page.place.name.text() == "Piers - the film.mp4"
            await planned(page, lambda: page.place.name.setText("For Anna.mp4"))
            await planned(page, lambda: click(page.kinds[What.ANIMATIC]))
            assert page.place.name.text() == "For Anna.mp4"

    qrun(main())


def test_the_preview_is_what_will_be_written(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            window.selection.move_playhead(3.5)
            page = await page_of(window)
            await until(lambda: page.preview.surface.frames)
            assert page.preview.time.text() == "0:03.12 / 0:09.00"
            page.preview.seek_bar.sought.emit(10)
            assert page.preview.time.text() == "0:00.10 / 0:09.00"
            await until(lambda: page.preview.surface.picture is not None)
            page.setFocus()
            QTest.keyClick(page, Qt.Key.Key_Space)
            await until(lambda: page.preview.frame > 14)
            QTest.keyClick(page, Qt.Key.Key_Space)
            assert not page.preview.playback.playing
            await planned(page, lambda: click(page.missing.leave_out))
            assert page.preview.time.text().endswith("/ 0:03.00")
            # What is shown under it has not moved, and its keys are its own again.
            QTest.keyClick(page, Qt.Key.Key_Escape)
            assert window.out.page is None
            assert window.selection.playhead == pytest.approx(3.5)
            assert window.timeline.isEnabled()

    qrun(main())


def test_it_is_cancelled_shown_in_the_status_line_and_done_again(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))

    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            page = await page_of(window)
            await planned(page, lambda: click(page.options.size_switch.button("4k")))
            click(page.save)
            exports = window.session.exports
            await until(lambda: exports.under_way[0].done)
            QTest.keyClick(page, Qt.Key.Key_Escape)
            await until(lambda: window.out.page is None)
            await until(lambda: window.status.out_words.startswith("Film out: "))
            page = await page_of(window)
            await until(page.place.note.isVisible)
            assert page.place.note.text() == (
                "A file of this name is being written: this one gets “(2)”."
            )
            (line,) = page.written.lines.values()
            click(line.cancel)
            await until(lambda: not exports.under_way)
            assert "cancelled" in shown_lines(page)[0]
            # Its name is free again, and the page says so by itself.
            await until(lambda: not page.place.note.isVisible())
            assert list(exports.folder.iterdir()) == []
            assert window.status.out_words == ""
            click(line.again)
            await until(lambda: not exports.under_way)
            (line,) = page.written.lines.values()
            assert exports.all[0].stage is Stage.DONE
            click(line.play)
            assert shown == [str(exports.all[0].target)]
            QTest.keyClick(page, Qt.Key.Key_Escape)
            assert window.notice_bar.text == "Piers - the film.mp4 is written."

    qrun(main())


def test_a_folder_of_the_films_own_results_is_refused_on_the_page(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            page = await page_of(window)
            page.set_folder(window.session.output_folder)
            await until(lambda: not page.save.isEnabled())
            assert "belongs to the film itself" in page.trouble.text()
            page.set_folder(tmp_path)
            await until(page.save.isEnabled)
            assert not page.trouble.isVisible()

    qrun(main())


def test_show_them_shows_only_the_shots_without_a_clip(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            page = await page_of(window)
            click(page.missing.show_them)
            assert window.out.page is None
            assert set(window.selection.shots) == {"1__2", "2__1"}
            assert window.selection.shot == "1__2"
            shots = window.timeline.table.shots
            assert [shots.shot(row).key for row in range(shots.rowCount())] == ["1__2", "2__1"]
            assert len(window.timeline.view.selectionModel().selectedIndexes()) == 2
            # What the filter holds and another place chooses is among all others again.
            window.selection.select_shot("1__1")
            assert shots.rowCount() == 3

    qrun(main())


def test_another_folder_is_chosen_in_the_systems_dialog(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            page = await page_of(window)
            stick = tmp_path / "Мой диск #1"
            stick.mkdir()
            click(page.place.change)
            await until(lambda: window.findChildren(QFileDialog))
            (dialog,) = window.findChildren(QFileDialog)
            dialog.setDirectory(str(stick))
            before = page.plan
            dialog.accept()
            await until(lambda: page.plan is not before)
            assert page.place.folder == stick
            await planned(page, lambda: click(page.options.size_switch.button("720p")))
            click(page.save)
            await until(lambda: not window.session.exports.under_way)
            assert (stick / "Piers - the film.mp4").is_file()

    qrun(main())


def test_a_press_on_quit_says_that_a_film_is_being_written(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (made, window):
            page = await page_of(window)
            await planned(page, lambda: click(page.options.size_switch.button("4k")))
            click(page.save)
            exports = window.session.exports
            await until(lambda: exports.under_way[0].done)
            window.close()
            assert made.window is window
            assert window.isVisible()
            assert window.out.page is None
            assert "being written" in window.notice_bar.text
            words = [button.text() for button in window.notice_bar.findChildren(QPushButton)]
            assert {"Quit once it is written", "Quit now"} <= set(words)
            window.close()
            await until(lambda: made.window is None)
        assert list(exports.folder.iterdir()) == []

    qrun(main())


def test_a_picture_of_the_frame_is_saved_by_the_menu(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            await until(lambda: window.player.playback.cuts)
            window.player.playback.seek(30)
            window.menus.actions["save_picture"].trigger()
            folder = window.session.exports.folder
            await until(lambda: list(folder.glob("*.png")))
            assert [path.name for path in folder.iterdir()] == ["1.1 0-01.06.png"]
            await until(lambda: "1.1 0-01.06.png" in window.notice_bar.text)

    qrun(main())


def test_another_film_asks_before_it_cancels_what_is_written(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (made, window):
            page = await page_of(window)
            await planned(page, lambda: click(page.options.size_switch.button("4k")))
            click(page.save)
            exports = window.session.exports
            await until(lambda: exports.under_way[0].done)
            opens = asyncio.create_task(made.open(small_film(tmp_path / "other"), practice=True))
            await until(lambda: window.findChildren(QMessageBox))
            (box,) = window.findChildren(QMessageBox)
            click(next(b for b in box.buttons() if b.text() == "Stay until it is written"))
            await opens
            assert made.window is window
            await until(lambda: not exports.under_way)
            assert exports.all[0].stage is Stage.DONE

    qrun(main())


def test_media_that_cannot_be_read_are_told_before_and_after(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path, clips=("1__1", "1__2"), film=MUSIC + FILM) as (_, window):
            session = window.session
            takes = {key: session.shot(key).chosen for key in ("1__1", "1__2")}
            places = {key: session.path(take.path) for key, take in takes.items() if take}
            places["1__1"].write_bytes(b"<html>Not found</html>")
            page = await page_of(window)
            missing = page.missing
            assert missing.words.text() == "1 of 3 shots has no clip"
            assert missing.unread.text() == "The file of 1 shot cannot be read"
            assert missing.unheard.text() == "Not heard, as it cannot be read: waltz.mp3"
            assert all(line.isVisible() for line in (missing.unread, missing.unheard))
            await planned(page, lambda: click(missing.leave_out))
            assert page.plan is not None
            assert [cut.number for cut in page.plan.film.cuts] == ["1.2"]
            await planned(page, lambda: click(page.options.size_switch.button("720p")))
            places["1__2"].unlink()
            click(page.save)
            await until(lambda: not session.exports.under_way)
            assert session.exports.all[0].stage is Stage.DONE
            assert "1 file could not be read" in shown_lines(page)[0]
            click(missing.show_them)
            assert window.out.page is None
            assert window.selection.shot == "1__1"
            assert "could not be read meanwhile" in window.notice_bar.text
            assert window.notice_bar.text.endswith(": 1.2")

    qrun(main())
