"""The page of the trash and of earlier versions, worked by keys and by mouse on the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.window import until
from tests.support.work import CTRL, SHIFT, TWO_SCENES, Key, Run, Work, button, on, press_button
from topa_studio.document.edits import DeleteElement, DeleteScene, DeleteShot, SetField, ShotTarget
from topa_studio.ui.past.listing import ID
from topa_studio.ui.past.page import PastPage
from topa_studio.ui.past.tab import Tab

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")


async def opened(work: Work) -> PastPage:
    """The page, by its keys."""
    QTest.keyClick(work.window, Key.Key_T, CTRL | SHIFT)
    page = work.window.pages.past
    await until(page.isVisible)
    assert not page.isModal()
    return page


def titles(tab: Tab) -> list[str]:
    return [tab.listing.item(place).text() for place in range(tab.listing.count())]


def rows(tab: Tab) -> int:
    return len(tab.listing.ids)


def test_what_was_deleted_comes_back_by_keys_with_its_place(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        edit = work.window.session.edit
        await edit("x", [DeleteShot("1__3")])
        await edit("x", [DeleteElement("Topa")])
        await edit("x", [DeleteShot("1__1")])
        page = await opened(work)
        trash = page.trash
        await until(lambda: rows(trash) == 3)
        assert titles(trash) == ["Shot 1", "@Topa", "Shot 3"]
        assert trash.listing.currentRow() == 0
        assert trash.details.heading.text() == "Shot: Shot 1"
        assert "It goes back into scene 1, place 1." in trash.details.lines
        for left in (2, 1):
            QTest.keyClick(trash.listing, Key.Key_Return)
            await until(lambda left=left: rows(trash) == left)
        assert work.window.selection.element == "Topa"
        QTest.keyClick(trash.listing, Key.Key_Return)
        await until(lambda: trash.is_empty)
        assert trash.empty.text() == "The trash is empty"
        assert work.ids == [["1", "2", "3", "4"]]
        assert work.window.session.document.scenario.element("Topa") is not None
        assert work.window.selection.shots == ("1__3",)
        QTest.keyClick(page, Key.Key_Escape)
        assert not page.isVisible()

    qrun(on(qapp, tmp_path, None, main))


def test_a_second_press_at_once_restores_once(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        await work.window.session.edit("x", [DeleteScene("1")])
        page = await opened(work)
        await until(lambda: rows(page.trash) == 1)
        page.trash.details.button.click()
        page.trash.details.button.click()
        await until(lambda: page.trash.is_empty)
        await work.window.desk.settled()
        assert work.ids == [["1", "2", "3", "4"]]
        assert page.trash.details.trouble.text() == ""

    qrun(on(qapp, tmp_path, None, main))


def test_a_deleted_scene_is_restored_by_mouse_and_undo_takes_it_out_again(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        await work.window.session.edit("x", [DeleteScene("1")])
        page = await opened(work)
        trash = page.trash
        await until(lambda: rows(trash) == 1)
        assert titles(trash) == ["Morning"]
        assert trash.details.button.text() == "Restore"
        press_button(trash.details.button)
        await until(lambda: work.ids == [["1", "2"], []])
        await until(lambda: trash.is_empty)
        assert work.window.selection.scene == "1"
        assert work.window.toast.text == "Restored: Morning"
        press_button(button(work, "Undo"))
        await until(lambda: work.ids == [[]])
        await until(lambda: rows(trash) == 1)

    qrun(on(qapp, tmp_path, TWO_SCENES, main))


def test_an_element_waits_while_another_has_its_name(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        await work.window.session.edit("x", [DeleteElement("Topa")])
        await until(lambda: not work.window.session.document.unsaved)
        again = work.text.replace("characters: []", "characters: [{name: Topa, description: New}]")
        assert again != work.text
        work.file.write_text(again, encoding="utf-8")
        await until(lambda: work.window.session.document.scenario.element("Topa"))
        page = await opened(work)
        await until(lambda: rows(page.trash) == 1)
        assert not page.trash.details.button.isEnabled()
        assert "another @Topa" in page.trash.details.lines[-1]
        QTest.keyClick(page.trash.listing, Key.Key_Return)
        await work.window.desk.settled()
        assert work.text == again

    qrun(on(qapp, tmp_path, None, main))


def test_an_earlier_version_tells_what_differs_and_comes_back_as_one_step(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        session = work.window.session
        await session.edit("x", [SetField(ShotTarget("1__2"), "title", "A rock")])
        await session.edit("x", [DeleteShot("1__4")])
        await until(lambda: work.ids == [["1", "2", "3"]] and not session.document.unsaved)
        after = work.text
        page = await opened(work)
        press_button(page.switch.button("versions"))
        versions = page.versions
        await until(lambda: rows(versions) >= 2)
        assert titles(versions)[0] == "The last hour"
        await until(lambda: versions.details.lines == ("The same as the film now.",))
        assert not versions.details.button.isEnabled()
        versions.listing.setFocus()
        QTest.keyClick(versions.listing, Key.Key_End)
        await until(lambda: versions.details.button.isEnabled())
        told = versions.details.lines
        assert told[1:3] == ("1 shot changes: 1.2 Shot 2", "1 shot comes back: 1.4 Shot 4")
        assert told[0].endswith("lines differ from the film now")
        assert work.text == after
        QTest.keyClick(versions.listing, Key.Key_Return)
        await until(lambda: work.text == work.before)
        assert work.window.menus.actions["undo"].text() == "&Undo: Earlier version"
        await session.undo()
        await until(lambda: work.text == after)

    qrun(on(qapp, tmp_path, None, main))


def test_a_film_that_cannot_be_read_says_where_and_an_earlier_version_heals_it(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def spoil(work: Work) -> None:
        session = work.window.session
        await session.edit("x", [SetField(ShotTarget("1__2"), "title", "A rock")])
        await until(lambda: "A rock" in work.text)

    qrun(on(qapp, tmp_path, None, spoil))
    film = tmp_path / "film" / "film.yaml"
    broken = film.read_text("utf-8").replace("scenes:", "scenes: [")
    # With its log the last good film would be shown; a copy of the folder may have none.
    for log in film.parent.rglob("recovery/*.log"):
        log.unlink()

    async def heal(work: Work) -> None:
        session = work.window.session
        assert "cannot be read" in work.window.timeline.view.nothing
        assert "line " in work.window.timeline.view.nothing
        assert work.window.top.primary.text() == "The film cannot be read"
        page = await opened(work)
        page.show_versions()
        await until(lambda: rows(page.versions) >= 1)
        await until(page.versions.details.button.isEnabled)
        QTest.keyClick(page.versions.listing, Key.Key_Return)
        await until(lambda: session.document.is_readable)
        assert work.ids == [["1", "2", "3", "4"]]
        assert broken in [b.path.read_text("utf-8") for b in await session.past.backups()]

    qrun(on(qapp, tmp_path, broken, heal))


def test_the_trash_of_a_new_film_is_empty_and_the_versions_can_be_reached_by_keys(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        page = await opened(work)
        await until(lambda: page.trash.is_empty)
        page.switch.button("trash").setFocus()
        QTest.keyClick(page.switch, Qt.Key.Key_Right)
        assert page.switch.value == "versions"
        assert page.versions.isVisible()

    qrun(on(qapp, tmp_path, None, main))


def painted(path: Path, colour: Qt.GlobalColor) -> Path:
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(colour)
    assert image.save(str(path))
    return path


def shows(tab: Tab, id: str, colour: Qt.GlobalColor) -> bool:
    """Whether the row of this id has a picture of this colour."""
    listing = tab.listing
    place = next(n for n in range(listing.count()) if listing.item(n).data(ID) == id)
    rect = listing.visualItemRect(listing.item(place))
    image = listing.viewport().grab(rect).toImage()
    wanted, middle = QColor(colour).rgb(), rect.height() // 2
    return any(image.pixel(x, middle) == wanted for x in range(image.width()))


def test_what_lies_in_the_trash_shows_its_picture(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        session = work.window.session
        red = painted(tmp_path / "red.png", Qt.GlobalColor.red)
        await session.takes.bring("1__3", red, panel=True)
        folder = session._production.layout.element_folder("Topa")
        folder.mkdir(parents=True, exist_ok=True)
        painted(folder / "Topa1.png", Qt.GlobalColor.blue)
        for lost in (DeleteShot("1__3"), DeleteElement("Topa"), DeleteShot("1__1")):
            await session.edit("x", [lost])
        page = await opened(work)
        trash = page.trash
        await until(lambda: rows(trash) == 3)
        bare, element, shot = trash.listing.ids
        await until(lambda: shows(trash, shot, Qt.GlobalColor.red), 60)
        await until(lambda: shows(trash, element, Qt.GlobalColor.blue), 60)
        assert not shows(trash, bare, Qt.GlobalColor.red)
        assert trash.details.strip.isHidden()
        QTest.keyClick(trash.listing, Key.Key_End)
        assert trash.details.heading.text() == "Shot: Shot 3"
        await until(lambda: trash.details.strip.has_pictures == (True,), 60)

    qrun(on(qapp, tmp_path, None, main))


def test_a_deleted_scene_shows_what_its_shots_have(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        session = work.window.session
        green = painted(tmp_path / "green.png", Qt.GlobalColor.green)
        await session.takes.bring("1__2", green, panel=True)
        await session.edit("x", [DeleteScene("1")])
        page = await opened(work)
        await until(lambda: rows(page.trash) == 1)
        (scene,) = page.trash.listing.ids
        await until(lambda: shows(page.trash, scene, Qt.GlobalColor.green), 60)

    qrun(on(qapp, tmp_path, TWO_SCENES, main))


def test_takes_in_the_trash_are_listed_with_their_shot_and_come_back(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        session = work.window.session
        red = painted(tmp_path / "red.png", Qt.GlobalColor.red)
        ref = await session.takes.bring("1__2", red, panel=True)
        await session.takes.note(ref, "too dark")
        page = await opened(work)
        await until(lambda: page.trash.is_empty)
        await session.takes.trash([ref])
        await until(lambda: rows(page.trash) == 1)
        assert titles(page.trash) == ["1.2  Shot 2"]
        (panel,) = page.trash.listing.ids
        await until(lambda: shows(page.trash, panel, Qt.GlobalColor.red), 60)
        assert page.trash.details.heading.text() == "Panel 1: 1.2  Shot 2"
        assert "too dark" in page.trash.details.lines
        QTest.keyClick(page.trash.listing, Key.Key_Return)
        await until(lambda: page.trash.is_empty)
        assert session.shot("1__2").panel is not None
        assert work.window.selection.shots == ("1__2",)
        # Of a shot that is deleted, too, only the shot is listed.
        await session.takes.trash([ref])
        await until(lambda: rows(page.trash) == 1)
        await session.edit("x", [DeleteShot("1__2")])
        await until(lambda: titles(page.trash) == ["Shot 2"])

    qrun(on(qapp, tmp_path, None, main))


def test_an_earlier_version_shows_pictures_of_what_would_be_other(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        session = work.window.session
        red = painted(tmp_path / "red.png", Qt.GlobalColor.red)
        for key in ("1__2", "1__4"):
            await session.takes.bring(key, red, panel=True)
        await session.edit("x", [SetField(ShotTarget("1__2"), "title", "A rock")])
        await session.edit("x", [DeleteShot("1__4")])
        await session.edit("x", [SetField(ShotTarget("1__1"), "title", "No picture")])
        await until(lambda: not session.document.unsaved)
        page = await opened(work)
        page.show_versions()
        versions = page.versions
        await until(lambda: rows(versions) >= 2)
        versions.listing.setFocus()
        QTest.keyClick(versions.listing, Key.Key_End)
        await until(lambda: versions.details.strip.words == ("1.2  Shot 2", "1.4  Shot 4"), 60)
        await until(lambda: versions.details.strip.has_pictures == (True, True), 60)

    qrun(on(qapp, tmp_path, None, main))
